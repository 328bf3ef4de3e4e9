package murmuration.warning.bifurcation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * All that spectra of one length have in common: frequencies, and the grids from which each model
 * is fitted. Never changes, so threads may share it.
 */
final class SpectrumPlan {
  static final int LONGEST = 512;
  private static final double FLATTEST = 1e10;
  private static final double ROUNDING = 1e-28;

  private static volatile @Nullable SpectrumPlan latest;

  private final int segment;
  private final boolean oneSided;
  private final List<SpectralModel> models;
  private final double[] omega;
  private final double[] multiplicity;
  private final int points;
  private final double[] flipped;
  private final WidthSearch fold;
  private final WidthSearch flip;
  private final HopfSearch hopf;

  /**
   * A plan; the latest is kept, since making one takes as long as using it on several windows.
   *
   * @param segment length L of the segments of Welch's spectrum, 3 to {@link #LONGEST}
   * @param oneSided whether mirrored frequencies count once
   * @param models what is fitted
   */
  static SpectrumPlan of(int segment, boolean oneSided, List<SpectralModel> models) {
    SpectrumPlan known = latest;
    if (known != null
        && known.segment == segment
        && known.oneSided == oneSided
        && known.models.equals(models)) {
      return known;
    }
    var plan = new SpectrumPlan(segment, oneSided, models);
    latest = plan;
    return plan;
  }

  private SpectrumPlan(int segment, boolean oneSided, List<SpectralModel> models) {
    this.segment = segment;
    this.oneSided = oneSided;
    this.models = models;
    int half = segment / 2;
    double spacing = 2 * Math.PI / segment;
    omega = new double[half + 1];
    flipped = new double[half + 1];
    multiplicity = new double[half + 1];
    for (int j = 0; j <= half; j++) {
      omega[j] = j * spacing;
      flipped[j] = Math.sqrt(2) * Math.cos(0.5 * omega[j]);
      multiplicity[j] = j == 0 || oneSided ? 1 : 2;
    }
    points = (int) Arrays.stream(multiplicity).sum();
    double narrowest = HopfSearch.narrowest(spacing);
    double narrow = spacing * spacing / 64;
    double highest = omega[half] * omega[half];
    fold = new WidthSearch(omega, multiplicity, 0, narrowest, narrow, highest);
    flip = new WidthSearch(flipped, multiplicity, 0, narrowest, narrow / 2, FLATTEST);
    hopf = new HopfSearch(omega, multiplicity, spacing);
  }

  /** Angular frequencies from 0, in radians a sample. */
  double[] frequencies() {
    return omega.clone();
  }

  /** N of the AIC. */
  int points() {
    return points;
  }

  /**
   * Fits the models and weighs them.
   *
   * @param power at {@link #frequencies}
   * @return a fit for each model; NaN throughout where no power is
   */
  List<SpectralFit> fit(double[] power) {
    double largest = Arrays.stream(power).max().orElseThrow();
    if (!(largest > 0)) {
      double no = Double.NaN;
      return models.stream().map(m -> new SpectralFit(m, no, no, no, no, no, no)).toList();
    }
    double[] p = Arrays.stream(power).map(v -> v / largest).toArray();
    double squares = 0;
    for (int i = 0; i < p.length; i++) {
      squares += multiplicity[i] * p[i] * p[i];
    }
    double scale = 2 * Math.log(largest) - Math.log(points);
    Fitted[] fitted = new Fitted[models.size()];
    double[] aic = new double[fitted.length];
    for (int i = 0; i < fitted.length; i++) {
      SpectralModel model = models.get(i);
      fitted[i] = fit(model, p);
      double rss = Math.max(fitted[i].rss(), ROUNDING * squares);
      aic[i] = points * (Math.log(rss) + scale) + 2 * model.parameters();
    }
    double[] weights = weights(aic);
    List<SpectralFit> fits = new ArrayList<>();
    for (int i = 0; i < fitted.length; i++) {
      fits.add(named(models.get(i), fitted[i], largest, aic[i], weights[i]));
    }
    return fits;
  }

  /** {@code exp(-dAIC/2)} over its sum. */
  private static double[] weights(double[] aic) {
    double least = Arrays.stream(aic).min().orElseThrow();
    double[] weights = Arrays.stream(aic).map(v -> Math.exp(-(v - least) / 2)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(v -> v / sum).toArray();
  }

  private Fitted fit(SpectralModel model, double[] p) {
    return switch (model) {
      case FOLD -> fold.best(new LorentzianPair(omega, multiplicity), p);
      case FLIP -> flip.best(new LorentzianPair(flipped, multiplicity), p);
      case HOPF -> hopf.best(new LorentzianPair(omega, multiplicity), p);
      case NULL -> flat(p);
    };
  }

  private Fitted flat(double[] p) {
    double level = 0;
    for (int i = 0; i < p.length; i++) {
      level += multiplicity[i] * p[i] / points;
    }
    double rss = 0;
    for (int i = 0; i < p.length; i++) {
      rss += multiplicity[i] * (p[i] - level) * (p[i] - level);
    }
    return new Fitted(Double.NaN, Double.NaN, level, rss);
  }

  /** From a, w0 and q to the parameters of the model. */
  private static SpectralFit named(
      SpectralModel model, Fitted fit, double largest, double aic, double weight) {
    double width = -Math.sqrt(fit.q());
    double y = 1 + fit.q();
    double r = -1 / (y + Math.sqrt(fit.q() * (2 + fit.q())));
    double variance =
        switch (model) {
          case FOLD, HOPF -> 4 * Math.PI * fit.a();
          case FLIP -> -8 * Math.PI * fit.a() * r;
          case NULL -> 2 * Math.PI * fit.a();
        };
    return new SpectralFit(
        model,
        Math.sqrt(variance * largest),
        switch (model) {
          case FOLD, HOPF -> width;
          case FLIP -> r;
          case NULL -> Double.NaN;
        },
        model == SpectralModel.HOPF ? fit.w0() : Double.NaN,
        fit.rss() * largest * largest,
        aic,
        weight);
  }

  /** Refuses segments that are too short or too long. */
  static int checked(int segment) {
    Arguments.require(
        segment >= 3 && segment <= LONGEST,
        "segment is %d samples: expected 3 to %d",
        segment,
        LONGEST);
    return segment;
  }
}
