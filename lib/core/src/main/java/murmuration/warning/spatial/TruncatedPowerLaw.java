package murmuration.warning.spatial;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The law {@code x^-a exp(-c x)} of x = first, first + 1, ...: logarithm of its sum, and mean and
 * covariance of ln x and x. Two thousand terms are added; the rest is an integral over ln x.
 *
 * <p>The log-likelihood {@code -n (a mean(ln x) + c mean(x) + ln Z)} is concave in (a, c), with
 * gradient and curvature from these moments, so Newton's steps find its one maximum.
 */
record TruncatedPowerLaw(
    double logTotal, double meanLog, double mean, double varLog, double covariance, double var) {
  private static final int TERMS = 2000;
  private static final double FADED = 60;
  private static final double PANEL = 0.5;
  private static final double SMALLEST_RATE = 1e-12;
  private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(16, -1, 1);

  static TruncatedPowerLaw of(double a, double c, int first) {
    var sums = new Sums(a, c, first);
    for (int k = 0; k < TERMS; k++) {
      double x = first + (double) k;
      double weight = sums.add(x, 1);
      if (weight < 1e-20 * sums.total && k > 2) {
        return sums.law();
      }
    }
    double start = first + TERMS - 0.5;
    double end = Math.log1p(FADED / (c * start));
    int panels = (int) Math.ceil(end / PANEL);
    for (int p = 0; p < panels; p++) {
      for (int g = 0; g < GAUSS.getNumberOfPoints(); g++) {
        double u = end * (p + 0.5 + 0.5 * GAUSS.getPoint(g)) / panels;
        double x = start * Math.exp(u);
        sums.add(x, GAUSS.getWeight(g) * 0.5 * end / panels * x);
      }
    }
    return sums.law();
  }

  /** Weighted sums, relative to the first term. */
  private static final class Sums {
    private final double a;
    private final double c;
    private final double first;
    private double total;
    private double log;
    private double x;
    private double logLog;
    private double logX;
    private double xx;

    Sums(double a, double c, double first) {
      this.a = a;
      this.c = c;
      this.first = first;
    }

    double add(double at, double measure) {
      double l = Math.log(at / first);
      double d = at - first;
      double weight = measure * Math.exp(-a * l - c * d);
      total += weight;
      log += weight * l;
      x += weight * d;
      logLog += weight * l * l;
      logX += weight * l * d;
      xx += weight * d * d;
      return weight;
    }

    TruncatedPowerLaw law() {
      double l = log / total;
      double d = x / total;
      return new TruncatedPowerLaw(
          Math.log(total) - a * Math.log(first) - c * first,
          l + Math.log(first),
          d + first,
          logLog / total - l * l,
          logX / total - l * d,
          xx / total - d * d);
    }
  }

  private double logLikelihood(PatchSample sample, double a, double c) {
    return -sample.n() * (a * sample.meanLog() + c * sample.mean() + logTotal);
  }

  /** The best of the inner maximum and of the two edges, c = 0 and a = 0. */
  static PatchFit fit(PatchSample sample, int xmin) {
    PatchFit power = PatchLaw.POWER_LAW.fit(sample, xmin);
    PatchFit exponential = PatchLaw.EXPONENTIAL.fit(sample, xmin);
    PatchFit best =
        power.logLikelihood() > exponential.logLikelihood()
            ? edge(power, power.parameters()[0], 0)
            : edge(exponential, 0, exponential.parameters()[0]);
    double scale = sample.mean();
    double a = 1;
    double c = 1 / scale;
    TruncatedPowerLaw here = of(a, c, xmin);
    double ll = here.logLikelihood(sample, a, c);
    for (int round = 0; round < 200; round++) {
      double slopeA = here.meanLog - sample.meanLog();
      double slopeC = here.mean - sample.mean();
      double det = here.varLog * here.var - here.covariance * here.covariance;
      if (!(det > 0)) {
        break;
      }
      double stepA = (here.var * slopeA - here.covariance * slopeC) / det;
      double stepC = (here.varLog * slopeC - here.covariance * slopeA) / det;
      boolean moved = false;
      for (double share = 1; share > 1e-9 && !moved; share /= 2) {
        double nextA = Math.max(0, a + share * stepA);
        double nextC = Math.max(c / 100, Math.max(SMALLEST_RATE / scale, c + share * stepC));
        TruncatedPowerLaw next = of(nextA, nextC, xmin);
        double value = next.logLikelihood(sample, nextA, nextC);
        if (value > ll) {
          moved = true;
          a = nextA;
          c = nextC;
          here = next;
          ll = value;
        }
      }
      if (!moved) {
        break;
      }
    }
    return ll > best.logLikelihood() && a > 0 ? here.fitted(sample, xmin, a, c) : best;
  }

  private PatchFit fitted(PatchSample sample, int xmin, double a, double c) {
    double det = varLog * var - covariance * covariance;
    double[] errors = {Math.sqrt(var / det / sample.n()), Math.sqrt(varLog / det / sample.n())};
    return new PatchFit(
        PatchLaw.TRUNCATED_POWER_LAW,
        xmin,
        sample.n(),
        new double[] {a, c},
        errors,
        logLikelihood(sample, a, c));
  }

  private static PatchFit edge(PatchFit simpler, double a, double c) {
    return new PatchFit(
        PatchLaw.TRUNCATED_POWER_LAW,
        simpler.xmin(),
        simpler.n(),
        new double[] {a, c},
        new double[] {Double.NaN, Double.NaN},
        simpler.logLikelihood());
  }
}
