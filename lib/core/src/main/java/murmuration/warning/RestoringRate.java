package murmuration.warning;

import murmuration.math.LagProducts;

/**
 * The restoring rate of one window (Boers 2021, Nat. Clim. Change 11:680): the window's line is
 * taken out, then {@code dx = x[i+1]-x[i]} is regressed on {@code x[i]} with intercept; the slope
 * is lambda, per step. It rises to 0 from below as restoring is lost. Held and Kleinen (2004,
 * Geophys. Res. Lett. 31:L23207) read the same decay off an AR(1) coefficient, {@code 1 + lambda}.
 */
final class RestoringRate {
  private static final int ROUNDS = 10;
  private static final double CLOSE = 1e-4;

  private RestoringRate() {}

  /** Ordinary least squares; NaN where the window is a straight line. */
  static double ols(double[] window) {
    double[] x = Lines.removed(window);
    return regress(x, 0, 0)[1];
  }

  /**
   * Least squares with AR(1) noise, by the rounds of statsmodels' GLSAR: regress what is left of
   * both sides after rho times their predecessors, estimate rho from the residuals, until neither
   * parameter moves by 1e-4 of itself, ten times at most.
   */
  static double gls(double[] window) {
    double[] x = Lines.removed(window);
    double rho = 0;
    double intercept = Double.NaN;
    double slope = Double.NaN;
    for (int round = 0; round < ROUNDS; round++) {
      double[] fit = regress(x, rho, 1);
      boolean close =
          Math.max(Math.abs((fit[0] - intercept) / intercept), Math.abs((fit[1] - slope) / slope))
              < CLOSE;
      intercept = fit[0];
      slope = fit[1];
      if (close) {
        break;
      }
      rho = rho(x, intercept, slope);
    }
    return slope;
  }

  /** Intercept and slope of {@code dx} on x, both less rho times their predecessors. */
  private static double[] regress(double[] x, double rho, int first) {
    int rows = x.length - 1 - first;
    double ones = 1 - rho;
    double meanU = 0;
    double meanV = 0;
    for (int i = first; i < x.length - 1; i++) {
      meanU += u(x, i, rho);
      meanV += v(x, i, rho);
    }
    meanU /= rows;
    meanV /= rows;
    double product = 0;
    double square = 0;
    for (int i = first; i < x.length - 1; i++) {
      double u = u(x, i, rho) - meanU;
      product += u * (v(x, i, rho) - meanV);
      square += u * u;
    }
    double slope = square <= 0 ? Double.NaN : product / square;
    return new double[] {(meanV - slope * meanU) / ones, slope};
  }

  private static double u(double[] x, int i, double rho) {
    return rho == 0 ? x[i] : x[i] - rho * x[i - 1];
  }

  private static double v(double[] x, int i, double rho) {
    double change = x[i + 1] - x[i];
    return rho == 0 ? change : change - rho * (x[i] - x[i - 1]);
  }

  private static double rho(double[] x, double intercept, double slope) {
    int rows = x.length - 1;
    double[] rest = new double[rows];
    for (int i = 0; i < rows; i++) {
      rest[i] = x[i + 1] - x[i] - intercept - slope * x[i];
    }
    double[] products = LagProducts.of(LagProducts.centred(rest), 1);
    return products[1] / (rows - 1) / (products[0] / rows);
  }
}
