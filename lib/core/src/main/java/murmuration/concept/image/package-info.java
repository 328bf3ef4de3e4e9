/**
 * Pictures with known concepts, and what says which concepts a picture shows.
 *
 * <pre>{@code
 * var discs = SoftDiscs.of().colour(0.2).size(0.4);
 * PictureSample training = discs.draw(2048, 1, 0, 1, 2); // all classes but the held-out one
 * float[] heldOut = discs.prompt(1, 1);
 * float[] overPrompt = discs.prompt(1, 1, 2);
 *
 * var evaluator = PixelEvaluator.of(discs, 1);
 * double[] coordinates = evaluator.probabilities(training.image(0));
 *
 * var circles = CirclePictures.of().colour(0.2);
 * ConceptSignal signal = circles.signal(100, 1);          // which concept shows more in the pixels
 * }</pre>
 *
 * <p>{@link murmuration.concept.image.SoftDiscs} are the small pictures that a generator can learn
 * in a notebook, drawn as a {@link murmuration.concept.image.PictureSample}. A {@link
 * murmuration.concept.image.PixelEvaluator} gives their coordinates in concept space, and a {@link
 * murmuration.concept.image.ConceptReading} of what was generated for one prompt.
 *
 * <p>{@link murmuration.concept.image.CirclePictures} are those of the paper, drawn as a {@link
 * murmuration.concept.image.PictureSample}; each is a {@link murmuration.concept.image.ShapeScene}
 * with an {@link murmuration.concept.image.Outline}. A {@link
 * murmuration.concept.image.ConceptSignal} says how strongly concepts show, in pixels of two
 * classes or by differences of any {@link murmuration.concept.image.ConceptRenderer}.
 */
@NullMarked
package murmuration.concept.image;

import org.jspecify.annotations.NullMarked;
