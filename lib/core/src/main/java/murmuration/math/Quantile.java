package murmuration.math;

/** Quantiles of type 7 (Hyndman and Fan 1996, Sample quantiles in statistical packages). */
public final class Quantile {
  private Quantile() {}

  /**
   * The value at rank {@code (n-1) p}, from 0, of sorted values; linear between two ranks.
   *
   * @param sorted values in ascending order, without NaN
   * @param n how many of them count, from the first; NaN if 0
   * @param p share, 0 to 1
   */
  public static double ofSorted(double[] sorted, int n, double p) {
    Arguments.within("p", p, 0, 1);
    if (n == 0) {
      return Double.NaN;
    }
    double rank = (n - 1) * p;
    int below = (int) rank;
    double share = rank - below;
    return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
  }
}
