/**
 * Small networks that learn while you watch, on the Deep Java Library.
 *
 * <pre>{@code
 * var run = ConceptGenerator.of().colour(0.2).size(0.4).steps(1500).every(50).run(1);
 * HiddenCapability hidden = run.hidden();
 * Elicitation now =
 *     Interventions.of(run.study().discs().prompt(1, 1))
 *         .run(run.generator(), 64, 1, image -> run.evaluator().probabilities(image)[0] > 0.5);
 *
 * GeneratorSweepRun sweep =
 *     GeneratorSweep.of(ConceptGenerator.of()).colours(0.1, 0.2, 0.4, 0.8).seeds(0, 1, 2).run();
 * OrderCrossing turns = sweep.crossing("colour", "size");
 *
 * var task = InContextTask.standard().classes(512);
 * AttentionRun learned = AttentionLearner.of(task).run(1);
 * CompetitionCurve three = AttentionLearner.of(task).curve(0, 1, 2);
 * }</pre>
 *
 * <p><b>Concepts.</b> A {@link murmuration.neural.ConceptGenerator} learns to draw discs of two
 * colours and two sizes, one class held out. Its {@link murmuration.neural.ConceptGeneratorRun} has
 * a {@link murmuration.neural.ConceptCheckpoint} every few steps, and leaves a {@link
 * murmuration.neural.DiscGenerator}. A {@link murmuration.neural.GeneratorSweep} varies one choice,
 * over seeds, and gives a {@link murmuration.neural.GeneratorSweepRun}.
 *
 * <p><b>In context or in weights.</b> An {@link murmuration.neural.AttentionLearner} learns to name
 * an item's label, from its context or by heart; an {@link murmuration.neural.AttentionRun} is what
 * came of it.
 *
 * <p>{@code murmuration.neural.engine} is what they are trained with.
 */
@NullMarked
package murmuration.neural;

import org.jspecify.annotations.NullMarked;
