/**
 * What small networks are trained with: gradients by PyTorch's native library through the Deep Java
 * Library, and around it only what such runs need.
 *
 * <pre>{@code
 * try (var training = Training.open("line", Adam.rate(0.05))) {
 *   Session session = training.session();
 *   var slope = session.weight("slope", Tensor.zeros(1, 1));
 *   InputArray x = session.input(2, 1);
 *   InputArray y = session.input(2, 1);
 *   x.fill(new float[] {1, 2});
 *   y.fill(new float[] {3, 6});
 *   for (int step = 0; step < 500; step++) {
 *     training.step(() -> Layers.meanSquare(Layers.linear(x.array(), slope), y.array()));
 *   }
 *   float[] three = session.weights().get("slope", 1, 1);
 * }
 * }</pre>
 *
 * <p>{@link murmuration.neural.engine.NeuralEngine} starts the native library or says why it cannot
 * be had. A {@link murmuration.neural.engine.Session} holds what a network is made of: weights from
 * {@link murmuration.neural.engine.InitialWeights}, constants, and each {@link
 * murmuration.neural.engine.InputArray} or {@link murmuration.neural.engine.RowsInput}; {@link
 * murmuration.neural.engine.Layers} puts them together. A {@link
 * murmuration.neural.engine.Training} steps down a gradient by a {@link
 * murmuration.neural.engine.StepRule}, which is {@link murmuration.neural.engine.Adam} or plain
 * {@link murmuration.neural.engine.Descent}; one at a time in a JVM. {@link
 * murmuration.neural.engine.Tensor} and {@link murmuration.neural.engine.ModelWeights} are numbers
 * outside of the engine, and a {@link murmuration.neural.engine.Checkpoint} keeps a training in a
 * file.
 */
@NullMarked
package murmuration.neural.engine;

import org.jspecify.annotations.NullMarked;
