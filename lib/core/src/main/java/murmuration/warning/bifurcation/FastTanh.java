package murmuration.warning.bifurcation;

/**
 * The hyperbolic tangent of many floats, to 5e-7: a quotient from Lambert's continued fraction at a
 * quarter of the argument, doubled twice by {@code tanh 2y = 2 tanh y / (1 + tanh^2 y)}. Written as
 * one plain loop so that the compiler makes vectors of it.
 */
final class FastTanh {
  private static final float SATURATED = 9;

  private FastTanh() {}

  /** Replaces the first {@code n} values of {@code x}. */
  static void of(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      float y = 0.25f * Math.min(SATURATED, Math.max(-SATURATED, x[i]));
      float s = y * y;
      float t =
          y * (135135 + s * (17325 + s * (378 + s))) / (135135 + s * (62370 + s * (3150 + s * 28)));
      float u = (t + t) / (1 + t * t);
      x[i] = (u + u) / (1 + u * u);
    }
  }
}
