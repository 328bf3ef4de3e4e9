package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Kendall;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The record as a process of drift, diffusion and jumps whose strengths depend on the state
 * (Carpenter and Brock 2011, Early warnings of unknown nonlinear shifts: a nonparametric approach).
 * No equation is assumed.
 *
 * <p>With {@code dx_i = x_(i+1) - x_i} and a Gaussian kernel of width h about each state a, {@code
 * M_k(a) = E[dx^k | a] / dt}: drift M_1; total variance M_2; variance of a jump {@code s2 =
 * mean_a(M_6/M_4) / 5}; intensity of jumps {@code M_4 / (3 s2^2)}; diffusion {@code max(0, M_2 -
 * intensity s2)}; conditional variance {@code E[x_(i+1)^2 | a] - E[x_(i+1) | a]^2}. Along the
 * record each is what linear interpolation finds at the state x_i.
 *
 * <p>For normal steps {@code M_6/M_4 = 5 M_2}, so that a record sampled too coarsely to tell jumps
 * from diffusion shows one jump a step and no diffusion.
 *
 * <p>What is shown against time is a function of the state: a record that drifts takes its
 * indicators along. {@link #test} says what surrogates without a shift do.
 *
 * @param series the record, at equal steps, without missing values
 * @param options the choices that were made
 * @param states states a, length g, from the least to the largest of the record
 * @param drift M_1, length g, in units of x per unit of time
 * @param totalVariance M_2, length g, in squared units of x per unit of time
 * @param conditionalVariance length g, in squared units of x
 * @param diffusion length g, in squared units of x per unit of time
 * @param jumpIntensity jumps per unit of time, length g
 * @param jumpVariance s2, in squared units of x
 */
public record DriftDiffusionJump(
    TimeSeries series,
    Options options,
    double[] states,
    double[] drift,
    double[] totalVariance,
    double[] conditionalVariance,
    double[] diffusion,
    double[] jumpIntensity,
    double jumpVariance)
    implements Charted {
  private static final int LEAST = 20;

  /** Checks the lengths and keeps its own copies. */
  public DriftDiffusionJump {
    Arguments.present("series", series);
    Arguments.present("options", options);
    Arguments.finite("states", states, 2);
    Arguments.sameLength("states", states, "drift", drift);
    Arguments.sameLength("states", states, "totalVariance", totalVariance);
    Arguments.sameLength("states", states, "conditionalVariance", conditionalVariance);
    Arguments.sameLength("states", states, "diffusion", diffusion);
    Arguments.sameLength("states", states, "jumpIntensity", jumpIntensity);
    states = states.clone();
    drift = drift.clone();
    totalVariance = totalVariance.clone();
    conditionalVariance = conditionalVariance.clone();
    diffusion = diffusion.clone();
    jumpIntensity = jumpIntensity.clone();
  }

  /**
   * The choices.
   *
   * @param bandwidth width of the kernel as a multiple of the sd of the record, 0.01 to 100
   * @param points states at which the functions are estimated, 10 to 10,000
   */
  public record Options(double bandwidth, int points) {
    private static final int MOST = 10_000;

    /** Checks the ranges. */
    public Options {
      Arguments.within("bandwidth", bandwidth, 0.01, 100);
      Arguments.require(
          points >= 10 && points <= MOST, "points is %d: expected 10 to %d", points, MOST);
    }

    /** Those of Carpenter and Brock: 0.6 sd and 500 states. */
    public static Options defaults() {
      return new Options(0.6, 500);
    }

    /** The same with another width, in multiples of the sd of the record. */
    public Options bandwidth(double value) {
      return new Options(value, points);
    }

    /** The same with another number of states. */
    public Options points(int value) {
      return new Options(bandwidth, value);
    }
  }

  /** The functions of a record, with {@link Options#defaults}. */
  public static DriftDiffusionJump of(TimeSeries series) {
    return of(series, Options.defaults());
  }

  /**
   * The functions of a record.
   *
   * @param series at least 20 samples at equal steps, finite, not constant
   * @param options the choices
   */
  public static DriftDiffusionJump of(TimeSeries series, Options options) {
    Arguments.present("options", options);
    var sample = Standardised.ofEqualSteps(series, LEAST);
    double[] x = series.values();
    var moments = KernelMoments.of(sample.z(), options.bandwidth(), options.points());
    double sd = sample.sd();
    double perTime = 1 / series.step();
    double low = Arrays.stream(x).min().orElseThrow();
    double high = Arrays.stream(x).max().orElseThrow();
    double[] states = new double[options.points()];
    Arrays.setAll(states, j -> low + j * ((high - low) / (states.length - 1)));
    states[states.length - 1] = high;
    return new DriftDiffusionJump(
        series,
        options,
        states,
        scaled(moments.first(), sd * perTime),
        scaled(moments.second(), sd * sd * perTime),
        scaled(moments.conditionalVariance(), sd * sd),
        scaled(moments.diffusion(), sd * sd * perTime),
        scaled(moments.jumpIntensity(), perTime),
        moments.jumpVariance() * sd * sd);
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }

  /**
   * Do the four functions rise along the record more than in surrogates? Kendall's tau of each
   * along time, beside that of surrogates of the record.
   *
   * @param series at least 20 samples at equal steps, finite, not constant
   * @param options the choices; fewer points are faster and hardly change a tau
   * @param against the null
   * @return tests of the conditional variance, total variance, diffusion and jump intensity
   */
  public static List<SurrogateTest> test(TimeSeries series, Options options, Surrogates against) {
    Arguments.present("series", series);
    Arguments.present("against", against);
    Arguments.present("options", options);
    Standardised.ofEqualSteps(series, LEAST);
    return SurrogateTest.of(
        List.of(
            "tau of conditional variance",
            "tau of total variance",
            "tau of diffusion",
            "tau of jump intensity"),
        x -> {
          var found = of(series.values(x), options);
          return Stream.of(
                  found.conditionalVariance,
                  found.totalVariance,
                  found.diffusion,
                  found.jumpIntensity)
              .mapToDouble(f -> Kendall.tau(found.along(f)))
              .toArray();
        },
        series.values(),
        against);
  }

  @Override
  public double[] states() {
    return states.clone();
  }

  @Override
  public double[] drift() {
    return drift.clone();
  }

  @Override
  public double[] totalVariance() {
    return totalVariance.clone();
  }

  @Override
  public double[] conditionalVariance() {
    return conditionalVariance.clone();
  }

  @Override
  public double[] diffusion() {
    return diffusion.clone();
  }

  @Override
  public double[] jumpIntensity() {
    return jumpIntensity.clone();
  }

  /**
   * One of the functions along the record, by linear interpolation between states.
   *
   * @param function length g, such as {@link #diffusion()}
   * @return length n
   */
  public double[] along(double[] function) {
    Arguments.sameLength("function", function, "states", states);
    DoubleUnaryOperator at = v -> interpolate(function, v);
    return Arrays.stream(series.values()).map(at).toArray();
  }

  private double interpolate(double[] function, double v) {
    int last = states.length - 2;
    double step = (states[last + 1] - states[0]) / (last + 1);
    int j = Math.clamp((long) ((v - states[0]) / step), 0, last);
    double share = Math.clamp((v - states[j]) / (states[j + 1] - states[j]), 0, 1);
    return share == 0 ? function[j] : function[j] + share * (function[j + 1] - function[j]);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Drift, diffusion and jumps of %s
        kernel width %s sd, %d states from %s to %s
        %-22s %11s %11s
        %s
        %s
        %s
        %s
        variance of a jump: %s\
        """,
        series,
        Digits.of(options.bandwidth(), 4),
        states.length,
        Digits.of(states[0], 4),
        Digits.of(states[states.length - 1], 4),
        "",
        "first tenth",
        "last tenth",
        line("conditional variance", conditionalVariance),
        line("total variance", totalVariance),
        line("diffusion", diffusion),
        line("jump intensity", jumpIntensity),
        Digits.of(jumpVariance, 4));
  }

  private String line(String name, double[] function) {
    double[] along = along(function);
    int tenth = Math.max(1, along.length / 10);
    return String.format(
        Locale.ROOT,
        "%-22s %11s %11s",
        name,
        Digits.of(Arrays.stream(along).limit(tenth).average().orElseThrow(), 4),
        Digits.of(Arrays.stream(along).skip(along.length - tenth).average().orElseThrow(), 4));
  }

  /** One row a state: drift, total and conditional variance, diffusion, jump intensity. */
  @Override
  public Table table() {
    return Table.create(
        "drift, diffusion and jumps of " + series.name(),
        DoubleColumn.create("state", states),
        DoubleColumn.create("drift", drift),
        DoubleColumn.create("total variance", totalVariance),
        DoubleColumn.create("conditional variance", conditionalVariance),
        DoubleColumn.create("diffusion", diffusion),
        DoubleColumn.create("jump intensity", jumpIntensity));
  }

  /** The record, conditional variance, total variance, diffusion and jump intensity along it. */
  @Override
  public Figure chart() {
    return Figure.column(
        Panel.over(series, series.name()).line("record", series.times(), series.values()),
        panel("Conditional variance", conditionalVariance),
        panel("Total variance", totalVariance),
        panel("Diffusion", diffusion),
        panel("Jump intensity", jumpIntensity));
  }

  private Panel panel(String label, double[] function) {
    return Panel.over(series, label).line(label, series.times(), along(function));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("series", series.toString());
    choices.put("bandwidth", options.bandwidth() + " sd");
    choices.put("points", Integer.toString(options.points()));
    return Provenance.of(choices).data(series.source());
  }
}
