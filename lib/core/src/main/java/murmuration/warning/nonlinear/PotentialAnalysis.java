package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.KernelDensity;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The potential that a record seems to move in, and its wells (Livina, Kwasniok and Lenton 2010,
 * Potential analysis reveals changing number of climate states during the last 60 kyr).
 *
 * <p>If {@code dx = -U'(x) dt + s dW}, the stationary density is {@code exp(-2U/s^2)}; hence {@code
 * U = -s^2/2 ln f} with f a Gaussian kernel density on equally spaced states from the least to the
 * largest value, scaled so that {@code sum f * step = 1}. The number of wells is that of the inner
 * maxima of f that are deep enough; see {@link PotentialOptions#threshold}. A maximum at the first
 * or the last state is none, so that a record that piles up at its limit may have 0 wells.
 *
 * <p>The default threshold is strict: of 400 AR(1) records of 100 samples with phi 0.95, 1 % show
 * two wells; at a threshold of 0.005 it is 31 %. {@link #test} says how often for the record's own
 * memory and length.
 *
 * @param series the record; its order does not matter here
 * @param options the choices that were made
 * @param bandwidth h, in the unit of the record
 * @param states places, length m
 * @param density f, length m, per unit of the record
 * @param potential U, length m; infinite where no sample is near
 * @param wells indices of the states at the bottom of the wells, ascending
 * @param barriers indices of the states at the top between two wells, one fewer
 */
public record PotentialAnalysis(
    TimeSeries series,
    PotentialOptions options,
    double bandwidth,
    double[] states,
    double[] density,
    double[] potential,
    int[] wells,
    int[] barriers)
    implements Charted {
  private static final int LEAST = 10;
  private static final int MOST_LINES = 6;

  /** Checks the lengths and keeps its own copies. */
  public PotentialAnalysis {
    Arguments.present("series", series);
    Arguments.present("options", options);
    Arguments.positive("bandwidth", bandwidth);
    Arguments.increasing("states", states);
    Arguments.sameLength("states", states, "density", density);
    Arguments.sameLength("states", states, "potential", potential);
    checkIndices("wells", wells, states.length);
    checkIndices("barriers", barriers, states.length);
    Arguments.require(
        barriers.length == Math.max(0, wells.length - 1),
        "barriers has %d values: expected one between each two of %d wells",
        barriers.length,
        wells.length);
    states = states.clone();
    density = density.clone();
    potential = potential.clone();
    wells = wells.clone();
    barriers = barriers.clone();
  }

  private static void checkIndices(String name, int[] indices, int below) {
    for (int i : Arguments.present(name, indices)) {
      Arguments.require(i >= 0 && i < below, "%s has %d: expected 0 to %d", name, i, below - 1);
    }
  }

  /** The potential of a record, with {@link PotentialOptions#defaults}. */
  public static PotentialAnalysis of(TimeSeries series) {
    return of(series, PotentialOptions.defaults());
  }

  /** The potential of a sample, with {@link PotentialOptions#defaults}. */
  public static PotentialAnalysis of(double[] x) {
    return of(TimeSeries.of(x));
  }

  /**
   * The potential of a record.
   *
   * @param series at least 10 samples, not constant; missing values are left out
   * @param options the choices
   */
  public static PotentialAnalysis of(TimeSeries series, PotentialOptions options) {
    Arguments.present("options", options);
    double[] x = Arguments.present("series", series).withoutMissing().values();
    var sample = Standardised.of("series", x, LEAST);
    double sd = sample.sd();
    double low = Arrays.stream(x).min().orElseThrow();
    double high = Arrays.stream(x).max().orElseThrow();
    var kernel = KernelDensity.of(sample.z(), options.bandwidth().of(sample.z()));
    double[] places = options.states(least(sample.z()), largest(sample.z()));
    double[] f = options.density(kernel, places);
    var found = options.wells(kernel, f);
    double[] density = Arrays.stream(f).map(v -> v / sd).toArray();
    return new PotentialAnalysis(
        series,
        options,
        kernel.bandwidth() * sd,
        options.states(low, high),
        density,
        options.potential(density),
        found.maxima().stream().mapToInt(i -> i).toArray(),
        found.minima().stream().mapToInt(i -> i).toArray());
  }

  /**
   * The number of wells of a sample; NaN for fewer than 10 values and for a constant.
   *
   * @param x values in any order, finite
   */
  static double count(double[] x, PotentialOptions options) {
    if (x.length < LEAST || least(x) == largest(x)) {
      return Double.NaN;
    }
    double[] z = Standardised.of("x", x, LEAST).z();
    var kernel = KernelDensity.of(z, options.bandwidth().of(z));
    double[] f = options.density(kernel, options.states(least(z), largest(z)));
    return options.wells(kernel, f).maxima().size();
  }

  static double least(double[] x) {
    return Arrays.stream(x).min().orElseThrow();
  }

  static double largest(double[] x) {
    return Arrays.stream(x).max().orElseThrow();
  }

  /**
   * How often does a null give as many wells? The number of wells of a record beside that of its
   * surrogates. AR(1) surrogates have one well by law, so that p is the chance that memory and a
   * short record make up the rest.
   *
   * @param series at least 10 samples at equal steps, finite, not constant
   * @param options the choices
   * @param against the null
   */
  public static SurrogateTest test(
      TimeSeries series, PotentialOptions options, Surrogates against) {
    Arguments.present("series", series);
    Arguments.present("options", options);
    Arguments.present("against", against);
    Standardised.ofEqualSteps(series, LEAST);
    return SurrogateTest.of("number of wells", x -> count(x, options), series.values(), against);
  }

  @Override
  public double[] states() {
    return states.clone();
  }

  @Override
  public double[] density() {
    return density.clone();
  }

  @Override
  public double[] potential() {
    return potential.clone();
  }

  @Override
  public int[] wells() {
    return wells.clone();
  }

  @Override
  public int[] barriers() {
    return barriers.clone();
  }

  /** The height of barrier k above the higher of the two wells beside it. */
  public double depth(int k) {
    Arguments.require(
        k >= 0 && k < barriers.length, "k is %d: expected 0 to %d", k, barriers.length - 1);
    return potential[barriers[k]] - Math.max(potential[wells[k]], potential[wells[k + 1]]);
  }

  /**
   * The well, from 0, on whose side of the barriers each sample lies; length n, -1 where a sample
   * is missing.
   */
  int[] membership() {
    return Arrays.stream(series.values())
        .mapToInt(
            v ->
                Double.isNaN(v)
                    ? -1
                    : (int) Arrays.stream(barriers).filter(b -> v > states[b]).count())
        .toArray();
  }

  @Override
  public String summary() {
    String places =
        Arrays.stream(wells)
            .limit(MOST_LINES)
            .mapToObj(i -> Digits.of(states[i], 4))
            .collect(Collectors.joining(", "));
    String heights =
        IntStream.range(0, Math.min(MOST_LINES, barriers.length))
            .mapToObj(k -> Digits.of(states[barriers[k]], 4) + " (" + Digits.of(depth(k), 4) + ")")
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        """
        Potential of %s
        wells: %d%s
        %skernel width %s (%s), %d states, threshold %s kernel heights, noise %s\
        """,
        series,
        wells.length,
        wells.length == 0 ? "" : ", at " + places,
        barriers.length == 0 ? "" : "barriers (height above the higher well): " + heights + "\n",
        Digits.of(bandwidth, 4),
        options.bandwidth(),
        states.length,
        Digits.of(options.threshold(), 4),
        Digits.of(options.noise(), 4));
  }

  /** One row a state: density, potential, and whether it is a well or a barrier. */
  @Override
  public Table table() {
    String[] marks = new String[states.length];
    Arrays.fill(marks, "");
    Arrays.stream(wells).forEach(i -> marks[i] = "well");
    Arrays.stream(barriers).forEach(i -> marks[i] = "barrier");
    return Table.create(
        "potential of " + series.name(),
        DoubleColumn.create("state", states),
        DoubleColumn.create("density", density),
        DoubleColumn.create("potential", potential),
        StringColumn.create("mark", marks));
  }

  /** Density and potential over the states, wells marked. */
  @Override
  public Figure chart() {
    return Figure.grid(2, panel("Density", density), panel("Potential U", potential));
  }

  private Panel panel(String label, double[] values) {
    double[] shown = Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    double[] at = Arrays.stream(wells).mapToDouble(i -> states[i]).toArray();
    double[] of = Arrays.stream(wells).mapToDouble(i -> shown[i]).toArray();
    var panel = Panel.of(series.name(), label).line(label, states, shown);
    return at.length == 0 ? panel : panel.points("wells", at, of);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("series", series.toString());
    choices.put("options", options.toString());
    return Provenance.of(choices).data(series.source());
  }
}
