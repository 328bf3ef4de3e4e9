package murmuration.learn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import murmuration.data.TimeSeries;
import murmuration.math.Kendall;
import murmuration.warning.Detrend;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Rolling;
import murmuration.warning.SpectralIndicators;
import murmuration.warning.Window;

/** Measures {@link SignalFeatures} of series of one length; may be used by many threads. */
final class FeatureMeter {
  /** Changes with every change of a feature: weights are only good for the features they saw. */
  static final String VERSION = "1";

  /** R's loess: a Gaussian filter bends at its ends, and what drifts then looks as if it slowed. */
  static final Detrend DETREND = Detrend.loessR(0.4, 2);

  /** Windows from the first to the last where each needs a spectrum. */
  private static final int WINDOWS = 12;

  private static final Indicator LOW = SpectralIndicators.lowFrequencyShare(0.1);
  private static final Indicator AC2 = Indicators.ac(2);
  private static final Indicator ENTROPY = Indicators.permutationEntropy();

  /** Trends along windows of half of the record. */
  private static final Indicator[] HALF = {
    Indicators.VARIANCE, Indicators.AC1, AC2, Indicators.SKEWNESS_MOMENT, Indicators.KURTOSIS_MOMENT
  };

  private static final Indicator[] QUARTER = {Indicators.VARIANCE, Indicators.AC1};
  private static final Indicator[] SPECTRAL = {LOW, SpectralIndicators.SMAX, Indicators.VARIANCE};

  static final List<String> NAMES =
      List.of(
          "tau_variance",
          "tau_ac1",
          "tau_ac2",
          "tau_skewness",
          "tau_kurtosis",
          "tau_variance_quarter",
          "tau_ac1_quarter",
          "tau_low_frequency",
          "tau_peak",
          "log_variance_ratio",
          "log_variance_ratio_quarter",
          "change_ac1",
          "change_ac2",
          "change_skewness",
          "change_kurtosis",
          "change_entropy",
          "change_low_frequency",
          "change_peak",
          "change_dfa",
          "last_ac1",
          "last_partial2",
          "last_skewness",
          "last_kurtosis",
          "last_entropy",
          "last_dfa",
          "last_peak");

  private static final Map<Integer, FeatureMeter> BY_LENGTH = new ConcurrentHashMap<>();

  private final Detrend.Plan detrend;
  private final int n;

  private FeatureMeter(int n) {
    this.n = n;
    detrend = DETREND.plan(IntStream.range(0, n).asDoubleStream().toArray());
  }

  /** The meter of a length that {@link SignalFeatures#check} lets through: at most 1401 of them. */
  static FeatureMeter of(int n) {
    return BY_LENGTH.computeIfAbsent(n, FeatureMeter::new);
  }

  double[] measure(double[] x) {
    return ofResidual(residual(x));
  }

  /** What is left of a record, in no particular unit. */
  double[] residual(double[] x) {
    return standardised(detrend.residuals(x));
  }

  /** The features of what was detrended already. */
  double[] ofResidual(double[] residual) {
    double[] unit = standardised(residual);
    var along = new Along(unit);
    var first = Level.of(Arrays.copyOfRange(unit, 0, n / 2));
    var last = Level.of(Arrays.copyOfRange(unit, n - n / 2, n));
    double quarters =
        Level.variance(Arrays.copyOfRange(unit, n - n / 4, n))
            / Level.variance(Arrays.copyOfRange(unit, 0, n / 4));
    var changes =
        Stream.of(
            Math.log(last.variance / first.variance),
            Math.log(quarters),
            last.ac1 - first.ac1,
            last.ac2 - first.ac2,
            last.skewness - first.skewness,
            last.kurtosis - first.kurtosis,
            last.entropy - first.entropy,
            last.low - first.low,
            last.peak - first.peak,
            last.dfa - first.dfa,
            last.ac1,
            (last.ac2 - last.ac1 * last.ac1) / (1 - last.ac1 * last.ac1),
            last.skewness,
            last.kurtosis,
            last.entropy,
            last.dfa,
            last.peak);
    return Stream.concat(along.taus(), changes)
        .mapToDouble(v -> Double.isFinite(v) ? v.floatValue() : 0)
        .toArray();
  }

  /** Mean 0, mean square 1: what squares and fourth powers can be taken of in any unit. */
  private static double[] standardised(double[] x) {
    double largest = Arrays.stream(x).map(Math::abs).max().orElse(1);
    double[] scaled = Arrays.stream(x).map(v -> v / largest).toArray();
    double mean = Arrays.stream(scaled).average().orElse(0);
    double square = Arrays.stream(scaled).map(v -> (v - mean) * (v - mean)).average().orElse(1);
    return Arrays.stream(scaled).map(v -> (v - mean) / Math.sqrt(square)).toArray();
  }

  /** Trends of indicators along a residual. */
  private record Along(double[] residual) {
    Stream<Double> taus() {
      var series = TimeSeries.of(residual);
      double[][] half = Rolling.of(series, Window.fraction(0.5), HALF).values();
      half[3] = Arrays.stream(half[3]).map(Math::abs).toArray();
      double[][] quarter = Rolling.of(series, Window.fraction(0.25), QUARTER).values();
      var sparse = Window.fraction(0.5).stride(Math.max(1, residual.length / 2 / WINDOWS));
      double[][] spectral = Rolling.of(series, sparse, SPECTRAL).values();
      double[] peak = new double[residual.length];
      Arrays.setAll(peak, i -> spectral[1][i] / spectral[2][i]);
      return Stream.of(Stream.of(half), Stream.of(quarter), Stream.of(spectral[0], peak))
          .flatMap(rows -> rows)
          .map(Kendall::tau);
    }
  }

  /** Indicators of a whole stretch. */
  private record Level(
      double variance,
      double ac1,
      double ac2,
      double skewness,
      double kurtosis,
      double entropy,
      double low,
      double peak,
      double dfa) {
    private static final Indicator[] ALL = {
      Indicators.VARIANCE,
      Indicators.AC1,
      AC2,
      Indicators.SKEWNESS_MOMENT,
      Indicators.KURTOSIS_MOMENT,
      ENTROPY,
      LOW,
      SpectralIndicators.SMAX,
      Indicators.DFA
    };

    static Level of(double[] x) {
      double[][] v = Rolling.of(TimeSeries.of(x), Window.fraction(1), ALL).values();
      int last = x.length - 1;
      double variance = v[0][last];
      return new Level(
          variance,
          v[1][last],
          v[2][last],
          Math.abs(v[3][last]),
          Math.log(v[4][last]),
          v[5][last],
          v[6][last],
          v[7][last] / variance,
          v[8][last]);
    }

    static double variance(double[] x) {
      return Indicators.VARIANCE.rolling(x, Window.fraction(1))[x.length - 1];
    }
  }
}
