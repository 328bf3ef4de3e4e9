package murmuration.warning.detection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Histogram;
import murmuration.math.Proportion;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import murmuration.warning.process.DiffusionProcess;
import murmuration.warning.process.VarianceEquation;
import tech.tablesaw.api.Table;

/**
 * A likelihood ratio beside those of records simulated from either fit: a parametric bootstrap
 * (Boettiger and Hastings 2012).
 *
 * <p>{@code p = (1 + #{null >= observed})/(N + 1)} is how often the stable process gives a ratio as
 * high. The curve of both samples says whether this record, so long and so noisy, <em>could</em>
 * tell the two processes apart: where its area is near 0.5, a high p is no all-clear. Both are of
 * the fitted processes, not of the world; neither undoes a record having been chosen because it
 * collapsed.
 *
 * @param observed the record's own ratio
 * @param nulls ratios of records from the stable fit, length N
 * @param events ratios of records from the approaching fit, length N
 * @param signedNulls signed ratios of the same records
 * @param signedEvents signed ratios of the same records
 * @param seed seed of the random numbers
 */
public record LikelihoodRatioBootstrap(
    LikelihoodRatio observed,
    double[] nulls,
    double[] events,
    double[] signedNulls,
    double[] signedEvents,
    long seed)
    implements Charted {
  private static final int MOST = 1_000_000;
  private static final double LEVEL = 0.05;
  private static final double COVERAGE = 0.95;

  /** Checks the lengths and keeps its own copies. */
  public LikelihoodRatioBootstrap {
    Arguments.present("observed", observed);
    Arguments.finite("nulls", nulls, 1);
    Arguments.finite("events", events, 1);
    Arguments.finite("signedNulls", signedNulls, 1);
    Arguments.finite("signedEvents", signedEvents, 1);
    Arguments.sameLength("nulls", nulls, "signedNulls", signedNulls);
    Arguments.sameLength("events", events, "signedEvents", signedEvents);
    nulls = nulls.clone();
    events = events.clone();
    signedNulls = signedNulls.clone();
    signedEvents = signedEvents.clone();
  }

  static LikelihoodRatioBootstrap of(LikelihoodRatio observed, int pairs, long seed) {
    Arguments.require(pairs >= 1 && pairs <= MOST, "pairs is %d: expected 1 to %d", pairs, MOST);
    TimeSeries record = observed.stable().record();
    double[] values = record.values();
    double[] t = present(record.times(), values);
    double first = present(values, values)[0];
    VarianceEquation equation = observed.approaching().process().equation();
    List<DiffusionProcess> processes =
        List.of(observed.stable().process(), observed.approaching().process());
    List<LikelihoodRatio> drawn =
        Parallel.map(
            "likelihood ratios",
            2 * pairs,
            i ->
                LikelihoodRatio.of(
                    TimeSeries.of(t, processes.get(i % 2).simulate(t, first, Rng.of(seed, i))),
                    equation));
    double[][] ratios = new double[2][pairs];
    double[][] signed = new double[2][pairs];
    for (int i = 0; i < 2 * pairs; i++) {
      ratios[i % 2][i / 2] = drawn.get(i).ratio();
      signed[i % 2][i / 2] = drawn.get(i).signed();
    }
    return new LikelihoodRatioBootstrap(observed, ratios[0], ratios[1], signed[0], signed[1], seed);
  }

  /** Those of {@code x} at which the value is not missing. */
  private static double[] present(double[] x, double[] values) {
    double[] kept = new double[x.length];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(values[i])) {
        kept[n++] = x[i];
      }
    }
    return Arrays.copyOf(kept, n);
  }

  @Override
  public double[] nulls() {
    return nulls.clone();
  }

  @Override
  public double[] events() {
    return events.clone();
  }

  @Override
  public double[] signedNulls() {
    return signedNulls.clone();
  }

  @Override
  public double[] signedEvents() {
    return signedEvents.clone();
  }

  /** The probability under the stable fit of a ratio at least this high. */
  public double pValue() {
    return p(nulls, observed.ratio());
  }

  /** The same for the signed ratio: of deterioration at least this clear. */
  public double signedP() {
    return p(signedNulls, observed.signed());
  }

  private static double p(double[] nulls, double value) {
    return (1.0 + Arrays.stream(nulls).filter(v -> v >= value).count()) / (nulls.length + 1.0);
  }

  /** How well the ratio tells records of the two fits apart. */
  public Roc roc() {
    return Roc.of("likelihood ratio", nulls, events);
  }

  /** The same for the signed ratio. */
  public Roc signedRoc() {
    return Roc.of("signed likelihood ratio", signedNulls, signedEvents);
  }

  /** Records of the approaching fit that are found at 5 % false alarms by the ratio. */
  public OperatingPoint power() {
    return roc().atFalsePositiveRate(LEVEL);
  }

  @Override
  public String summary() {
    double[] power = power().truePositiveInterval(COVERAGE);
    Roc plain = roc();
    Roc signed = signedRoc();
    return String.format(
        Locale.ROOT,
        """
        Likelihood ratio of %s beside %d records from the stable fit and %d from the approaching one
        LR = %s, p = %s; signed %s, p = %s (n = %d steps, seed %d)
        AUC %s (%s to %s); signed %s (%s to %s)
        power at 5 %% false alarms: %s (%s to %s)
        5 to 95 %%: stable %s, approaching %s
        %s\
        """,
        observed.stable().record().name(),
        nulls.length,
        events.length,
        Digits.of(observed.ratio(), 4),
        Digits.of(pValue(), 4),
        Digits.of(observed.signed(), 4),
        Digits.of(signedP(), 4),
        observed.stable().n(),
        seed,
        Digits.of(plain.auc(), 4),
        Digits.of(plain.low(), 4),
        Digits.of(plain.high(), 4),
        Digits.of(signed.auc(), 4),
        Digits.of(signed.low(), 4),
        Digits.of(signed.high(), 4),
        Digits.of(power().truePositiveRate(), 4),
        Digits.of(power[0], 4),
        Digits.of(power[1], 4),
        range(nulls),
        range(events),
        words());
  }

  private static String range(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int last = sorted.length - 1;
    return Digits.of(sorted[(int) (0.05 * last)], 4)
        + " to "
        + Digits.of(sorted[(int) Math.ceil(0.95 * last)], 4);
  }

  /**
   * In one sentence: what the test says, and whether it could have said otherwise. A fit that
   * deteriorates is judged by the signed ratio, one that does not by the plain one.
   */
  public String words() {
    boolean falls = observed.approaching().process().m() < 0;
    if ((falls ? signedP() : pValue()) < LEVEL) {
      return falls
          ? "The record deteriorates more than a stable process would by chance."
          : "The record is not that of a stable process, but it moves away from the bifurcation.";
    }
    double found = (falls ? signedRoc() : roc()).atFalsePositiveRate(LEVEL).truePositiveRate();
    return found < 0.5
        ? "The record does not tell the processes apart, and could hardly have: no all-clear."
        : "A stable process does the same by chance.";
  }

  @Override
  public Table table() {
    double[] power = power().truePositiveInterval(COVERAGE);
    Roc plain = roc();
    Roc signed = signedRoc();
    double n = nulls.length;
    double[] p = new Proportion(pValue() * (n + 1) - 1, n).clopperPearson(COVERAGE);
    double[] signedInterval = new Proportion(signedP() * (n + 1) - 1, n).clopperPearson(COVERAGE);
    return Quantities.of("likelihood-ratio test")
        .and("likelihood ratio", observed.ratio())
        .and("p", pValue(), p[0], p[1])
        .and("signed likelihood ratio", observed.signed())
        .and("p, signed", signedP(), signedInterval[0], signedInterval[1])
        .and("AUC", plain.auc(), plain.low(), plain.high())
        .and("AUC, signed", signed.auc(), signed.low(), signed.high())
        .and("power at 5 %", power().truePositiveRate(), power[0], power[1])
        .and("pairs", n)
        .table();
  }

  /** The ratios of records from either fit, the record's own marked. */
  @Override
  public Figure chart() {
    double low = DoubleStream.concat(Arrays.stream(nulls), Arrays.stream(events)).min().orElse(0);
    double high = DoubleStream.concat(Arrays.stream(nulls), Arrays.stream(events)).max().orElse(1);
    double to = high > low ? high : low + 1;
    return Figure.column(
        panel("Stable fit", nulls, low, to).title("observed LR " + Digits.of(observed.ratio(), 3)),
        panel("Approaching fit", events, low, to));
  }

  private Panel panel(String name, double[] values, double low, double high) {
    int bins = Math.clamp(Math.round(Math.sqrt(values.length)), 10, 40);
    var histogram = Histogram.of(values, low, high, bins);
    return Panel.of("Likelihood ratio", name + " (records)")
        .bars(name, histogram.centres(), histogram.heights())
        .vertical(observed.ratio());
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("pairs", Integer.toString(nulls.length));
    options.put("variance equation", observed.approaching().process().equation().toString());
    return Provenance.of(options).seed(seed).data(observed.stable().record().source());
  }
}
