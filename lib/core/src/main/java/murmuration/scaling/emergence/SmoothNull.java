package murmuration.scaling.emergence;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Binomial;
import murmuration.math.Normal;
import murmuration.scaling.metric.EmergenceScores;
import org.apache.commons.math3.stat.StatUtils;

/** One metric under a smooth law: the fit, its curvature, and draws of chance about it. */
final class SmoothNull {
  private final QualityCurve observed;
  private final SmoothCurve curve;
  private final double[] x;
  private final double scale;
  private final LawFit law;
  private final LawFit bent;
  private final double dispersion;
  private final double[] expected;
  private final Binomial[] counts;

  /**
   * Fits.
   *
   * @param observed the metric
   * @param logScale logarithms of scale, at least 4 different ones
   */
  SmoothNull(QualityCurve observed, double[] logScale) {
    this.observed = observed;
    curve = observed.curve();
    double centre = StatUtils.mean(logScale);
    scale = Math.sqrt(StatUtils.variance(logScale));
    x = Arrays.stream(logScale).map(v -> (v - centre) / scale).toArray();
    law = line(observed.quality());
    bent = parabola(observed.quality(), law);
    dispersion = dispersion(bent.deviance());
    expected = Arrays.stream(x).map(v -> curve.quality(law.at(v))).toArray();
    counts =
        observed.binary()
            ? IntStream.range(0, x.length)
                .mapToObj(i -> Binomial.of(observed.counts()[i], Math.clamp(expected[i], 0, 1)))
                .toArray(Binomial[]::new)
            : new Binomial[0];
  }

  private LawFit line(double[] quality) {
    double[] start = LawFit.line(curve, x, quality, observed.items());
    return LawFit.of(curve, x, quality, observed.items(), start);
  }

  private LawFit parabola(double[] quality, LawFit from) {
    double[] start = Arrays.copyOf(from.coefficients(), 3);
    return LawFit.of(curve, x, quality, observed.items(), start);
  }

  private double dispersion(double deviance) {
    return Math.max(1, deviance / (x.length - 3));
  }

  QualityCurve observed() {
    return observed;
  }

  double spread() {
    return curve.spread();
  }

  /** How far models scatter about the parabola, in units of their sampling variance; at least 1. */
  double dispersion() {
    return dispersion;
  }

  /** The scores that the law gives. */
  double[] expectedScores() {
    return observed.scores(expected);
  }

  /** The exponent of the law, {@code -de/d ln N}. */
  double exponent() {
    return -law.coefficients()[1] / scale;
  }

  /** The signed root of what a curvature adds to the likelihood; above 0 for acceleration. */
  double acceleration() {
    return acceleration(law, bent);
  }

  private double acceleration(LawFit straight, LawFit curved) {
    double gain = Math.max(0, straight.deviance() - curved.deviance());
    return -Math.signum(curved.coefficients()[2]) * Math.sqrt(gain / dispersion(curved.deviance()));
  }

  /** Breakthroughness in the direction of improvement. */
  double breakthroughness(double[] scores) {
    double b = EmergenceScores.of(scores).breakthroughness();
    return observed.metric().rises() ? b : -b;
  }

  double breakthroughness() {
    return breakthroughness(observed.values());
  }

  /**
   * Breakthroughness and acceleration of a draw under the law.
   *
   * @param z standard normal numbers, one a model
   */
  double[] draw(double[] z) {
    double[] quality = new double[x.length];
    for (int i = 0; i < quality.length; i++) {
      double wide = Math.sqrt(dispersion) * z[i];
      double q = expected[i];
      quality[i] =
          counts.length > 0
              ? counts[i].quantile(Normal.cumulative(wide)) / (double) observed.counts()[i]
              : Math.clamp(q + wide * Math.sqrt(q * (1 - q) / observed.items()[i]), 0, 1);
    }
    LawFit straight = line(quality);
    return new double[] {
      breakthroughness(observed.scores(quality)),
      acceleration(straight, parabola(quality, straight))
    };
  }

  /** The local exponent {@code -de/d ln N} of the bent law at an end, and its standard error. */
  double[] exponent(boolean last) {
    double at = last ? StatUtils.max(x) : StatUtils.min(x);
    double[] c = bent.coefficients();
    double[][] v = bent.covariance();
    double variance = v[1][1] + 4 * at * v[1][2] + 4 * at * at * v[2][2];
    return new double[] {-(c[1] + 2 * c[2] * at) / scale, Math.sqrt(dispersion * variance) / scale};
  }
}
