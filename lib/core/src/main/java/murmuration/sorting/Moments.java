package murmuration.sorting;

/** Mean and spread of numbers that are not kept (Welford 1962; merged as Chan et al. 1983). */
final class Moments {
  static final int NUMBERS = 5;

  private long n;
  private double mean;
  private double squares;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  Moments() {}

  /** Goes on from {@link #state}. */
  Moments(double[] state) {
    n = (long) state[0];
    mean = state[1];
    squares = state[2];
    min = state[3];
    max = state[4];
  }

  double[] state() {
    return new double[] {n, mean, squares, min, max};
  }

  void add(double x) {
    n++;
    double off = x - mean;
    mean += off / n;
    squares += off * (x - mean);
    min = Math.min(min, x);
    max = Math.max(max, x);
  }

  void merge(Moments other) {
    if (other.n == 0) {
      return;
    }
    double off = other.mean - mean;
    long both = n + other.n;
    mean += off * other.n / both;
    squares += other.squares + off * off * ((double) n * other.n / both);
    n = both;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  RunStatistic statistic(RunQuantity quantity) {
    return new RunStatistic(quantity, n, mean, n < 2 ? Double.NaN : deviation(), min, max);
  }

  private double deviation() {
    return Math.sqrt(Math.max(0, squares) / (n - 1));
  }
}
