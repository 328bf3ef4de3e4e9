package murmuration.warning;

/** Opens the Fourier null's draw with given phases to the golden files. */
public final class FourierDraws {
  private FourierDraws() {}

  public static double[] of(double[] x, double[] phases) {
    double[] out = new double[x.length];
    new FourierNull(x).fill(phases, out);
    return out;
  }
}
