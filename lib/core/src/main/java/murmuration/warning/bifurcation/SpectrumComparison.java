package murmuration.warning.bifurcation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The spectrum of one window and the models of bifurcations fitted to it, weighed by AIC (Bury,
 * Bauch and Anand 2020). Each fit is the global least squares of its model.
 *
 * <p>Weights are shares of evidence among the models compared, not probabilities of a transition.
 * The spectrum of plain red noise is that of a fold, and a Hopf's has a parameter more to follow
 * the wiggles of a short record: compare with the same weights on noise, as {@link SpectralWeights}
 * does. Neighbouring points of a tapered spectrum depend on one another, and the mirrored half
 * repeats the first, so the weights are more certain than the data ({@code oneSided} mends the
 * second).
 *
 * @param omega angular frequencies from 0, in radians a sample, length m
 * @param power Welch's spectrum there, length m, in squared units of the record
 * @param points N of the AIC: 2m - 1 for a two-sided spectrum, m for a one-sided one
 * @param fits a fit for each model, in the order asked for
 */
public record SpectrumComparison(double[] omega, double[] power, int points, List<SpectralFit> fits)
    implements Charted {
  private static final int SEGMENT = 40;
  private static final int CURVE = 241;

  /** Keeps its own copies. */
  public SpectrumComparison {
    Arguments.finite("omega", omega, 2);
    Arguments.sameLength("omega", omega, "power", power);
    Arguments.finite("power", power, 2);
    Arguments.require(points >= 1, "points is %d: expected at least 1", points);
    omega = omega.clone();
    power = power.clone();
    fits = Arguments.listed("fits", fits);
    Arguments.require(!fits.isEmpty(), "fits is empty: expected at least one");
  }

  /**
   * Fold, Hopf and null on the two-sided spectrum over segments of 40 samples (ewstools).
   *
   * @param x a detrended window, at least 3 values
   */
  public static SpectrumComparison of(double[] x) {
    return of(x, SEGMENT, false, SpectralModel.USUAL.toArray(SpectralModel[]::new));
  }

  /**
   * The comparison by choice.
   *
   * @param x a detrended window, at least 3 values, equally spaced, finite, of magnitude below
   *     1e60; constant values have no spectrum and give NaN
   * @param segment longest segment of Welch's spectrum, 3 to 512 samples; they overlap by half
   * @param oneSided whether mirrored frequencies, which are not new data, count once
   * @param models what is compared, each once
   */
  public static SpectrumComparison of(
      double[] x, int segment, boolean oneSided, SpectralModel... models) {
    bounded("x", x);
    int length = Math.min(SpectrumPlan.checked(segment), x.length);
    var list = SpectralModel.distinct(Arguments.listed("models", models));
    var plan = SpectrumPlan.of(length, oneSided, list);
    return of(plan, new SegmentSpectra(x, length).of(0, x.length));
  }

  static SpectrumComparison of(SpectrumPlan plan, double[] power) {
    return new SpectrumComparison(plan.frequencies(), power, plan.points(), plan.fit(power));
  }

  /** Refuses what squares would lose. */
  static void bounded(String name, double[] x) {
    Arguments.finite(name, x, 3);
    for (int i = 0; i < x.length; i++) {
      Arguments.require(
          Math.abs(x[i]) <= 1e60, "%s[%d] is %s: expected a magnitude up to 1e60", name, i, x[i]);
    }
  }

  @Override
  public double[] omega() {
    return omega.clone();
  }

  @Override
  public double[] power() {
    return power.clone();
  }

  /** The fit of one of the models that were compared. */
  public SpectralFit fit(SpectralModel model) {
    Arguments.present("model", model);
    return fits.stream()
        .filter(f -> f.model() == model)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    model + " was not compared: expected one of " + models()));
  }

  /** The models that were compared. */
  public List<SpectralModel> models() {
    return fits.stream().map(SpectralFit::model).toList();
  }

  /** The AIC weight of one of the models that were compared. */
  public double weight(SpectralModel model) {
    return fit(model).weight();
  }

  /** The fit of the largest weight, the first of equals; the first of all where none has one. */
  public SpectralFit winner() {
    return fits.stream().reduce((a, b) -> b.weight() > a.weight() ? b : a).orElseThrow();
  }

  /** The highest point of the spectrum, Smax. */
  public double smax() {
    return Arrays.stream(power).max().orElseThrow();
  }

  /**
   * Coherence factor (ewstools): height of the peak over its relative width {@code 2 (w_peak -
   * w_half)/w_peak}, w_half being the nearest frequency below the peak where the spectrum is under
   * half its height. It is 0 where the peak is at 0 or so wide that there is none.
   */
  public double coherence() {
    int peak = 0;
    for (int j = 1; j < power.length; j++) {
      peak = power[j] > power[peak] ? j : peak;
    }
    for (int j = peak - 1; j >= 0; j--) {
      if (power[j] < power[peak] / 2) {
        return power[peak] * omega[peak] / (2 * (omega[peak] - omega[j]));
      }
    }
    return 0;
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Spectrum of %d frequencies, N = %d; peak %s, coherence factor %s",
            omega.length,
            points,
            Digits.of(smax(), 4),
            Digits.of(coherence(), 4)));
    for (SpectralFit fit : fits) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-5s weight %-10s RSS %-10s %s",
              fit.model().label(),
              Digits.of(fit.weight(), 4),
              Digits.of(fit.rss(), 4),
              parameters(fit)));
    }
    lines.add("Weights say which shape fits best, not that a bifurcation is near; see its null.");
    return String.join("\n", lines);
  }

  private static String parameters(SpectralFit fit) {
    String s = "s = " + Digits.of(fit.noise(), 4);
    return switch (fit.model()) {
      case FOLD -> s + ", lambda = " + Digits.of(fit.rate(), 4);
      case FLIP -> s + ", r = " + Digits.of(fit.rate(), 4);
      case HOPF ->
          s + ", mu = " + Digits.of(fit.rate(), 4) + ", w0 = " + Digits.of(fit.frequency(), 4);
      case NULL -> s;
    };
  }

  /** One row a model: weight, AIC, residual sum of squares and parameters. */
  @Override
  public Table table() {
    return Table.create(
        "spectral models",
        StringColumn.create("model", fits.stream().map(f -> f.model().label())),
        column("weight", SpectralFit::weight),
        column("AIC", SpectralFit::aic),
        column("RSS", SpectralFit::rss),
        column("s", SpectralFit::noise),
        column("rate", SpectralFit::rate),
        column("w0", SpectralFit::frequency));
  }

  private DoubleColumn column(String name, ToDoubleFunction<SpectralFit> number) {
    return DoubleColumn.create(name, fits.stream().mapToDouble(number).toArray());
  }

  /** The spectrum with the fitted curves. */
  @Override
  public Figure chart() {
    return Figure.of(panel());
  }

  Panel panel() {
    Panel panel =
        Panel.of("Angular frequency (radians a sample)", "Power").points("spectrum", omega, power);
    double[] w = new double[CURVE];
    Arrays.setAll(w, i -> omega[omega.length - 1] * i / (CURVE - 1));
    double ceiling = 2 * smax();
    for (SpectralFit fit : fits) {
      double[] curve =
          Arrays.stream(w).map(fit::power).map(v -> v <= ceiling ? v : Double.NaN).toArray();
      if (Arrays.stream(curve).anyMatch(Double::isFinite)) {
        panel = panel.line(fit.model().label(), w, curve);
      }
    }
    return panel;
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(
        "models", fits.stream().map(f -> f.model().label()).collect(Collectors.joining(", ")));
    options.put("points of the spectrum", Integer.toString(points));
    return Provenance.of(options);
  }
}
