package murmuration.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.math.Arguments;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;

/**
 * All weights of a network in one array of the session, by name outside of it: the optimiser takes
 * ten operations a step for each array, however small.
 */
final class FlatWeights {
  private static final String ALL = "all";

  private final Map<String, Tensor> initial;
  private final NDArray all;
  private final long[] cuts;

  /** Puts the weights into a session, in their order. */
  FlatWeights(Session session, Map<String, Tensor> initial) {
    this.initial = Collections.unmodifiableMap(new LinkedHashMap<>(initial));
    all = session.weight(ALL, flat(new ModelWeights(initial)));
    cuts = new long[initial.size() - 1];
    long end = 0;
    int i = 0;
    for (Tensor tensor : initial.values()) {
      end += tensor.size();
      if (i < cuts.length) {
        cuts[i++] = end;
      }
    }
  }

  /** The weights in their shapes, for one computation. */
  Map<String, NDArray> parts() {
    NDList pieces = all.split(cuts, 0);
    Map<String, NDArray> parts = new LinkedHashMap<>();
    initial.forEach(
        (name, tensor) ->
            parts.put(name, pieces.get(parts.size()).reshape(new Shape(tensor.shape()))));
    return parts;
  }

  /** What a session gives or a training computes, by the names of the network. */
  ModelWeights named(ModelWeights session) {
    float[] values = session.get(ALL, all.getShape().get(0));
    Map<String, Tensor> named = new LinkedHashMap<>();
    int at = 0;
    for (var part : initial.entrySet()) {
      float[] own = new float[part.getValue().size()];
      System.arraycopy(values, at, own, 0, own.length);
      named.put(part.getKey(), Tensor.of(own, part.getValue().shape()));
      at += own.length;
    }
    return new ModelWeights(named);
  }

  /** The same weights as a session takes them. */
  ModelWeights packed(ModelWeights named) {
    return new ModelWeights(Map.of(ALL, flat(named)));
  }

  private Tensor flat(ModelWeights named) {
    int size = initial.values().stream().mapToInt(Tensor::size).sum();
    float[] values = new float[size];
    int at = 0;
    for (var part : initial.entrySet()) {
      float[] own = named.get(part.getKey(), part.getValue().shape());
      System.arraycopy(own, 0, values, at, own.length);
      at += own.length;
    }
    return Tensor.of(values, size);
  }

  /** A weight of a computation. */
  static NDArray get(Map<String, NDArray> parts, String name) {
    return Arguments.present(name, parts.get(name));
  }
}
