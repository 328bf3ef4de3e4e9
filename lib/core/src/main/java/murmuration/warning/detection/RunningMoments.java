package murmuration.warning.detection;

/** Mean and standard deviation of the values so far (Welford 1962); NaN take no part. */
final class RunningMoments {
  private int count;
  private double mean;
  private double squares;

  void add(double value) {
    if (!Double.isNaN(value)) {
      count++;
      double d = value - mean;
      mean += d / count;
      squares += d * (value - mean);
    }
  }

  /** NaN before the first value. */
  double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /** Divided by one less than the count; NaN before the second value. */
  double sd() {
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }
}
