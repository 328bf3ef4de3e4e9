package murmuration.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Simulated runs to learn from, each as its features: half of them forced towards a bifurcation and
 * cut before it, half not.
 *
 * <p>Forced runs are normal forms of five bifurcations (fold, transcritical, pitchfork, Hopf, flip)
 * with random rates, higher terms, and noise additive or growing with the root of the state, and
 * two simulators of the library ({@link murmuration.warning.model.MayHarvest}, {@link
 * murmuration.warning.model.DoubleWell}), each about as often; half of the runs have noise of
 * measurement too. They end at a distance from the bifurcation of 0 to 25 % of the first one. Runs
 * that left their state on the way are drawn again. Of the others a half is the same systems at one
 * distance, a half noise: red, oscillating, power-law, heavy-tailed, half of it on a slow trend. In
 * a quarter of all runs that do not approach, the noise grows or shrinks by a factor of up to 3, so
 * that a rising variance by itself is no evidence. Lengths are log-uniform from 100 to 1500 in both
 * halves.
 *
 * @param features {@code [run][feature]}, in the order of {@link SignalFeatures#NAMES}
 * @param approaching whether run i was forced towards a bifurcation
 * @param kinds what run i is
 * @param seed the seed it was drawn with
 */
public record TrainingSet(double[][] features, boolean[] approaching, List<String> kinds, long seed)
    implements Result {
  private static final int MOST = 1_000_000;

  /** Checks the shape and keeps its own copies. */
  public TrainingSet {
    Arguments.present("features", features);
    Arguments.present("approaching", approaching);
    kinds = Arguments.listed("kinds", kinds);
    Arguments.require(
        features.length == approaching.length && features.length == kinds.size(),
        "features, approaching and kinds have %d, %d and %d runs: expected the same number",
        features.length,
        approaching.length,
        kinds.size());
    Arguments.require(features.length >= 20, "%d runs: expected at least 20", features.length);
    for (double[] row : features) {
      Arguments.finite("features", row, SignalFeatures.NAMES.size());
      Arguments.require(
          row.length == SignalFeatures.NAMES.size(),
          "features has a row of %d: expected %d",
          row.length,
          SignalFeatures.NAMES.size());
    }
    int yes = count(approaching);
    Arguments.require(
        yes >= 10 && approaching.length - yes >= 10,
        "%d of %d runs approach: expected at least 10 that do and 10 that do not",
        yes,
        approaching.length);
    features = copy(features);
    approaching = approaching.clone();
  }

  /**
   * Draws runs, in parallel; the same for a seed on any number of threads.
   *
   * @param runs how many, 20 to a million; half of them, rounded down, approach a bifurcation
   * @param seed seed of the random numbers
   */
  public static TrainingSet draw(int runs, long seed) {
    Arguments.require(runs >= 20 && runs <= MOST, "runs is %d: expected 20 to %d", runs, MOST);
    String[] kinds = new String[runs];
    double[][] features = new double[runs][];
    boolean[] approaching = new boolean[runs];
    Parallel.forEach(
        "training runs",
        runs,
        i -> {
          var random = Rng.of(seed, i);
          int n = (int) NormalForm.logUniform(random, SignalFeatures.SHORTEST, 1501);
          boolean forced = i % 2 == 1;
          boolean system = forced || i % 4 == 0;
          double[] x = system ? system(n, forced, random, kinds, i) : noise(n, random, kinds, i);
          if (!forced && random.nextInt(4) == 0) {
            grow(x, NormalForm.logUniform(random, 1.0 / 3, 3));
          }
          if (!system && random.nextBoolean()) {
            drift(x, random);
          }
          approaching[i] = forced;
          features[i] = FeatureMeter.of(n).measure(x);
        });
    return new TrainingSet(features, approaching, Arrays.asList(kinds), seed);
  }

  private static double[] system(
      int n, boolean forced, RandomGenerator random, String[] kinds, int i) {
    var forms = NormalForm.values();
    var models = TrainingModel.values();
    int which = random.nextInt(forms.length + models.length);
    boolean drifting = !forced && random.nextBoolean();
    boolean form = which < forms.length;
    double[] x =
        form
            ? run(forms[which], n, forced, drifting, random)
            : run(models[which - forms.length], n, forced, drifting, random);
    kinds[i] =
        (form ? forms[which] : models[which - forms.length])
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
            + (forced ? "" : drifting ? ", drifting" : ", constant");
    if (random.nextBoolean()) {
      double sd = NormalForm.logUniform(random, 0.03, 0.5) * spread(x);
      Arrays.setAll(x, t -> x[t] + sd * random.nextGaussian());
    }
    return x;
  }

  private static double[] run(
      NormalForm form, int n, boolean forced, boolean drifting, RandomGenerator random) {
    return drifting ? form.drifting(n, random) : form.draw(n, forced, random);
  }

  private static double[] run(
      TrainingModel model, int n, boolean forced, boolean drifting, RandomGenerator random) {
    return drifting ? model.drifting(n, random) : model.draw(n, forced, random);
  }

  private static double[] noise(int n, RandomGenerator random, String[] kinds, int i) {
    kinds[i] = "noise";
    double[] x = new double[n];
    switch (random.nextInt(4)) {
      case 0 -> NoiseKind.autoregression(x, random.nextDouble(-0.3, 0.98), 0, random::nextGaussian);
      case 1 -> {
        double modulus = random.nextDouble(0.3, 0.97);
        double angle = random.nextDouble(0.1, 3);
        double a = 2 * modulus * Math.cos(angle);
        NoiseKind.autoregression(x, a, -modulus * modulus, random::nextGaussian);
      }
      case 2 -> NoiseKind.powerLaw(x, random.nextDouble(0.2, 1.4), random);
      default ->
          NoiseKind.autoregression(
              x, random.nextDouble(0, 0.9), 0, () -> NoiseKind.student3(random));
    }
    return x;
  }

  /** Deviations from the mean grow or shrink along the run, by this factor at its end. */
  private static void grow(double[] x, double factor) {
    double mean = Arrays.stream(x).average().orElse(0);
    double rate = Math.log(factor) / x.length;
    Arrays.setAll(x, t -> mean + (x[t] - mean) * Math.exp(rate * t));
  }

  /** A slow trend of 0.5 to 30 standard deviations, a power or as the root before a fold. */
  private static void drift(double[] x, RandomGenerator random) {
    double height = NormalForm.logUniform(random, 0.5, 30) * spread(x);
    double power = random.nextDouble(0.5, 3);
    double near = random.nextDouble(0, 0.25);
    boolean root = random.nextBoolean();
    for (int t = 0; t < x.length; t++) {
      double s = t / (double) x.length;
      x[t] += height * (root ? 1 - Math.sqrt(1 - (1 - near) * s) : Math.pow(s, power));
    }
  }

  private static double spread(double[] x) {
    double mean = Arrays.stream(x).average().orElse(0);
    return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /** How many runs there are. */
  public int size() {
    return approaching.length;
  }

  @Override
  public double[][] features() {
    return copy(features);
  }

  @Override
  public boolean[] approaching() {
    return approaching.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Training set: %d runs, %d of them towards a bifurcation; %d features; seed %d",
        size(),
        count(approaching),
        SignalFeatures.NAMES.size(),
        seed);
  }

  /** Runs of each kind. */
  @Override
  public Table table() {
    var counts = new TreeMap<String, Integer>();
    kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return Table.create(
        "training runs",
        StringColumn.create("kind", List.copyOf(counts.keySet())),
        IntColumn.create("runs", counts.values().stream().mapToInt(c -> c).toArray()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("runs", Integer.toString(size()), "features", FeatureMeter.VERSION))
        .seed(seed);
  }

  private static int count(boolean[] flags) {
    return (int) IntStream.range(0, flags.length).filter(i -> flags[i]).count();
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
