package murmuration.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import org.apache.commons.math3.distribution.BetaDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often a detector raises an alarm on noise: what its 5 % are worth. For each {@link NoiseKind}
 * many series without any transition, and of each the score as it is (alarm above one half) and the
 * p that {@link LearnedDetector#test} gives it.
 *
 * @param detector what was tested
 * @param n samples of a series
 * @param surrogates surrogates of a series
 * @param scores {@code [kind][series]}, kinds in the order of {@link NoiseKind}
 * @param p {@code [kind][series]}
 * @param seed seed of the random numbers
 */
public record FalseAlarms(
    String detector, int n, int surrogates, double[][] scores, double[][] p, long seed)
    implements Charted {
  private static final double LEVEL = 0.05;
  private static final double TAIL = 0.025;
  private static final int KINDS = NoiseKind.values().length;
  private static final int MOST = 1_000_000;

  /** Checks the shape and keeps its own copies. */
  public FalseAlarms {
    Arguments.present("detector", detector);
    scores = checked("scores", scores);
    p = checked("p", p);
    Arguments.require(
        scores[0].length == p[0].length,
        "scores has %d series, p %d: expected the same number",
        scores[0].length,
        p[0].length);
  }

  private static double[][] checked(String name, double[][] rows) {
    Arguments.require(
        Arguments.present(name, rows).length == KINDS,
        "%s has %d rows: expected %d, one for each kind",
        name,
        rows.length,
        KINDS);
    for (double[] row : rows) {
      Arguments.finite(name, row, 1);
      Arguments.require(
          row.length == rows[0].length,
          "%s has rows of %d and %d: expected the same length",
          name,
          rows[0].length,
          row.length);
    }
    return copy(rows);
  }

  /**
   * Counts.
   *
   * @param detector what to test
   * @param series series of each kind, 1 to a million
   * @param n samples of a series, {@link SignalFeatures#SHORTEST} to {@link SignalFeatures#LONGEST}
   * @param surrogates surrogates of a series, 19 to a million
   * @param seed seed of the random numbers; the result is the same on any number of threads
   */
  public static FalseAlarms of(
      LearnedDetector detector, int series, int n, int surrogates, long seed) {
    Arguments.present("detector", detector);
    count("series", series, 1);
    count("surrogates", surrogates, 19);
    Arguments.within("n", n, SignalFeatures.SHORTEST, SignalFeatures.LONGEST);
    double[][] scores = new double[KINDS][series];
    double[][] p = new double[KINDS][series];
    Parallel.forEach(
        "false alarms of the " + detector.learner(),
        KINDS * series,
        i -> {
          int kind = i % KINDS;
          double[] x = NoiseKind.values()[kind].draw(n, Rng.of(seed, i));
          scores[kind][i / KINDS] = detector.score(x);
          p[kind][i / KINDS] = detector.p(x, surrogates, Rng.seed(seed + 1, i));
        });
    return new FalseAlarms(detector.learner().toString(), n, surrogates, scores, p, seed);
  }

  private static void count(String name, int value, int least) {
    Arguments.require(
        value >= least && value <= MOST, "%s is %d: expected %d to %d", name, value, least, MOST);
  }

  @Override
  public double[][] scores() {
    return copy(scores);
  }

  @Override
  public double[][] p() {
    return copy(p);
  }

  /** Series of each kind. */
  public int series() {
    return p[0].length;
  }

  /**
   * The share of series of a kind whose p is at or below a level.
   *
   * @param kind the noise
   * @param level 0 to 1
   */
  public double rate(NoiseKind kind, double level) {
    Arguments.within("level", level, 0, 1);
    return share(p[Arguments.present("kind", kind).ordinal()], level);
  }

  /** The 95 % interval of {@link #rate} (Clopper and Pearson 1934). */
  public double[] interval(NoiseKind kind, double level) {
    return interval(rate(kind, level));
  }

  /** The share of series of a kind whose score is above one half: alarms without calibration. */
  public double uncalibrated(NoiseKind kind) {
    double[] of = scores[Arguments.present("kind", kind).ordinal()];
    return Arrays.stream(of).filter(s -> s > 0.5).count() / (double) of.length;
  }

  private double[] interval(double rate) {
    int n = series();
    int alarms = (int) Math.rint(rate * n);
    return new double[] {
      alarms == 0 ? 0 : beta(alarms, n - alarms + 1, TAIL),
      alarms == n ? 1 : beta(alarms + 1, n - alarms, 1 - TAIL)
    };
  }

  private static double beta(double a, double b, double q) {
    return new BetaDistribution(null, a, b).inverseCumulativeProbability(q);
  }

  private static double share(double[] p, double level) {
    return Arrays.stream(p).filter(v -> v <= level + 1e-12).count() / (double) p.length;
  }

  /** The kinds whose interval does not hold the level itself. */
  public List<NoiseKind> off(double level) {
    return Arrays.stream(NoiseKind.values())
        .filter(
            kind -> {
              double[] interval = interval(kind, level);
              return level < interval[0] || level > interval[1];
            })
        .toList();
  }

  @Override
  public String summary() {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "False alarms of the %s at p <= 0.05 (%d series of %d samples, %d surrogates):",
                detector,
                series(),
                n,
                surrogates));
    for (var kind : NoiseKind.values()) {
      double[] interval = interval(kind, LEVEL);
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s: %s %% (95 %% interval %s to %s); score above one half: %s %%",
              kind,
              percent(rate(kind, LEVEL)),
              percent(interval[0]),
              percent(interval[1]),
              percent(uncalibrated(kind))));
    }
    return text.append("\nnot what it says: ")
        .append(off(LEVEL).isEmpty() ? "none" : off(LEVEL))
        .toString();
  }

  private static String percent(double share) {
    return Digits.of(100 * share, 3);
  }

  /**
   * A row a kind: the alarms at 5 % with their interval, at 1 and 10 %, and without calibration.
   */
  @Override
  public Table table() {
    var kinds = NoiseKind.values();
    return Table.create(
        "false alarms of the " + detector,
        StringColumn.create("noise", Arrays.stream(kinds).map(NoiseKind::label)),
        IntColumn.create("series", IntStream.generate(this::series).limit(KINDS).toArray()),
        column("p <= 0.05", k -> rate(k, LEVEL)),
        column("low", k -> interval(k, LEVEL)[0]),
        column("high", k -> interval(k, LEVEL)[1]),
        column("p <= 0.01", k -> rate(k, 0.01)),
        column("p <= 0.1", k -> rate(k, 0.1)),
        column("score > 0.5", this::uncalibrated));
  }

  private static DoubleColumn column(String name, ToDoubleFunction<NoiseKind> value) {
    return DoubleColumn.create(
        name, Arrays.stream(NoiseKind.values()).mapToDouble(value).toArray());
  }

  /** The calibration curve: the share of alarms against the share that was allowed. */
  @Override
  public Figure chart() {
    double[] level = IntStream.rangeClosed(0, 50).mapToDouble(i -> i / 100.0).toArray();
    var panel =
        Panel.of("nominal rate of false alarms", "actual rate")
            .title(detector + ", n = " + n)
            .line("as it says", level, level);
    for (var kind : NoiseKind.values()) {
      double[] actual = Arrays.stream(level).map(l -> rate(kind, l)).toArray();
      panel = panel.line(kind.label(), level, actual);
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("detector", detector);
    options.put("series", Integer.toString(series()));
    options.put("n", Integer.toString(n));
    options.put("surrogates", Integer.toString(surrogates));
    return Provenance.of(options).seed(seed);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
