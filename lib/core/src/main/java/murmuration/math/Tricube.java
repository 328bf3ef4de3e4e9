package murmuration.math;

/** The tricube weight of Cleveland (1979), {@code (1 - u^3)^3} for u in [0, 1]. */
final class Tricube {
  private Tricube() {}

  static double of(double u) {
    double v = Math.max(0, 1 - u * u * u);
    return v * v * v;
  }
}
