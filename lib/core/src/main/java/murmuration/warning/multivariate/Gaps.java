package murmuration.warning.multivariate;

/** Where values of a record are missing, row-major. */
final class Gaps {
  private Gaps() {}

  static boolean[] of(MultivariateSeries series) {
    double[] flat = series.flat();
    boolean[] missing = new boolean[flat.length];
    for (int i = 0; i < flat.length; i++) {
      missing[i] = Double.isNaN(flat[i]);
    }
    return missing;
  }
}
