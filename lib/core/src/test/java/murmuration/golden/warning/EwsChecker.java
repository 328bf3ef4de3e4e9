package murmuration.golden.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.PowerSpectrum;
import murmuration.warning.Detrend;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.SpectralIndicators;
import murmuration.warning.Window;
import murmuration.warning.bifurcation.SpectralModel;
import murmuration.warning.bifurcation.SpectrumComparison;

/** What ewstools computes along a series: indicators of its residuals, their trends, spectra. */
public final class EwsChecker implements Checker {
  private static final double AGREEMENT = 1e-6;
  private static final Map<String, Indicator> INDICATORS =
      Map.ofEntries(
          Map.entry("variance", Indicators.VARIANCE),
          Map.entry("std", Indicators.SD),
          Map.entry("cv", Indicators.CV),
          Map.entry("skew", Indicators.SKEWNESS),
          Map.entry("kurtosis", Indicators.KURTOSIS),
          Map.entry("ac1", Indicators.AC1),
          Map.entry("ac2", Indicators.ac(2)),
          Map.entry("ac3", Indicators.ac(3)),
          Map.entry("dfa", Indicators.DFA),
          Map.entry("sample-entropy-0", Indicators.sampleEntropy(0)),
          Map.entry("sample-entropy-1", Indicators.sampleEntropy(1)),
          Map.entry("sample-entropy-2", Indicators.sampleEntropy(2)),
          Map.entry("approximate-entropy-0", Indicators.approximateEntropy(0)),
          Map.entry("approximate-entropy-1", Indicators.approximateEntropy(1)),
          Map.entry("approximate-entropy-2", Indicators.approximateEntropy(2)));

  @Override
  public String kind() {
    return "warning/ews";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node root = file.root();
    double[] time = root.at("time").numbers();
    double[] state = root.at("state").numbers();
    Node transition = root.at("params").at("transition");
    double last = transition.isNull() ? Double.POSITIVE_INFINITY : transition.number();
    int n = (int) Arrays.stream(time).filter(t -> t <= last).count();
    double[] cut = Arrays.copyOf(state, n);
    Detrend detrend = detrend(root.at("params").at("detrend"));
    double[] smooth = detrend.plan(Arrays.copyOf(time, n)).smooth(cut);
    double[] expectedSmooth = root.at("smoothing").numbers();
    report.numbers(
        "smoothing",
        Arrays.copyOf(expectedSmooth, n),
        smooth,
        file.tolerance(
            detrend.toString().startsWith("Lowess") ? "smoothing_lowess" : "smoothing_gaussian"));
    int[] rows = rows(root.at("ews_row_index"), expectedSmooth.length, time.length);
    double[] residual = new double[n];
    for (int i = 0; i < n; i++) {
      residual[i] = cut[i] - smooth[i];
    }
    Window window = Window.fraction(root.at("params").at("rolling_window").number());
    Node ews = root.at("ews");
    Node taus = root.at("ktau");
    for (String name : ews.keys()) {
      Indicator indicator = Objects.requireNonNull(INDICATORS.get(name), name);
      double[] found = indicator.rolling(residual, cut, 1, window);
      double[] expected = ews.at(name).numbers();
      for (int j = 0; j < expected.length; j++) {
        double ours = rows[j] < n ? found[rows[j]] : Double.NaN;
        report.number(name + " at " + rows[j], expected[j], ours, tolerance(file, name));
      }
      TauComparison.check(name, taus.at(name).number(), found, file.tolerance("ktau"), report);
    }
    if (root.has("spectrum")) {
      spectrum(file, residual, window, report);
    }
  }

  private static Detrend detrend(Node params) {
    return switch (params.at("method").text()) {
      case "Gaussian" -> Detrend.gaussian(params.at("bandwidth").number());
      case "Lowess" -> Detrend.lowess(params.at("span").number());
      default -> throw new IllegalArgumentException(params.path());
    };
  }

  private static int[] rows(Node index, int all, int length) {
    if (index.value() instanceof String) {
      return IntStream.range(0, Math.min(all, length)).toArray();
    }
    return Arrays.stream(index.numbers()).mapToInt(v -> (int) v).toArray();
  }

  private static Tolerance tolerance(GoldenFile file, String name) {
    return switch (name) {
      case "ac1", "ac2", "ac3" -> file.tolerance("ac");
      case "kurtosis" -> Tolerance.relative(1e-6);
      default -> file.tolerance("moments");
    };
  }

  private static void spectrum(GoldenFile file, double[] residual, Window window, Report report) {
    Node spectrum = file.root().at("spectrum");
    Tolerance tolerance = file.tolerance("spectrum");
    int stride = (int) spectrum.at("roll_offset").integer();
    double[] peaks = SpectralIndicators.SMAX.rolling(residual, window.stride(stride));
    double[] times = spectrum.at("times").numbers();
    double[] expected = spectrum.at("smax").numbers();
    for (int j = 0; j < times.length; j++) {
      report.number("smax at " + times[j], expected[j], peaks[(int) times[j]], tolerance);
    }
    TauComparison.check(
        "smax", file.root().at("ktau").at("smax").number(), peaks, file.tolerance("ktau"), report);
    int w = window.length(residual.length);
    int segment = Math.min(w, (int) spectrum.at("ham_length").integer());
    int overlap = (int) (spectrum.at("ham_offset").number() * segment);
    double[] powerTimes = spectrum.at("power_times").numbers();
    double[][] power = spectrum.at("power").matrix();
    for (int j = 0; j < powerTimes.length; j++) {
      int end = (int) powerTimes[j] + 1;
      double[] found =
          new PowerSpectrum(segment).welch(Arrays.copyOfRange(residual, end - w, end), overlap);
      for (int k = 0; k < power[j].length; k++) {
        report.number(
            "power at " + powerTimes[j], power[j][k], found[Math.abs(k - segment / 2)], tolerance);
      }
    }
    weights(file, residual, window.stride(1), report);
  }

  /**
   * The weights follow from residual sums of squares, and those of the peer from its weights and
   * that of the null, which has a closed form. Its fits may stop in local minima: ours are never
   * worse, and where they agree so do the weights.
   */
  private static void weights(GoldenFile file, double[] residual, Window window, Report report) {
    Node spectrum = file.root().at("spectrum");
    var models = List.of(SpectralModel.FOLD, SpectralModel.HOPF, SpectralModel.NULL);
    int w = window.length(residual.length);
    double[] times = spectrum.at("times").numbers();
    for (int j = 0; j < times.length; j++) {
      int end = (int) times[j] + 1;
      var ours = SpectrumComparison.of(Arrays.copyOfRange(residual, end - w, end));
      double n = ours.points();
      double[] peer = new double[3];
      boolean agree = true;
      for (int m = 0; m < 3; m++) {
        peer[m] = spectrum.at("w_" + models.get(m).label().toLowerCase(Locale.ROOT)).numbers()[j];
      }
      double flat = flat(ours);
      for (int m = 0; m < 3; m++) {
        double rss =
            flat
                * Math.pow(peer[2] / peer[m], 2 / n)
                * Math.exp(-2 * (models.get(m).parameters() - 1) / n);
        double found = ours.fit(models.get(m)).rss();
        report.holds(
            "RSS of " + models.get(m) + " at " + times[j],
            found <= rss * (1 + AGREEMENT),
            "expected at most " + rss + ", found " + found);
        agree &= found >= rss * (1 - AGREEMENT);
      }
      for (int m = 0; agree && m < 3; m++) {
        report.number(
            "weight of " + models.get(m) + " at " + times[j],
            peer[m],
            ours.weight(models.get(m)),
            Tolerance.absolute(1e-5));
      }
    }
  }

  /** The residual sum of squares of the mean. */
  private static double flat(SpectrumComparison comparison) {
    double[] power = comparison.power();
    double mean = 0;
    for (int i = 0; i < power.length; i++) {
      mean += (i == 0 ? 1 : 2) * power[i] / comparison.points();
    }
    double rss = 0;
    for (int i = 0; i < power.length; i++) {
      rss += (i == 0 ? 1 : 2) * (power[i] - mean) * (power[i] - mean);
    }
    return rss;
  }
}
