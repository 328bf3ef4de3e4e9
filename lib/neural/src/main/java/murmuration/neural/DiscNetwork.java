package murmuration.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.concept.image.SoftDiscs;
import murmuration.neural.engine.InitialWeights;
import murmuration.neural.engine.InputArray;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;

/**
 * The velocity field of a flow from noise to pictures (Lipman et al. 2023, Flow matching for
 * generative modeling; straight paths), given time and an embedding of the condition: 97,024
 * weights. Condition: {@code Linear(4, 32), GELU, Linear(32, 32)}, which is the embedding e. Field:
 * {@code h = GELU(L1 [x, time, e])}, {@code h = GELU(L2 [h, e])}, {@code h = GELU(L3 [h, e])},
 * {@code v = L4 h}, with 128 hidden units; time as sine and cosine of {@code t pi/2 {1, 2, 4, 8}}.
 */
final class DiscNetwork {
  static final int EMBEDDING = 32;
  static final int TIME = 8;
  static final int EULER = 12;
  private static final int HIDDEN = 128;
  private static final int PIXELS = SoftDiscs.PIXELS;
  private static final int CONDITION = SoftDiscs.CONDITION;

  private final Session session;
  private final Linear outer;
  private final Linear inner;
  private final Linear first;
  private final Linear second;
  private final Linear third;
  private final Linear last;
  private final InputArray one;

  /** A linear layer of the session. */
  private record Linear(NDArray weight, NDArray bias) {
    static Linear of(Session session, RandomGenerator random, String name, int in, int out) {
      double bound = 1 / Math.sqrt(in);
      return new Linear(
          session.weight(name + " weight", InitialWeights.uniform(random, bound, out, in)),
          session.weight(name + " bias", InitialWeights.uniform(random, bound, out)));
    }

    NDArray of(NDArray x) {
      return Layers.linear(x, weight, bias);
    }
  }

  /** A network whose weights begin within {@code 1/sqrt(inputs)} of 0. */
  DiscNetwork(Session session, RandomGenerator random) {
    this.session = session;
    outer = Linear.of(session, random, "condition 1", CONDITION, EMBEDDING);
    inner = Linear.of(session, random, "condition 2", EMBEDDING, EMBEDDING);
    first = Linear.of(session, random, "field 1", PIXELS + TIME + EMBEDDING, HIDDEN);
    second = Linear.of(session, random, "field 2", HIDDEN + EMBEDDING, HIDDEN);
    third = Linear.of(session, random, "field 3", HIDDEN + EMBEDDING, HIDDEN);
    last = Linear.of(session, random, "field 4", HIDDEN, PIXELS);
    one = session.input(1, CONDITION);
  }

  /** Embeddings of conditions, one a row. */
  NDArray embedding(NDArray conditions) {
    return inner.of(Layers.gelu(outer.of(conditions)));
  }

  /** The embedding of one condition. */
  float[] embedding(float[] condition) {
    one.fill(condition);
    return session.compute(() -> embedding(one.array()).toFloatArray());
  }

  /** The velocity at points x, one a row, with the features of their times and embeddings. */
  NDArray velocity(NDArray x, NDArray time, NDArray e) {
    NDArray h = Layers.gelu(first.of(NDArrays.concat(new NDList(x, time, e), 1)));
    h = Layers.gelu(second.of(NDArrays.concat(new NDList(h, e), 1)));
    h = Layers.gelu(third.of(NDArrays.concat(new NDList(h, e), 1)));
    return last.of(h);
  }

  /** Sine and cosine of a time, for each of four frequencies. */
  static void time(double t, float[] features, int at) {
    for (int k = 0; k < TIME / 2; k++) {
      double angle = t * Math.PI / 2 * (1 << k);
      features[at + k] = (float) Math.sin(angle);
      features[at + TIME / 2 + k] = (float) Math.cos(angle);
    }
  }

  /** Embeddings one after another, each in so many rows. */
  static float[] repeated(List<float[]> embeddings, int rows) {
    float[] all = new float[embeddings.size() * rows * EMBEDDING];
    for (int i = 0; i < embeddings.size() * rows; i++) {
      System.arraycopy(embeddings.get(i / rows), 0, all, i * EMBEDDING, EMBEDDING);
    }
    return all;
  }

  /** Places in the engine's memory for pictures that are made together. */
  final class Batch {
    private final int rows;
    private final InputArray x;
    private final InputArray time;
    private final InputArray e;
    private final NDArray step;

    Batch(int rows) {
      this.rows = rows;
      x = session.input(rows, PIXELS);
      time = session.input(rows, TIME);
      e = session.input(rows, EMBEDDING);
      step = session.constant(Tensor.of(new float[] {1f / EULER}, 1));
    }

    int rows() {
      return rows;
    }

    /**
     * Pictures by 12 Euler steps from noise.
     *
     * @param noise rows x 192
     * @param embeddings rows x 32
     * @return rows x 192
     */
    float[] pictures(float[] noise, float[] embeddings) {
      x.fill(noise);
      e.fill(embeddings);
      return session.compute(this::integrate);
    }

    private float[] integrate() {
      NDArray at = x.array();
      float[] features = new float[rows * TIME];
      for (int k = 0; k < EULER; k++) {
        for (int row = 0; row < rows; row++) {
          time(k / (double) EULER, features, row * TIME);
        }
        time.fill(features);
        NDArray from = at;
        at =
            session.compute(
                () -> from.add(velocity(from, time.array(), e.array()).mul(step)), from);
      }
      return at.toFloatArray();
    }
  }
}
