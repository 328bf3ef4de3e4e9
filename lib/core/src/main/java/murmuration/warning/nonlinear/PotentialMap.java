package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.KernelDensity;
import murmuration.math.Ranks;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import murmuration.warning.Window;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How the potential changes along time or along a parameter (Livina et al. 2010; Hirota et al.
 * 2011, Global resilience of tropical forest and savanna to critical transitions): the {@link
 * PotentialAnalysis} of each window, on states common to all.
 *
 * @param parameterName label of the parameter, with its unit
 * @param stateName label of the state, with its unit
 * @param options the choices that were made
 * @param samples samples in a window
 * @param parameter mean of the parameter in each window, length m, ascending
 * @param states places, length g
 * @param density {@code [window][state]}; NaN for a window without variance
 * @param wells states at the bottom of the wells of each window, ascending
 */
public record PotentialMap(
    String parameterName,
    String stateName,
    PotentialOptions options,
    int samples,
    double[] parameter,
    double[] states,
    double[][] density,
    List<List<Double>> wells)
    implements Charted {
  private static final int MOST_WINDOWS = 100;
  private static final int LEAST = 10;

  /** Checks the shape and keeps its own copies. */
  public PotentialMap {
    Arguments.present("parameterName", parameterName);
    Arguments.present("stateName", stateName);
    Arguments.present("options", options);
    Arguments.finite("parameter", parameter, 1);
    Arguments.increasing("states", states);
    Arguments.present("density", density);
    Arguments.require(
        density.length == parameter.length,
        "density has %d rows: expected one for each of %d windows",
        density.length,
        parameter.length);
    for (double[] row : density) {
      Arguments.sameLength("a row of density", row, "states", states);
    }
    Arguments.require(
        Arguments.listed("wells", wells).size() == parameter.length,
        "wells has %d rows: expected one for each of %d windows",
        wells.size(),
        parameter.length);
    wells = wells.stream().map(row -> Arguments.<Double>listed("wells", row)).toList();
    parameter = parameter.clone();
    states = states.clone();
    density = copy(density);
  }

  /** Along the time of a record, in windows of a fifth of it, with the usual options. */
  public static PotentialMap of(TimeSeries series) {
    return of(series, Window.fraction(0.2), PotentialOptions.defaults());
  }

  /**
   * Along the time of a record.
   *
   * @param series not constant; missing values are left out; at least 10 samples a window
   * @param window how many samples a window holds, and its stride; with a stride of 1 about 100
   *     windows are taken
   * @param options how wells are found
   */
  public static PotentialMap of(TimeSeries series, Window window, PotentialOptions options) {
    var complete = Arguments.present("series", series).withoutMissing();
    return of(
        complete.timeName(), complete.name(), complete.times(), complete.values(), window, options);
  }

  /**
   * Along a parameter: samples are sorted by it, and a window holds those next to one another.
   *
   * @param parameter value of the parameter at each sample, length n, in any order, finite
   * @param x state of each sample, length n, finite, not constant
   * @param window how many samples a window holds, and its stride
   * @param options how wells are found
   */
  public static PotentialMap of(
      double[] parameter, double[] x, Window window, PotentialOptions options) {
    return of("parameter", "state", parameter, x, window, options);
  }

  private static PotentialMap of(
      String parameterName,
      String stateName,
      double[] parameter,
      double[] x,
      Window window,
      PotentialOptions options) {
    Arguments.finite("parameter", parameter, LEAST);
    Arguments.sameLength("parameter", parameter, "x", x);
    Arguments.present("window", window);
    Arguments.present("options", options);
    var sample = Standardised.of("x", x, LEAST);
    int w = window.length(x.length);
    Arguments.require(w >= LEAST, "window %d is short: expected at least %d", w, LEAST);
    int[] order = Ranks.order(parameter);
    double[] z = Arrays.stream(order).mapToDouble(i -> sample.z()[i]).toArray();
    int stride =
        window.stride() > 1 ? window.stride() : Math.max(1, (x.length - w) / (MOST_WINDOWS - 1));
    int windows = (x.length - w) / stride + 1;
    double[] places = options.states(PotentialAnalysis.least(z), PotentialAnalysis.largest(z));
    double[] states = Arrays.stream(places).map(v -> sample.mean() + sample.sd() * v).toArray();
    double[] centres = new double[windows];
    for (int k = 0; k < windows; k++) {
      double mean = 0;
      for (int i = k * stride; i < k * stride + w; i++) {
        mean += parameter[order[i]] / w;
      }
      centres[k] = mean;
    }
    List<Column> columns =
        Parallel.map(
            "potential map",
            windows,
            k -> Column.of(Arrays.copyOfRange(z, k * stride, k * stride + w), places, options));
    return new PotentialMap(
        parameterName,
        stateName,
        options,
        w,
        centres,
        states,
        columns.stream()
            .map(c -> Arrays.stream(c.density).map(f -> f / sample.sd()).toArray())
            .toArray(double[][]::new),
        columns.stream().map(c -> c.wells.stream().map(i -> states[i]).toList()).toList());
  }

  private record Column(double[] density, List<Integer> wells) {
    static Column of(double[] z, double[] places, PotentialOptions options) {
      if (PotentialAnalysis.least(z) == PotentialAnalysis.largest(z)) {
        double[] none = new double[places.length];
        Arrays.fill(none, Double.NaN);
        return new Column(none, List.of());
      }
      var kernel = KernelDensity.of(z, options.bandwidth().of(z));
      double[] f = options.density(kernel, places);
      return new Column(f, options.wells(kernel, f).maxima());
    }
  }

  @Override
  public double[] parameter() {
    return parameter.clone();
  }

  @Override
  public double[] states() {
    return states.clone();
  }

  @Override
  public double[][] density() {
    return copy(density);
  }

  /** The potential {@code -s^2/2 ln f}, {@code [window][state]}; infinite where f is 0. */
  public double[][] potential() {
    return Arrays.stream(density).map(options::potential).toArray(double[][]::new);
  }

  /** The number of wells of each window, length m; NaN for a window without variance. */
  public double[] counts() {
    return IntStream.range(0, parameter.length)
        .mapToDouble(k -> Double.isNaN(density[k][0]) ? Double.NaN : wells.get(k).size())
        .toArray();
  }

  @Override
  public String summary() {
    double[] counts = counts();
    long several = Arrays.stream(counts).filter(c -> c >= 2).count();
    return String.format(
        Locale.ROOT,
        """
        Potential of %s along %s
        %d windows of %d samples, %s from %s to %s
        two wells or more in %d of them (%s); threshold %s kernel heights
        windows overlap and share their samples: this is a description\
        """,
        stateName,
        parameterName,
        parameter.length,
        samples,
        parameterName,
        Digits.of(parameter[0], 4),
        Digits.of(parameter[parameter.length - 1], 4),
        several,
        Digits.of((double) several / parameter.length, 4),
        Digits.of(options.threshold(), 4));
  }

  /** One row a window: parameter, number of wells, lowest and highest of them. */
  @Override
  public Table table() {
    return Table.create(
        "wells along " + parameterName,
        DoubleColumn.create(parameterName, parameter),
        DoubleColumn.create("wells", counts()),
        DoubleColumn.create("lowest well", wells.stream().mapToDouble(w -> end(w, true))),
        DoubleColumn.create("highest well", wells.stream().mapToDouble(w -> end(w, false))));
  }

  private static double end(List<Double> wells, boolean first) {
    return wells.isEmpty() ? Double.NaN : first ? wells.getFirst() : wells.getLast();
  }

  /** Density as colours with the wells on it, and the number of wells. */
  @Override
  public Figure chart() {
    double[][] z = new double[states.length][parameter.length];
    for (int j = 0; j < states.length; j++) {
      for (int k = 0; k < parameter.length; k++) {
        z[j][k] = density[k][j];
      }
    }
    double[] x = parameter;
    var places = Panel.of(parameterName, stateName);
    if (distinct(x)) {
      places = places.heat("density", x, states, z);
    }
    double[] at =
        IntStream.range(0, x.length)
            .boxed()
            .flatMapToDouble(k -> wells.get(k).stream().mapToDouble(v -> x[k]))
            .toArray();
    double[] of = wells.stream().flatMap(List::stream).mapToDouble(v -> v).toArray();
    return Figure.grid(
        1,
        at.length == 0 ? places : places.points("wells", at, of),
        Panel.of(parameterName, "Wells").line("number of wells", x, counts()));
  }

  private static boolean distinct(double[] x) {
    return x.length > 1 && Arrays.stream(x).distinct().count() == x.length;
  }

  @Override
  public Provenance provenance() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("state", stateName);
    choices.put("parameter", parameterName);
    choices.put("samples", Integer.toString(samples));
    choices.put("options", options.toString());
    return Provenance.of(choices);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
