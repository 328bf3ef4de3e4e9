package murmuration.math;

import java.util.Arrays;

/** What a segment between two changes costs: how badly one level, or one law, describes it. */
public enum SegmentCost {
  /** A change of mean: the sum of squares about the segment's mean, in squared units of x. */
  L2,
  /**
   * A change of mean or variance: {@code m ln(SSE/m + 1e-6)} for m samples, twice the negative
   * Gaussian log-likelihood up to a constant. The 1e-6 (in squared units of x) keeps short segments
   * finite; scale a record whose sd is not well above 1e-3.
   */
  NORMAL,
  /**
   * A change of level in ranks: {@code -m r^2 / v} for the mean r of m centred ranks, v the
   * variance of all ranks; insensitive to outliers and to the scale of x.
   */
  RANK;

  private static final double NOISE_OF_MAD = 0.6744897501960817;

  /**
   * The Bayesian information criterion's penalty of a change in white noise: {@code 2 s^2 ln n} for
   * L2, {@code 3 ln n} for NORMAL, {@code 2 ln n} for RANK (Yao 1988; a change and its new
   * parameters count). The noise s is read off the median absolute first difference, which changes
   * of level hardly touch. In red noise this penalty is too small: the noise itself then looks like
   * steps.
   *
   * @param x observations, length n of at least 4, finite
   * @throws IllegalArgumentException for L2 where half the first differences are 0
   */
  public double bic(double[] x) {
    Arguments.finite("x", x, 4);
    double n = Math.log(x.length);
    return switch (this) {
      case L2 -> 2 * noise(x) * noise(x) * n;
      case NORMAL -> 3 * n;
      case RANK -> 2 * n;
    };
  }

  private static double noise(double[] x) {
    double[] steps = new double[x.length - 1];
    Arrays.setAll(steps, i -> Math.abs(x[i + 1] - x[i]));
    Arrays.sort(steps);
    double s = Quantile.ofSorted(steps, steps.length, 0.5) / NOISE_OF_MAD / Math.sqrt(2);
    Arguments.require(
        s > 0, "x repeats its values: expected noise to read the penalty off; give one instead");
    return s;
  }

  /**
   * The costs of all segments of a record.
   *
   * @param x observations, length n of at least 1, finite, each 0 or 1e-140 to 1e140 off their mean
   */
  public Segments over(double[] x) {
    Arguments.finite("x", x, 1);
    return new Segments(this, this == RANK ? Ranks.average(x) : x);
  }

  /**
   * Costs of segments in constant time, from sums of x and of its squares about its mean. Each sum
   * comes with what rounding lost of it (Dekker 1971): far from the mean of a record with a jump
   * the noise of a segment is a small difference of large sums.
   */
  public static final class Segments implements Segmentation.Costs {
    private static final double TINY = 1e-6;
    private static final double SMALLEST = 1e-140;
    private static final double LARGEST = 1e140;

    private final SegmentCost cost;
    private final double[] sum;
    private final double[] sumRest;
    private final double[] squares;
    private final double[] squaresRest;
    private final double variance;

    private Segments(SegmentCost cost, double[] x) {
      this.cost = cost;
      int n = x.length;
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += (x[i] - mean) / (i + 1);
      }
      sum = new double[n + 1];
      sumRest = new double[n + 1];
      squares = new double[n + 1];
      squaresRest = new double[n + 1];
      for (int i = 0; i < n; i++) {
        double d = x[i] - mean;
        Arguments.require(
            d == 0 || Math.abs(d) > SMALLEST && Math.abs(d) < LARGEST,
            "x[%d] lies %s off the mean: expected 1e-140 to 1e140, else squares are lost",
            i,
            d);
        double square = d * d;
        sum[i + 1] = sum[i] + d;
        sumRest[i + 1] = sumRest[i] + lost(sum[i], d, sum[i + 1]);
        squares[i + 1] = squares[i] + square;
        squaresRest[i + 1] =
            squaresRest[i] + lost(squares[i], square, squares[i + 1]) + Math.fma(d, d, -square);
      }
      variance = squares[n] / n;
    }

    /** What rounding lost of {@code a + b} (Knuth). */
    private static double lost(double a, double b, double sum) {
      double part = sum - a;
      return (a - (sum - part)) + (b - part);
    }

    @Override
    public int size() {
      return sum.length - 1;
    }

    /** The cost of samples {@code from .. to - 1}, 0 to n - 1, at least one. */
    @Override
    public double of(int from, int to) {
      double m = to - from;
      double s = sum[to] - sum[from];
      if (cost == RANK) {
        return variance == 0 ? 0 : -s * s / (m * variance);
      }
      double sRest = lost(sum[to], -sum[from], s) + sumRest[to] - sumRest[from];
      double q = squares[to] - squares[from];
      double qRest = lost(squares[to], -squares[from], q) + squaresRest[to] - squaresRest[from];
      double product = s * s;
      double level = product / m;
      double levelRest =
          (Math.fma(-level, m, product) + Math.fma(s, s, -product) + 2 * s * sRest) / m;
      double sse = Math.max(0, q - level + (qRest - levelRest));
      return cost == L2 ? sse : m * Math.log(sse / m + TINY);
    }
  }
}
