package murmuration.warning.bifurcation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import org.jspecify.annotations.Nullable;

/**
 * Which bifurcation do 20 trained networks see? Those of Bury et al. (2021), Deep learning for
 * early warning signals of tipping points, PNAS 118:e2106140118: each reads a residual of up to
 * 500, or 1500, samples before a transition and gives the probabilities of a fold, a Hopf, a
 * transcritical bifurcation and none; the answer is their mean.
 *
 * <pre>{@code
 * var networks = BuryClassifier.read(Path.of("bury2021_classifiers"));
 * var answer = networks.incremental(20).against(Surrogates.ar1(100).seed(1)).predict(residuals);
 * answer.summary();
 * }</pre>
 *
 * <p>The networks were trained on simulated approaches to bifurcations and on stationary noise of
 * such models. On plain AR(1) noise the largest probability is a bifurcation nearly always, so a
 * probability means nothing by itself: each prediction is made again for noise fitted to the
 * record.
 *
 * <p>The networks themselves are not part of this library; {@link #read(Path)} finds them in a
 * folder. One object may be used by many threads.
 */
public final class BuryClassifier {
  private static final Surrogates CHANCE = Surrogates.ar1(100).seed(1);
  private static final double[] NOTHING = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};

  private final SequencedMap<Integer, List<BuryNetwork>> networks;
  private final int length;
  private final int increment;
  private final boolean truncated;
  private final Surrogates surrogates;

  private BuryClassifier(
      SequencedMap<Integer, List<BuryNetwork>> networks,
      int length,
      int increment,
      boolean truncated,
      Surrogates surrogates) {
    this.networks = networks;
    this.length = length;
    this.increment = increment;
    this.truncated = truncated;
    this.surrogates = Arguments.present("surrogates", surrogates);
  }

  /**
   * Networks in a folder, {@code lenL_modelK_typeT.f32}: 23,334 little-endian floats each, the
   * weights in the order in which Keras gives them.
   *
   * @param folder holds all 20 networks of the length 500, of 1500, or of both
   * @throws NetworkFileException where a file is missing, is not 93,336 bytes or holds numbers that
   *     are not finite
   */
  public static BuryClassifier read(Path folder) {
    return new BuryClassifier(
        BuryFiles.read(Arguments.present("folder", folder)), 0, 0, false, CHANCE);
  }

  /**
   * Networks in {@code warning/bury2021_classifiers} of the folder that the environment names as
   * {@code MURMURATION_MIRROR}.
   *
   * @throws NetworkFileException as {@link #read(Path)}, and where no folder is named
   */
  public static BuryClassifier read() {
    return read(mirror(System.getenv("MURMURATION_MIRROR")));
  }

  static Path mirror(@Nullable String named) {
    if (named == null || named.isBlank()) {
      throw new NetworkFileException(
          NetworkFileException.Kind.MISSING,
          "MURMURATION_MIRROR is not set: name the folder of the networks, read(Path)",
          null);
    }
    return Path.of(named, "warning", "bury2021_classifiers");
  }

  /** The lengths of which networks are at hand: 500, 1500 or both. */
  public List<Integer> lengths() {
    return List.copyOf(networks.keySet());
  }

  /**
   * The same with the networks of one length; by default the shortest that holds the series.
   *
   * @param samples 500 or 1500, one of {@link #lengths}
   */
  public BuryClassifier length(int samples) {
    Arguments.require(
        networks.containsKey(samples), "length is %d: expected one of %s", samples, lengths());
    return new BuryClassifier(networks, samples, increment, truncated, surrogates);
  }

  /**
   * The same with a prediction for each prefix of {@code samples}, 2 {@code samples}, ... and all
   * of the series. Each prefix is scaled by itself, as if nothing were known of the rest; one that
   * is all 0 gives NaN.
   *
   * @param samples at least 1
   */
  public BuryClassifier incremental(int samples) {
    Arguments.require(samples >= 1, "increment is %d: expected at least 1", samples);
    return new BuryClassifier(networks, length, samples, truncated, surrogates);
  }

  /** The same where of a series longer than the networks only the end is read, not refused. */
  public BuryClassifier truncateHead() {
    return new BuryClassifier(networks, length, increment, true, surrogates);
  }

  /** The same against another null; the default is 100 AR(1) series with seed 1. */
  public BuryClassifier against(Surrogates value) {
    return new BuryClassifier(networks, length, increment, truncated, value);
  }

  /**
   * What each network says of the whole series, without a null.
   *
   * @param residuals equally spaced, finite, not all 0, at least 1
   * @return for each of the 20 networks the probabilities of the four classes
   */
  public double[][] each(double[] residuals) {
    Arguments.finite("residuals", residuals, 1);
    var chosen = chosen(residuals.length);
    float[] x = scaled(residuals, residuals.length, chosen.getFirst().length());
    Arguments.require(x.length > 0, "residuals are all 0: expected some that are not");
    return each(chosen, x);
  }

  /**
   * Predicts, beside the same for surrogates.
   *
   * @param residuals detrended, equally spaced, finite, not constant, at least 3
   * @throws IllegalArgumentException where they are none of that, or longer than the networks
   *     unless {@linkplain #truncateHead truncated}
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public BuryPrediction predict(double[] residuals) {
    Arguments.finite("residuals", residuals, 3);
    return predict(TimeSeries.of(residuals));
  }

  /** The same for a series, such as {@code signal.detrended().residual()}. */
  public BuryPrediction predict(TimeSeries residuals) {
    double[] x = Arguments.present("residuals", residuals).values();
    Arguments.equalSteps("residuals", residuals.times());
    double[][] last = each(x);
    var chosen = chosen(x.length);
    var source = surrogates.from(x);
    int[] ends = ends(x.length);
    List<double[][]> along =
        Arrays.stream(ends).mapToObj(end -> each(chosen, scaled(x, end, chosen))).toList();
    var tests =
        SurrogateTest.of(
            names(ends),
            along.stream().flatMapToDouble(p -> Arrays.stream(means(p))).toArray(),
            drawn ->
                Arrays.stream(ends)
                    .mapToObj(end -> means(each(chosen, scaled(drawn, end, chosen))))
                    .flatMapToDouble(Arrays::stream)
                    .toArray(),
            source);
    double[][] spread = along.stream().map(BuryClassifier::spread).toArray(double[][]::new);
    return new BuryPrediction(
        residuals, chosen.getFirst().length(), surrogates, ends, last, spread, tests);
  }

  private List<BuryNetwork> chosen(int n) {
    int longest = networks.lastEntry().getKey();
    int samples =
        length > 0
            ? length
            : networks.keySet().stream().filter(l -> l >= n).findFirst().orElse(longest);
    Arguments.require(
        n <= samples || truncated,
        "series has %d values, the networks read %d: cut it, or read its end by truncateHead()",
        n,
        samples);
    return networks.getOrDefault(samples, List.of());
  }

  private int[] ends(int n) {
    if (increment == 0) {
      return new int[] {n};
    }
    int whole = (n - 1) / increment;
    return IntStream.rangeClosed(1, whole + 1).map(k -> k <= whole ? k * increment : n).toArray();
  }

  private static List<String> names(int[] ends) {
    return Arrays.stream(ends)
        .boxed()
        .flatMap(
            end ->
                Arrays.stream(BifurcationClass.values())
                    .map(c -> "probability of " + c.label() + " at " + (end - 1)))
        .toList();
  }

  /** The end of a prefix over its mean modulus; empty where that is 0. */
  private static float[] scaled(double[] x, int end, int most) {
    int from = Math.max(0, end - most);
    double highest = 0;
    for (int i = from; i < end; i++) {
      highest = Math.max(highest, Math.abs(x[i]));
    }
    if (highest == 0) {
      return new float[0];
    }
    double mean = 0;
    for (int i = from; i < end; i++) {
      mean += Math.abs(x[i] / highest) / (end - from);
    }
    float[] scaled = new float[end - from];
    for (int i = from; i < end; i++) {
      scaled[i - from] = (float) (x[i] / highest / mean);
    }
    return scaled;
  }

  private static float[] scaled(double[] x, int end, List<BuryNetwork> networks) {
    return scaled(x, end, networks.getFirst().length());
  }

  private static double[][] each(List<BuryNetwork> networks, float[] x) {
    double[][] each = new double[networks.size()][];
    for (int k = 0; k < each.length; k++) {
      Interruption.check("prediction");
      each[k] = x.length == 0 ? NOTHING.clone() : networks.get(k).predict(x);
    }
    return each;
  }

  private static double[] means(double[][] each) {
    double[] mean = new double[BuryNetwork.CLASSES];
    for (double[] p : each) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += p[c] / each.length;
      }
    }
    return mean;
  }

  /** Standard deviation of each class's probability over the networks. */
  private static double[] spread(double[][] each) {
    double[] mean = means(each);
    double[] squares = new double[mean.length];
    for (double[] p : each) {
      for (int c = 0; c < mean.length; c++) {
        squares[c] += (p[c] - mean[c]) * (p[c] - mean[c]) / (each.length - 1);
      }
    }
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }

  /** The lengths at hand and the choices made. */
  @Override
  public String toString() {
    return "Bury et al. 2021 networks of "
        + lengths()
        + (length > 0 ? ", using " + length : "")
        + (increment > 0 ? ", every " + increment : "")
        + (truncated ? ", end of a longer series" : "");
  }
}
