/**
 * Concept-space learning dynamics: when, in which order and along which path a network learns the
 * concepts of its data, and what it can do before it does so when asked (Park, Okawa, Lee, Lubana
 * and Tanaka 2024, arXiv:2406.19370).
 *
 * <pre>{@code
 * var names = List.of("colour", "size");
 * double[] steps = {100, 200, 300, 400};
 * double[][] values = {{0.4, 0.5}, {0.3, 0.9}, {0.7, 0.9}, {0.9, 1.0}};
 * ConceptTrajectory run = ConceptTrajectory.of(names, steps, values).smooth(1);
 * }</pre>
 *
 * <p><b>The run.</b> A {@link murmuration.concept.ConceptTrajectory} has one coordinate a concept
 * at each checkpoint; a {@link murmuration.concept.NanPolicy} says what happens to missing ones.
 *
 * <p><b>Asking otherwise.</b> Any {@link murmuration.concept.ConditionalGenerator} can be asked by
 * {@link murmuration.concept.Interventions}: each {@link murmuration.concept.Intervention} is of an
 * {@link murmuration.concept.InterventionKind} and may point along a {@link
 * murmuration.concept.ConceptContrast}; an {@link murmuration.concept.Elicitation} has the shares
 * of hits.
 */
@NullMarked
package murmuration.concept;

import org.jspecify.annotations.NullMarked;
