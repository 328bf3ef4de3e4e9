package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Does a record jump between states, as strong noise makes a bistable system do before it tips
 * (Scheffer et al. 2009; Dakos et al. 2013, Flickering as an early warning signal)?
 *
 * <p>The states are the wells of its {@link PotentialAnalysis}; a sample belongs to the well on
 * whose side of the barriers it lies, a switch is a change of well from one sample to the next, and
 * the rate is switches over the span of time. The bimodality coefficient is {@code (skewness^2 +
 * 1)/kurtosis} of moments with divisor n. Three statistics stand beside those of surrogates: the
 * number of wells, the bimodality coefficient, and the rate at which a surrogate crosses the
 * barriers <em>of the record</em>: a record that dwells in its wells crosses them less often than
 * red noise of the same memory (p of a fall).
 *
 * @param potential the wells and barriers
 * @param shares share of the samples in each well, ascending by state; sums to 1
 * @param switches changes of well
 * @param rate switches per unit of time
 * @param bimodality the bimodality coefficient
 * @param tests number of wells, bimodality coefficient and rate beside their surrogates; the rate
 *     is undefined where there is no barrier
 */
public record Flickering(
    PotentialAnalysis potential,
    double[] shares,
    int switches,
    double rate,
    double bimodality,
    List<SurrogateTest> tests)
    implements Charted {
  private static final int MOST_SHOWN = 6;

  /** Refuses null and keeps its own copies. */
  public Flickering {
    Arguments.present("potential", potential);
    Arguments.finite("shares", shares, 0);
    Arguments.require(switches >= 0, "switches is %d: expected 0 or more", switches);
    tests = Arguments.listed("tests", tests);
    Arguments.require(tests.size() == 3, "tests has %d: expected 3", tests.size());
    shares = shares.clone();
  }

  /** A record against 200 AR(1) surrogates with seed 1, its wells by the defaults. */
  public static Flickering of(TimeSeries series) {
    return of(series, PotentialOptions.defaults(), Surrogates.ar1(200).seed(1));
  }

  /**
   * A record against a null.
   *
   * @param series at least 10 samples at equal steps, finite, not constant
   * @param options how its wells are found
   * @param against the null
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static Flickering of(TimeSeries series, PotentialOptions options, Surrogates against) {
    Arguments.present("options", options);
    Arguments.present("against", against);
    Standardised.ofEqualSteps(series, 10);
    double[] record = series.values();
    var potential = PotentialAnalysis.of(series, options);
    double[] barriers =
        Arrays.stream(potential.barriers()).mapToDouble(b -> potential.states()[b]).toArray();
    double span = series.step() * (series.size() - 1);
    List<SurrogateTest> tests =
        SurrogateTest.of(
            List.of("number of wells", "bimodality coefficient", "switches per unit of time"),
            x ->
                new double[] {
                  PotentialAnalysis.count(x, options),
                  bimodality(x),
                  barriers.length == 0 ? Double.NaN : switches(x, barriers) / span
                },
            record,
            against);
    int switches = switches(record, barriers);
    return new Flickering(
        potential, shares(potential), switches, switches / span, bimodality(record), tests);
  }

  private static double[] shares(PotentialAnalysis potential) {
    int[] membership = potential.membership();
    double[] shares = new double[Math.max(1, potential.wells().length)];
    for (int well : membership) {
      shares[well] += 1.0 / membership.length;
    }
    return shares;
  }

  private static int switches(double[] x, double[] barriers) {
    int switches = 0;
    for (int i = 1; i < x.length; i++) {
      switches += well(x[i], barriers) == well(x[i - 1], barriers) ? 0 : 1;
    }
    return switches;
  }

  private static int well(double v, double[] barriers) {
    int well = 0;
    while (well < barriers.length && v > barriers[well]) {
      well++;
    }
    return well;
  }

  /** {@code (skewness^2 + 1) / kurtosis}; NaN for fewer than 3 values and for a constant. */
  static double bimodality(double[] x) {
    if (x.length < 3 || PotentialAnalysis.least(x) == PotentialAnalysis.largest(x)) {
      return Double.NaN;
    }
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double z : Standardised.of("x", x, 3).z()) {
      second += z * z;
      third += z * z * z;
      fourth += z * z * z * z;
    }
    double n = x.length;
    double skewness = third / n / Math.pow(second / n, 1.5);
    double kurtosis = fourth * n / (second * second);
    return (skewness * skewness + 1) / kurtosis;
  }

  @Override
  public double[] shares() {
    return shares.clone();
  }

  /** Mean time between two switches, in units of time; infinite where there is none. */
  public double meanDwell() {
    return 1 / rate;
  }

  @Override
  public String summary() {
    var series = potential.series();
    return String.format(
        Locale.ROOT,
        """
        Flickering of %s
        wells: %d; share of samples in each: %s
        switches: %d, %s per unit of time (mean dwell %s)
        bimodality coefficient %s (normal 0.333, uniform 0.556, two values 1)
        %s
        null: %s; N = %d, seed %d\
        """,
        series,
        potential.wells().length,
        Arrays.stream(shares)
            .limit(MOST_SHOWN)
            .mapToObj(v -> Digits.of(v, 4))
            .collect(Collectors.joining(", ")),
        switches,
        Digits.of(rate, 4),
        Digits.of(meanDwell(), 4),
        Digits.of(bimodality, 4),
        tests.stream().map(SurrogateTest::words).collect(Collectors.joining("\n")),
        tests.getFirst().source().words(),
        tests.getFirst().count(),
        tests.getFirst().source().seed());
  }

  /** One row a statistic: its value, 90 % of its surrogates, p of a rise and of a fall. */
  @Override
  public Table table() {
    return Table.create(
        "flickering of " + potential.series().name(),
        StringColumn.create("quantity", tests.stream().map(SurrogateTest::statistic)),
        DoubleColumn.create("value", tests.stream().mapToDouble(SurrogateTest::observed).toArray()),
        DoubleColumn.create("low", tests.stream().mapToDouble(t -> t.quantile(0.05)).toArray()),
        DoubleColumn.create("high", tests.stream().mapToDouble(t -> t.quantile(0.95)).toArray()),
        DoubleColumn.create("p rise", tests.stream().mapToDouble(SurrogateTest::pRight).toArray()),
        DoubleColumn.create("p fall", tests.stream().mapToDouble(SurrogateTest::pLeft).toArray()));
  }

  /** The record with its barriers, and its density. */
  @Override
  public Figure chart() {
    var series = potential.series();
    double[] states = potential.states();
    var record = Panel.over(series, series.name()).line("record", series.times(), series.values());
    var density = Panel.of(series.name(), "Density").line("density", states, potential.density());
    for (int b : IntStream.of(potential.barriers()).toArray()) {
      record = record.horizontal(states[b]);
      density = density.vertical(states[b]);
    }
    return Figure.grid(1, record, density);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> choices = new LinkedHashMap<>(potential.provenance().options());
    var source = tests.getFirst().source();
    choices.put("null", source.words());
    choices.put("surrogates", Integer.toString(source.count()));
    return Provenance.of(choices).seed(source.seed()).data(potential.series().source());
  }
}
