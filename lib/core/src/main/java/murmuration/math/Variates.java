package murmuration.math;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/** Random numbers of laws that the JDK does not draw from, exact at any size. */
public final class Variates {
  private static final double FEW = 30;
  private static final double MOST = 1e15;

  private Variates() {}

  /**
   * A Poisson variate: by multiplication below a mean of 30, else by transformed rejection
   * (Hoermann 1993, The transformed rejection method for generating Poisson random variables,
   * algorithm PTRS).
   *
   * @param mean 0 to 10^15
   */
  public static long poisson(RandomGenerator rng, double mean) {
    Arguments.present("rng", rng);
    Arguments.within("mean", mean, 0, MOST);
    return mean < FEW ? fewEvents(rng, mean) : manyEvents(rng, mean);
  }

  private static long fewEvents(RandomGenerator rng, double mean) {
    double limit = Math.exp(-mean);
    double product = rng.nextDouble();
    long events = 0;
    while (product > limit) {
      product *= rng.nextDouble();
      events++;
    }
    return events;
  }

  private static long manyEvents(RandomGenerator rng, double mean) {
    double logMean = Math.log(mean);
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = rng.nextDouble() - 0.5;
      double v = 1 - rng.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k >= 0 && (us >= 0.013 || v <= us)) {
        double left = Math.log(v * inverseAlpha / (a / (us * us) + b));
        if (left <= k * logMean - mean - Gamma.logGamma(k + 1)) {
          return (long) k;
        }
      }
    }
  }

  /**
   * A gamma variate of scale 1 (Marsaglia and Tsang 2000, A simple method for generating gamma
   * variables). Shapes far below 1 give numbers too small for a double, and 0 in their place:
   * {@link #logGamma} gives their logarithms.
   *
   * @param shape above 0, finite
   */
  public static double gamma(RandomGenerator rng, double shape) {
    return shape >= 1 ? largeGamma(rng, shape) : Math.exp(logGamma(rng, shape));
  }

  /**
   * The natural logarithm of a gamma variate of scale 1, at any shape: below 1 that of shape + 1
   * times {@code u^(1/shape)} (the same authors, section 6).
   *
   * @param shape above 0, finite
   */
  public static double logGamma(RandomGenerator rng, double shape) {
    Arguments.positive("shape", shape);
    if (shape >= 1) {
      return Math.log(largeGamma(rng, shape));
    }
    return Math.log(largeGamma(rng, shape + 1)) + Math.log(1 - rng.nextDouble()) / shape;
  }

  private static double largeGamma(RandomGenerator rng, double shape) {
    Arguments.present("rng", rng);
    Arguments.within("shape", shape, 1, Double.MAX_VALUE);
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = rng.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      if (v > 0 && Math.log(1 - rng.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
