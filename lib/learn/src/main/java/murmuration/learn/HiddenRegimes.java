package murmuration.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Regimes between which a record flickers, by a hidden Markov model (Rabiner 1989, A tutorial on
 * hidden Markov models): where it is in which, how long it stays, how often it switches.
 *
 * <pre>{@code
 * var regimes = HiddenRegimes.of(series);        // two of them
 * regimes.test(99, 1).pRight();                  // could red noise with one mean look so?
 * }</pre>
 *
 * <p>The model is Smile's, which emits symbols: the record is cut into at most 20 bins of equal
 * frequency, so it knows the order of values, not their distance. Two regimes are always found,
 * also in plain red noise, where they are its upper and lower half: {@link #test} compares how far
 * apart they are with the same of AR(1) surrogates, which have one.
 *
 * @param series the record
 * @param path regime of each sample, 0 the one of the lowest mean
 * @param transition {@code [from][to]}, the probability a step
 * @param logLikelihood log-likelihood of the binned record
 */
public record HiddenRegimes(
    TimeSeries series, int[] path, double[][] transition, double logLikelihood) implements Charted {
  private static final int SHORTEST = 50;
  private static final int LONGEST = 100_000;
  private static final int MOST_REGIMES = 5;

  /** Checks the shape and keeps its own copies. */
  public HiddenRegimes {
    Arguments.present("series", series);
    int regimes = Arguments.present("transition", transition).length;
    Arguments.require(regimes >= 2, "transition has %d rows: expected at least 2", regimes);
    for (double[] row : transition) {
      Arguments.finite("transition", row, regimes);
    }
    Arguments.require(
        Arguments.present("path", path).length == series.size(),
        "path has %d samples: expected %d",
        path.length,
        series.size());
    Arguments.require(
        Arrays.stream(path).allMatch(s -> s >= 0 && s < regimes),
        "path leaves the regimes 0 to %d",
        regimes - 1);
    path = path.clone();
    transition = Arrays.stream(transition).map(double[]::clone).toArray(double[][]::new);
  }

  /** Two regimes. */
  public static HiddenRegimes of(TimeSeries series) {
    return of(series, 2);
  }

  /**
   * Fits the model.
   *
   * @param series 50 to 100,000 samples at equal steps, finite, not constant; a trend should be
   *     taken out first
   * @param regimes 2 to 5
   */
  public static HiddenRegimes of(TimeSeries series, int regimes) {
    double[] x = check(Arguments.present("series", series).values());
    Arguments.require(
        regimes >= 2 && regimes <= MOST_REGIMES,
        "regimes is %d: expected 2 to %d",
        regimes,
        MOST_REGIMES);
    var fitted = SmileRegimes.fit(x, regimes);
    return new HiddenRegimes(series, fitted.path(), fitted.transition(), fitted.logLikelihood());
  }

  private static double[] check(double[] x) {
    Arguments.finite("series", x, SHORTEST);
    Arguments.require(
        x.length <= LONGEST, "series has %d values: expected at most %d", x.length, LONGEST);
    Arguments.require(
        Arrays.stream(x).anyMatch(v -> v != x[0]),
        "series is constant (%s): expected values that vary",
        x[0]);
    double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
    Arguments.require(
        largest < 1e150, "series reaches %s: expected values whose squares are finite", largest);
    return x;
  }

  @Override
  public int[] path() {
    return path.clone();
  }

  @Override
  public double[][] transition() {
    return Arrays.stream(transition).map(double[]::clone).toArray(double[][]::new);
  }

  /** How many regimes the model has; the path may leave some of them out. */
  public int regimes() {
    return transition.length;
  }

  /** Samples in a regime. */
  public int samples(int regime) {
    return (int) Arrays.stream(path).filter(s -> s == checked(regime)).count();
  }

  private int checked(int regime) {
    Arguments.require(
        regime >= 0 && regime < regimes(), "regime is %d: expected 0 to %d", regime, regimes() - 1);
    return regime;
  }

  /** Mean of the record in a regime; NaN where the path never is. */
  public double mean(int regime) {
    double[] in = in(regime);
    return Arrays.stream(in).average().orElse(Double.NaN);
  }

  /** Standard deviation of the record in a regime (divisor n); NaN where the path never is. */
  public double sd(int regime) {
    double mean = mean(regime);
    double[] in = in(regime);
    double square =
        Arrays.stream(in).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN);
    return Math.sqrt(square);
  }

  private double[] in(int regime) {
    checked(regime);
    double[] x = series.values();
    return IntStream.range(0, path.length)
        .filter(t -> path[t] == regime)
        .mapToDouble(t -> x[t])
        .toArray();
  }

  /** How often the path leaves a regime. */
  public int exits(int regime) {
    checked(regime);
    return (int)
        IntStream.range(1, path.length)
            .filter(t -> path[t - 1] == regime && path[t] != regime)
            .count();
  }

  /** How often the path goes from one regime to another. */
  public int switches() {
    return IntStream.range(0, regimes()).map(this::exits).sum();
  }

  /** Switches per unit of time. */
  public double switchingRate() {
    return switches() / ((path.length - 1) * series.step());
  }

  /** Mean time spent in a regime at a stretch, time in it over exits from it; infinite for none. */
  public double dwell(int regime) {
    return samples(regime) * series.step() / exits(regime);
  }

  /**
   * 95 % interval of {@link #dwell} if exits come at a constant rate: {@code 2 T / chi2}, with
   * {@code 2 k + 2} and {@code 2 k} degrees of freedom for k exits in time T.
   */
  public double[] dwellInterval(int regime) {
    double time = 2 * samples(regime) * series.step();
    int exits = exits(regime);
    double low = time / chi(2 * exits + 2, 0.975);
    return new double[] {low, exits == 0 ? Double.POSITIVE_INFINITY : time / chi(2 * exits, 0.025)};
  }

  private static double chi(int degrees, double q) {
    return new ChiSquaredDistribution(null, degrees).inverseCumulativeProbability(q);
  }

  /**
   * How far apart the lowest and the highest regime of the path are: {@code |m1 - m0| / sqrt((s1^2
   * + s0^2)/2)} (Ashman, Bird and Zepf 1994); a normal cut at its middle has 2.65. 0 where the path
   * has one regime only.
   */
  public double separation() {
    int[] visited = Arrays.stream(path).distinct().sorted().toArray();
    int low = visited[0];
    int high = visited[visited.length - 1];
    double spread = Math.sqrt((Math.pow(sd(low), 2) + Math.pow(sd(high), 2)) / 2);
    return low == high || spread == 0 ? 0 : Math.abs(mean(high) - mean(low)) / spread;
  }

  /**
   * The separation beside that of red noise with one mean, fitted to the record and cut into
   * regimes in the same way.
   *
   * @param surrogates how many
   * @param seed seed of the random numbers
   */
  public SurrogateTest test(int surrogates, long seed) {
    int regimes = regimes();
    double mean = Arrays.stream(series.values()).average().orElse(0);
    double[] centred = Arrays.stream(series.values()).map(v -> v - mean).toArray();
    return SurrogateTest.of(
            List.of("separation of regimes"),
            new double[] {separation()},
            x -> new double[] {of(series.values(x), regimes).separation()},
            Surrogates.ar1(surrogates).seed(seed).from(centred))
        .getFirst();
  }

  @Override
  public String summary() {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d hidden regimes of %s (n = %d): %d switches, %s per unit of time; separation %s",
                regimes(),
                series.name(),
                path.length,
                switches(),
                Digits.of(switchingRate(), 4),
                Digits.of(separation(), 4)));
    for (int r = 0; r < regimes(); r++) {
      double[] interval = dwellInterval(r);
      text.append(
          String.format(
              Locale.ROOT,
              "%nregime %d: mean %s, sd %s, %s %% of the time, %s at a stretch (95 %% interval %s"
                  + " to %s, %d exits)",
              r,
              Digits.of(mean(r), 4),
              Digits.of(sd(r), 4),
              Digits.of(100.0 * samples(r) / path.length, 3),
              Digits.of(dwell(r), 4),
              Digits.of(interval[0], 4),
              Digits.of(interval[1], 4),
              exits(r)));
    }
    return text.toString();
  }

  /**
   * A row a regime: level, share of the time, dwell time with its interval, probability to stay.
   */
  @Override
  public Table table() {
    int[] all = IntStream.range(0, regimes()).toArray();
    return Table.create(
        "hidden regimes of " + series.name(),
        IntColumn.create("regime", all),
        column("mean", this::mean),
        column("sd", this::sd),
        column("share of time", r -> samples(r) / (double) path.length),
        column("dwell time", this::dwell),
        column("low", r -> dwellInterval(r)[0]),
        column("high", r -> dwellInterval(r)[1]),
        IntColumn.create("exits", Arrays.stream(all).map(this::exits).toArray()),
        column("stays a step", r -> transition[r][r]));
  }

  private DoubleColumn column(String name, IntToDoubleFunction value) {
    return DoubleColumn.create(name, IntStream.range(0, regimes()).mapToDouble(value).toArray());
  }

  /** The record with the mean of its regime, and the regime below. */
  @Override
  public Figure chart() {
    double[] t = series.times();
    double[] means = IntStream.range(0, regimes()).mapToDouble(this::mean).toArray();
    double[] level = Arrays.stream(path).mapToDouble(s -> means[s]).toArray();
    double[] regime = Arrays.stream(path).asDoubleStream().toArray();
    return Figure.column(
        Panel.over(series, series.name())
            .line("record", t, series.values())
            .line("mean of its regime", t, level),
        Panel.over(series, "regime").line("regime", t, regime));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("regimes", Integer.toString(regimes()));
    options.put("model", "hidden Markov, symbols of equal frequency (Smile)");
    return Provenance.of(options).data(series.source());
  }
}
