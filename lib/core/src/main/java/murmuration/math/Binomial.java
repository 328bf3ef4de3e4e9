package murmuration.math;

import java.util.random.RandomGenerator;

/**
 * Binomial counts by inversion: one uniform number gives one count, so that draws can share their
 * chance with other draws. The table spans 12 standard deviations and 40 counts on either side of
 * the mean; what lies beyond has a probability below 1e-15.
 */
public final class Binomial {
  private static final double REACH = 12;
  private static final int MARGIN = 40;

  private final int first;
  private final double[] cumulative;

  private Binomial(int first, double[] cumulative) {
    this.first = first;
    this.cumulative = cumulative;
  }

  /**
   * The counts of n trials.
   *
   * @param n trials, 0 or more
   * @param p chance of each, 0 to 1
   */
  public static Binomial of(int n, double p) {
    Arguments.require(n >= 0, "n is %d: expected 0 or more trials", n);
    Arguments.within("p", p, 0, 1);
    if (p == 0 || p == 1) {
      return new Binomial(p == 0 ? 0 : n, new double[] {1});
    }
    double mean = n * p;
    double reach = REACH * Math.sqrt(mean * (1 - p)) + MARGIN;
    int first = (int) Math.max(0, Math.floor(mean - reach));
    int last = (int) Math.min(n, Math.ceil(mean + reach));
    int mode = Math.clamp((long) Math.floor(mean + p), first, last);
    double[] mass = new double[last - first + 1];
    mass[mode - first] = 1;
    double odds = p / (1 - p);
    for (int k = mode; k < last; k++) {
      mass[k + 1 - first] = mass[k - first] * odds * ((n - k) / (k + 1.0));
    }
    for (int k = mode; k > first; k--) {
      mass[k - 1 - first] = mass[k - first] * (k / (n - k + 1.0)) / odds;
    }
    for (int i = 1; i < mass.length; i++) {
      mass[i] += mass[i - 1];
    }
    double total = mass[mass.length - 1];
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= total;
    }
    return new Binomial(first, mass);
  }

  /** The least count whose cumulative probability is at least u, 0 to 1. */
  public int quantile(double u) {
    Arguments.within("u", u, 0, 1);
    return first + Math.min(Ranks.first(cumulative, u), cumulative.length - 1);
  }

  /** A count by chance. */
  public int next(RandomGenerator rng) {
    return quantile(Arguments.present("rng", rng).nextDouble());
  }
}
