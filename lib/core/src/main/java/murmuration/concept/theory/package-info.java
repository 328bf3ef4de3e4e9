/**
 * What theory says about learning concepts: solvable models whose curves are laid over measured
 * ones.
 *
 * <pre>{@code
 * var modes = ItemTree.of(2).modes();                          // four items, broad to fine
 * double half = modes.mode(0, 1e-3, 0.01).halfTime();          // in steps of gradient descent
 *
 * var task = SimTask.of(new double[] {1, 2}, 0.1, 4);
 * var course = task.twoLayers(task.smallStart(0.05, 1), 0, 1, 2, 4, 8);
 * boolean swings = course.swingBy().found();
 *
 * double[] steps = {0, 100, 200, 300, 400, 500};
 * double[] z = {0.02, 0.08, 0.35, 0.74, 0.95, 0.99};
 * var fit = SaxeMode.fit(steps, z, 1000);                      // strength with its interval
 * }</pre>
 *
 * <p><b>Toy landscape.</b> {@link murmuration.concept.theory.ToyLandscape} has a {@link
 * murmuration.concept.theory.ToyConcept} for each axis: a {@link
 * murmuration.concept.theory.LogisticRise}, or a fall to the nearest training class and then a
 * rise.
 *
 * <p><b>Deep linear networks.</b> {@link murmuration.concept.theory.LinearModes} are what data
 * teach such a network, {@link murmuration.concept.theory.SaxeMode} is how one of them is learned,
 * {@link murmuration.concept.theory.UnbalancedMode} how from unequal layers; {@link
 * murmuration.concept.theory.ItemTree} is data with broad and fine distinctions. A {@link
 * murmuration.concept.theory.TwoLayerNetwork} learns by gradient descent from any weights; its
 * {@link murmuration.concept.theory.LinearLearning} has theory and simulation side by side.
 *
 * <p><b>Structured identity mapping.</b> {@link murmuration.concept.theory.SimTask} shows one
 * concept at a time and asks for all; its {@link murmuration.concept.theory.SimCourse} has the test
 * loss and the {@link murmuration.concept.theory.SwingBy}. {@link
 * murmuration.concept.theory.CoupledConcepts} is the same in as few numbers as curves can tell.
 *
 * <p><b>Beside measurements.</b> Each theory has a {@code fit}, which gives a {@link
 * murmuration.concept.theory.TheoryFit}: the numbers that bring it nearest, with intervals, a table
 * and a picture. {@link murmuration.concept.theory.FitEnds} allow for an evaluator that errs.
 */
@NullMarked
package murmuration.concept.theory;

import org.jspecify.annotations.NullMarked;
