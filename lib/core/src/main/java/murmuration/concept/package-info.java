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
 * LearningTimes times = LearningTimes.of(run, LearningRule.settle(0.8));
 * Turn turn = Turn.of(run);
 *
 * double[] naive = {0.1, 0.2, 0.5, 0.9};
 * double[] latent = {0.1, 0.9, 1.0, 1.0};
 * var capability = HiddenCapability.of(steps, naive, latent);
 * ConceptReport report =
 *     ConceptStudy.of(List.of(ConceptRun.of(run).capability(capability))).smooth(1.5).run();
 * }</pre>
 *
 * <p><b>The run.</b> A {@link murmuration.concept.ConceptTrajectory} has one coordinate a concept
 * at each checkpoint; a {@link murmuration.concept.NanPolicy} says what happens to missing ones,
 * and a {@link murmuration.concept.ConceptBand} how much runs differ.
 *
 * <p><b>What is measured on it.</b> {@link murmuration.concept.LearningTimes} by a {@link
 * murmuration.concept.LearningRule}, and so the order; {@link murmuration.concept.Motion}, its
 * speed and curvature; the sharpest {@link murmuration.concept.Turn}; {@link
 * murmuration.concept.TrainingSaturation} of the classes that were trained on; {@link
 * murmuration.concept.HiddenCapability}, naive against elicited accuracy; {@link
 * murmuration.concept.MultiplicativeEmergence}, joint accuracy against the product.
 *
 * <p><b>One call.</b> A {@link murmuration.concept.ConceptStudy} of a {@link
 * murmuration.concept.ConceptRun} a seed gives a {@link murmuration.concept.ConceptReport}: {@link
 * murmuration.concept.ConceptFindings} of each run, and a {@link murmuration.concept.SeedQuantity}
 * with its interval for everything measured.
 *
 * <p><b>Along a sweep.</b> A {@link murmuration.concept.ConceptSweep} of reports: where the order
 * changes ({@link murmuration.concept.OrderCrossing}), whether a stronger signal is learned earlier
 * ({@link murmuration.concept.SignalTrend}), whether turns coincide with saturation ({@link
 * murmuration.concept.TurnSaturation}), what the speed follows ({@link
 * murmuration.concept.SpeedRegression}).
 *
 * <p><b>Asking otherwise.</b> Any {@link murmuration.concept.ConditionalGenerator} can be asked by
 * {@link murmuration.concept.Interventions}: each {@link murmuration.concept.Intervention} is of an
 * {@link murmuration.concept.InterventionKind} and may point along a {@link
 * murmuration.concept.ConceptContrast}; an {@link murmuration.concept.Elicitation} has the shares
 * of hits.
 *
 * <p><b>Codes.</b> {@link murmuration.concept.CodeDisentanglement} says how far each factor of the
 * data has a number of a code to itself.
 */
@NullMarked
package murmuration.concept;

import org.jspecify.annotations.NullMarked;
