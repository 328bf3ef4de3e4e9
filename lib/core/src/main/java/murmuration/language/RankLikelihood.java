package murmuration.language;

import java.util.Arrays;

/**
 * The likelihood of counts by rank under {@code p(r) ~ (r + q)^-s}, r = 1..R. For a given q it is
 * concave in s, and its maximum is where the mean of {@code ln(r + q)} under the law is that of the
 * tokens.
 */
final class RankLikelihood {
  private static final double HIGHEST = 1e6;
  private static final int STEPS = 200;

  private final double[] counts;
  private final double tokens;
  private final double[] logs;

  /** Counts in descending order, at least two. */
  RankLikelihood(long[] counts) {
    this.counts = Arrays.stream(counts).asDoubleStream().toArray();
    tokens = Arrays.stream(this.counts).sum();
    logs = new double[counts.length];
  }

  /** The best s for this q, by Newton's method kept within a bracket. */
  Fit at(double q) {
    for (int r = 0; r < logs.length; r++) {
      logs[r] = Math.log1p(r / (1 + q));
    }
    double mean = 0;
    for (int r = 0; r < logs.length; r++) {
      mean += counts[r] * logs[r];
    }
    mean /= tokens;
    double low = 0;
    double high = HIGHEST;
    double s = 1;
    Law law = law(s);
    for (int i = 0; i < STEPS; i++) {
      if (law.mean > mean) {
        low = s;
      } else {
        high = s;
      }
      double newton = s + (law.mean - mean) / law.variance;
      double next =
          newton > low && newton < high
              ? newton
              : high == HIGHEST ? Math.min(HIGHEST, 4 * s + 1) : 0.5 * (low + high);
      boolean done = Math.abs(next - s) <= 1e-13 * (1 + s);
      s = next;
      law = law(s);
      if (done || s >= HIGHEST) {
        break;
      }
    }
    s = s < 1e-12 ? 0 : s;
    law = law(s);
    double likelihood = -tokens * (s * mean + law.logTotal);
    return new Fit(q, s, likelihood, 1 / Math.sqrt(tokens * law.variance));
  }

  /** Exponent, its standard error, and the logarithm of the likelihood of the tokens. */
  record Fit(double q, double s, double logLikelihood, double standardError) {}

  /** Mean and variance of the logs, and the logarithm of the total where rank 1 counts as 1. */
  private record Law(double mean, double variance, double logTotal) {}

  private Law law(double s) {
    double total = 0;
    double first = 0;
    double second = 0;
    for (double log : logs) {
      double weight = Math.exp(-s * log);
      total += weight;
      first += weight * log;
      second += weight * log * log;
    }
    double mean = first / total;
    return new Law(mean, second / total - mean * mean, Math.log(total));
  }
}
