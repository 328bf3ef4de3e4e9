package murmuration.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import murmuration.math.Arguments;

/**
 * Weights, constants and inputs of a network in the memory of the engine, given back at the end.
 *
 * <pre>{@code
 * try (var session = Session.open()) {
 *   NDArray weight = session.weight("weight", InitialWeights.uniform(Rng.of(1), 0.5, 3, 4));
 *   InputArray x = session.input(2, 4);
 *   x.fill(new float[] {1, 2, 3, 4, 5, 6, 7, 8});
 *   float[] y = session.compute(() -> Layers.linear(x.array(), weight).toFloatArray());
 * }
 * }</pre>
 *
 * <p>Not for several threads at once.
 */
public final class Session implements AutoCloseable {
  private final NDManager base = NeuralEngine.engine().newBaseManager();
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final List<NDArray> constants = new ArrayList<>();
  private final List<InputArray> inputs = new ArrayList<>();
  private NDManager current = base;

  private Session() {}

  /** Begins, and starts the engine where it does not run yet. */
  public static Session open() {
    return new Session();
  }

  /**
   * A weight that can be trained.
   *
   * @param name its name, unlike all others here
   * @param initial what it begins with
   */
  public NDArray weight(String name, Tensor initial) {
    Arguments.present("name", name);
    Arguments.require(!weights.containsKey(name), "name is '%s': expected a new one", name);
    NDArray array = create(initial);
    array.setRequiresGradient(true);
    weights.put(name, array);
    return array;
  }

  /**
   * Numbers that stay as they are. In a loss every factor is one of these: see {@link Training}.
   */
  public NDArray constant(Tensor value) {
    NDArray array = create(value);
    constants.add(array);
    return array;
  }

  /** One number that stays as it is. */
  public NDArray constant(double value) {
    return constant(Tensor.of(new float[] {(float) value}));
  }

  /** An input that is filled again and again. */
  public InputArray input(long... shape) {
    InputArray input = new InputArray(base, shape);
    inputs.add(input);
    return input;
  }

  /** An input whose number of rows changes, or places of rows. */
  public RowsInput rows() {
    return new RowsInput(this::memory);
  }

  private NDArray create(Tensor tensor) {
    Arguments.present("tensor", tensor);
    return base.create(tensor.values(), new Shape(tensor.shape()));
  }

  /**
   * Computes, and gives back the memory of all that was computed on the way. Where the result is an
   * array, that one lives on in the scope around this one.
   *
   * @param work what to compute, from weights, constants and inputs of this session
   * @param carried arrays of the scope around this one that the work begins operations with
   */
  public <T> T compute(Supplier<T> work, NDArray... carried) {
    NDManager outer = current;
    try (NDManager inner = outer.newSubManager()) {
      current = inner;
      attach(inner, carried);
      try {
        T result = work.get();
        if (result instanceof NDArray array) {
          array.attach(outer);
        }
        return result;
      } finally {
        current = outer;
        attach(outer, carried);
      }
    }
  }

  // A result belongs to the manager of the first array it was made of, so all of them move.
  private void attach(NDManager manager, NDArray... carried) {
    weights.values().forEach(array -> array.attach(manager));
    constants.forEach(array -> array.attach(manager));
    inputs.forEach(input -> input.array().attach(manager));
    for (NDArray array : carried) {
      array.attach(manager);
    }
  }

  /** The names of the weights, in the order in which they were made. */
  public List<String> names() {
    return List.copyOf(weights.keySet());
  }

  /** The weights as they are now, by name. */
  public ModelWeights weights() {
    return new ModelWeights(tensors(weights));
  }

  /**
   * Sets all weights.
   *
   * @param values weights of these names and shapes
   */
  public void set(ModelWeights values) {
    Arguments.present("values", values);
    weights.forEach((name, array) -> array.set(values.get(name, array.getShape().getShape())));
  }

  static Map<String, Tensor> tensors(Map<String, NDArray> arrays) {
    var tensors = new LinkedHashMap<String, Tensor>();
    arrays.forEach(
        (name, array) ->
            tensors.put(name, new Tensor(array.toFloatArray(), array.getShape().getShape())));
    return tensors;
  }

  /** An array that stays, and that no operation of a network begins with. */
  NDArray lasting(Tensor initial) {
    return create(initial);
  }

  /**
   * A weight that is there already.
   *
   * @param name its name
   */
  public NDArray weight(String name) {
    Arguments.require(
        weights.containsKey(name), "name is '%s': expected one of %s", name, weights.keySet());
    return Arguments.present(name, weights.get(name));
  }

  Map<String, NDArray> arrays() {
    return weights;
  }

  /** Where new arrays are made: the scope that is being computed. */
  public NDManager memory() {
    return current;
  }

  /** Gives all memory back. */
  @Override
  public void close() {
    base.close();
  }
}
