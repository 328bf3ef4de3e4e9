package murmuration.scaling.emergence;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import murmuration.math.Binomial;
import murmuration.math.Normal;
import murmuration.math.Ranks;
import murmuration.scaling.metric.EmergenceScores;
import org.apache.commons.math3.stat.StatUtils;

/** One metric under a smooth law: the fit, how it bends, and draws of chance about it. */
final class SmoothNull {
  private static final int TRIED = 2;

  private final QualityCurve observed;
  private final SmoothCurve curve;
  private final double[] x;
  private final double[][] straight;
  private final List<Bend> bends;
  private final double scale;
  private final LawFit law;
  private final Best bent;
  private final double[] expected;
  private final Binomial[] counts;

  /** The bend that fits best. */
  private record Best(Bend bend, LawFit fit) {}

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
    straight = Bend.line(x);
    bends = Bend.of(x);
    law = line(observed.quality());
    bent = best(observed.quality(), law);
    expected = Arrays.stream(straight).mapToDouble(row -> curve.quality(law.at(row))).toArray();
    counts =
        observed.binary()
            ? IntStream.range(0, x.length)
                .mapToObj(i -> Binomial.of(observed.counts()[i], Math.clamp(expected[i], 0, 1)))
                .toArray(Binomial[]::new)
            : new Binomial[0];
  }

  private LawFit line(double[] quality) {
    double[] start = LawFit.line(curve, x, quality, observed.items());
    return LawFit.of(curve, straight, quality, observed.items(), start);
  }

  /** Of the few bends that promise most, the one that fits best. */
  private Best best(double[] quality, LawFit from) {
    double[] promise =
        bends.stream()
            .mapToDouble(b -> from.promise(curve, b.design(), quality, observed.items()))
            .toArray();
    int[] order = Ranks.order(promise);
    double[] start = Arrays.copyOf(from.coefficients(), 3);
    Best best = null;
    for (int k = 1; k <= TRIED; k++) {
      Bend bend = bends.get(order[order.length - k]);
      LawFit fit = fit(bend, quality, start);
      best = best == null || fit.deviance() < best.fit().deviance() ? new Best(bend, fit) : best;
    }
    return Objects.requireNonNull(best);
  }

  private LawFit fit(Bend bend, double[] quality, double[] start) {
    return LawFit.of(curve, bend.design(), quality, observed.items(), start);
  }

  QualityCurve observed() {
    return observed;
  }

  double spread() {
    return curve.spread();
  }

  /** How far models scatter about the bent law, in units of their sampling variance; at least 1. */
  double dispersion() {
    return dispersion(bent.fit());
  }

  private double dispersion(LawFit fit) {
    return Math.max(1, fit.deviance() / (x.length - 3));
  }

  /** The scores that the law gives. */
  double[] expectedScores() {
    return observed.scores(expected);
  }

  /** The exponent of the law, {@code -de/d ln N}. */
  double exponent() {
    return -law.coefficients()[1] / scale;
  }

  /** The signed root of what the best bend adds to the likelihood; above 0 for acceleration. */
  double acceleration() {
    return acceleration(law, bent.fit());
  }

  private double acceleration(LawFit line, LawFit curved) {
    double gain = Math.max(0, line.deviance() - curved.deviance());
    return -Math.signum(curved.coefficients()[2]) * Math.sqrt(gain / dispersion(curved));
  }

  /** Breakthroughness in the direction of improvement. */
  double breakthroughness() {
    return breakthroughness(observed.values());
  }

  private double breakthroughness(double[] scores) {
    double b = EmergenceScores.of(scores).breakthroughness();
    return observed.metric().rises() ? b : -b;
  }

  /**
   * Breakthroughness and acceleration of a draw under the law.
   *
   * @param z standard normal numbers, one a model
   */
  double[] draw(double[] z) {
    double[] quality = new double[x.length];
    double width = Math.sqrt(dispersion());
    for (int i = 0; i < quality.length; i++) {
      double q = expected[i];
      quality[i] =
          counts.length > 0
              ? counts[i].quantile(Normal.cumulative(width * z[i])) / (double) observed.counts()[i]
              : Math.clamp(q + width * z[i] * Math.sqrt(q * (1 - q) / observed.items()[i]), 0, 1);
    }
    LawFit line = line(quality);
    return new double[] {
      breakthroughness(observed.scores(quality)), acceleration(line, best(quality, line).fit())
    };
  }

  /** The local exponent {@code -de/d ln N} of the bent law at an end, and its standard error. */
  double[] exponent(boolean last) {
    double slope = last ? bent.bend().last() : bent.bend().first();
    double[] c = bent.fit().coefficients();
    double[][] v = bent.fit().covariance();
    double variance = v[1][1] + 2 * slope * v[1][2] + slope * slope * v[2][2];
    return new double[] {
      -(c[1] + slope * c[2]) / scale, Math.sqrt(dispersion() * variance) / scale
    };
  }
}
