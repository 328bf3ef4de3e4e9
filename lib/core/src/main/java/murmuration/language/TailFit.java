package murmuration.language;

import java.util.Arrays;
import murmuration.math.HurwitzZeta;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.jspecify.annotations.Nullable;

/**
 * The discrete power law through the upper tail of some counts: for each place where the tail may
 * begin the most likely exponent, and of these the place whose law is closest (Clauset, Shalizi and
 * Newman 2009, SIAM Review 51:661, section 3).
 *
 * @param exponent alpha
 * @param kMin where the tail begins
 * @param distance largest distance of the distribution functions of tail and law
 * @param inTail values in the tail
 * @param logLikelihood of the tail, in nats
 */
record TailFit(double exponent, long kMin, double distance, int inTail, double logLikelihood) {
  /** A tail of fewer values fits anything. */
  static final int SHORTEST = 10;

  private static final int CANDIDATES = 200;
  private static final double STEEPEST = 100;

  /** Null where no place leaves ten values, two of them different. */
  static @Nullable TailFit of(long[] counts) {
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int[] firsts = firsts(sorted);
    double[] logs = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      logs[i] = logs[i + 1] + Math.log((double) sorted[i]);
    }
    int usable = 0;
    while (usable < firsts.length - 1 && n - firsts[usable] >= SHORTEST) {
      usable++;
    }
    TailFit best = null;
    int tried = Math.min(usable, CANDIDATES);
    for (int c = 0; c < tried; c++) {
      int u = (int) ((long) c * usable / tried);
      var fit = from(sorted, firsts, u, logs[firsts[u]]);
      if (fit != null && (best == null || fit.distance < best.distance)) {
        best = fit;
      }
    }
    return best;
  }

  /** Where each different value of the sorted ones is first. */
  private static int[] firsts(long[] sorted) {
    int[] firsts = new int[sorted.length];
    int many = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        firsts[many++] = i;
      }
    }
    return Arrays.copyOf(firsts, many);
  }

  private static @Nullable TailFit from(long[] sorted, int[] firsts, int u, double sumOfLogs) {
    int n = sorted.length - firsts[u];
    long kMin = sorted[firsts[u]];
    double mean = sumOfLogs / n;
    double alpha = exponent((double) kMin, mean);
    if (Double.isNaN(alpha)) {
      return null;
    }
    double logZeta = HurwitzZeta.log(alpha, (double) kMin);
    double above = 1; // share of the law at or above the value
    double distance = 0;
    for (int v = u; v < firsts.length; v++) {
      long value = sorted[firsts[v]];
      int next = v + 1 < firsts.length ? firsts[v + 1] : sorted.length;
      double lawBelow = 1 - above;
      double tailBelow = (double) (firsts[v] - firsts[u]) / n;
      double beyond = above - Math.exp(-alpha * Math.log((double) value) - logZeta);
      double lawTo = 1 - beyond;
      double tailTo = (double) (next - firsts[u]) / n;
      distance = Math.max(distance, Math.abs(lawBelow - tailBelow));
      distance = Math.max(distance, Math.abs(lawTo - tailTo));
      if (v + 1 < firsts.length) {
        long following = sorted[next];
        above =
            following == value + 1
                ? beyond
                : Math.exp(HurwitzZeta.log(alpha, (double) following) - logZeta);
      }
    }
    double likelihood = -n * (alpha * mean + logZeta);
    return new TailFit(alpha, kMin, distance, n, likelihood);
  }

  /** Where the mean log under the law is that of the tail; NaN where no exponent to 100 is. */
  private static double exponent(double kMin, double mean) {
    double low = 1 + 1e-6;
    double start = Math.clamp(1 + 1 / (mean - Math.log(kMin - 0.5)), 1.001, STEEPEST - 1);
    if (slope(low, kMin, mean) > 0 || slope(STEEPEST, kMin, mean) < 0) {
      return Double.NaN;
    }
    return new BrentSolver(1e-12, 1e-10)
        .solve(300, a -> slope(a, kMin, mean), low, STEEPEST, start);
  }

  /** The slope of minus the likelihood of one value: rises with alpha. */
  private static double slope(double alpha, double kMin, double mean) {
    double h = 1e-5 * (alpha - 1);
    double change = HurwitzZeta.log(alpha + h, kMin) - HurwitzZeta.log(alpha - h, kMin);
    return mean + change / (2 * h);
  }
}
