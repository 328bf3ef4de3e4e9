package murmuration.neural;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.concept.ConceptContrast;
import murmuration.concept.Elicitation;
import murmuration.concept.Intervention;
import murmuration.concept.InterventionKind;
import murmuration.concept.Interventions;
import murmuration.concept.image.ConceptReading;
import murmuration.concept.image.PixelEvaluator;
import murmuration.concept.image.SoftDiscs;
import murmuration.data.Provenance;
import murmuration.math.Digits;
import murmuration.math.Rng;

/**
 * Looks at a network in training: pictures for all prompts of a checkpoint are made in one batch,
 * all from the same noise, and read by one evaluator.
 */
final class DiscProbe {
  private static final double[] PUSHES = {1.5, 2, 3};
  private static final double[] STRENGTHS = {0.5, 1, 2};
  private static final int PIXELS = SoftDiscs.PIXELS;

  private final List<float[]> trained;
  private final List<Intervention> ways;
  private final PixelEvaluator evaluator;
  private final DiscNetwork network;
  private final DiscNetwork.Batch batch;
  private final int samples;
  private final long seed;

  DiscProbe(
      DiscNetwork network, SoftDiscs discs, PixelEvaluator evaluator, int samples, long seed) {
    this.network = network;
    this.evaluator = evaluator;
    this.samples = samples;
    this.seed = seed;
    trained = List.of(discs.prompt(0, 0), discs.prompt(0, 1), discs.prompt(1, 0));
    ways = ways(discs).ways();
    batch = network.new Batch(samples * (trained.size() + ways.size()));
  }

  /** The held-out class, small and blue, asked for naively and in seven other ways. */
  static Interventions ways(SoftDiscs discs) {
    var ways = Interventions.of(discs.prompt(1, 1));
    for (double k : PUSHES) {
      String name = InterventionKind.OVER_PROMPT.label() + " " + Digits.of(k, 4);
      ways = ways.prompt(name, discs.prompt(1, 1, k));
    }
    var blue = ConceptContrast.of(discs.prompt(1, 0), discs.prompt(0, 0));
    return ways.latent(blue, STRENGTHS).patchAlong(blue);
  }

  ConceptCheckpoint look(long step, double loss) {
    List<float[]> embeddings =
        Stream.concat(
                trained.stream().map(network::embedding),
                ways.stream().map(way -> way.embedding(network::embedding)))
            .toList();
    float[] rows = DiscNetwork.repeated(embeddings, samples);
    float[] pictures = batch.pictures(noise(step, embeddings.size()), rows);
    List<ConceptReading> readings =
        IntStream.range(0, embeddings.size()).mapToObj(i -> reading(pictures, i)).toList();
    int naive = trained.size();
    return new ConceptCheckpoint(
        step,
        loss,
        readings.subList(0, naive + 1),
        elicitation(
            ways.stream().map(Intervention::name).toList(),
            ways.stream().map(Intervention::kind).toList(),
            readings.stream().skip(naive).mapToDouble(ConceptReading::joint).toArray(),
            samples,
            seed));
  }

  static Elicitation elicitation(
      List<String> names, List<InterventionKind> kinds, double[] shares, int samples, long seed) {
    var provenance = Provenance.of(Map.of("samples a prompt", "" + samples)).seed(seed);
    return new Elicitation(names, kinds, shares, samples, provenance);
  }

  /** Classes (0, 0), (0, 1), (1, 0) as they were asked for, then (1, 1) in all ways. */
  private ConceptReading reading(float[] pictures, int i) {
    int k = Math.min(i, SoftDiscs.CLASSES - 1);
    return evaluator.read(pictures, i * samples, samples, k / 2, k % 2);
  }

  private float[] noise(long step, int prompts) {
    var random = Rng.of(seed, step);
    int one = samples * PIXELS;
    float[] noise = new float[prompts * one];
    for (int i = 0; i < one; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    for (int p = 1; p < prompts; p++) {
      System.arraycopy(noise, 0, noise, p * one, one);
    }
    return noise;
  }
}
