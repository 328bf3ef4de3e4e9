package murmuration.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.concept.ConditionalGenerator;
import murmuration.concept.image.SoftDiscs;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Session;

/**
 * A generator of {@link SoftDiscs} as a training left it: pictures of 192 numbers in [-1, 1] from
 * conditions of 4, by way of embeddings of 32. Any {@link murmuration.concept.Interventions} can be
 * tried on it. It holds its weights in memory of Java and none of the engine's between calls.
 *
 * @param weights of the network, as {@link ConceptGeneratorRun#weights} has them
 */
public record DiscGenerator(ModelWeights weights) implements ConditionalGenerator {
  private static final int MOST = 100_000;
  private static final int TOGETHER = 1024;

  /** Refuses null. */
  public DiscGenerator {
    Arguments.present("weights", weights);
  }

  @Override
  public float[] embed(float[] condition) {
    numbers("condition", condition, SoftDiscs.CONDITION);
    try (var session = Session.open()) {
      return network(session).embedding(condition);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param n 1 to 100,000
   */
  @Override
  public float[][] decode(float[] embedding, int n, long seed) {
    numbers("embedding", embedding, DiscNetwork.EMBEDDING);
    Arguments.require(n >= 1 && n <= MOST, "n is %d: expected 1 to %d", n, MOST);
    var random = Rng.of(seed);
    List<float[]> pictures = new ArrayList<>(n);
    try (var session = Session.open()) {
      var batch = network(session).new Batch(Math.min(n, TOGETHER));
      float[] noise = new float[batch.rows() * SoftDiscs.PIXELS];
      float[] embeddings = DiscNetwork.repeated(List.of(embedding), batch.rows());
      while (pictures.size() < n) {
        Interruption.check("generation");
        for (int i = 0; i < noise.length; i++) {
          noise[i] = (float) random.nextGaussian();
        }
        float[] made = batch.pictures(noise, embeddings);
        for (int row = 0; row < batch.rows() && pictures.size() < n; row++) {
          int from = row * SoftDiscs.PIXELS;
          pictures.add(Arrays.copyOfRange(made, from, from + SoftDiscs.PIXELS));
        }
      }
    }
    return pictures.toArray(float[][]::new);
  }

  private DiscNetwork network(Session session) {
    var network = new DiscNetwork(session, Rng.of(0));
    session.set(weights);
    return network;
  }

  private static void numbers(String name, float[] values, int length) {
    Arguments.present(name, values);
    Arguments.require(
        values.length == length, "%s has %d numbers: expected %d", name, values.length, length);
  }
}
