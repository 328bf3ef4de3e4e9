package murmuration.warning.model;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * A model without its noise: the residual that is zero at an equilibrium, {@code f(x)} of a flow
 * and {@code F(x) - x} of a map, and its derivatives.
 */
final class Linearisation {
  private static final double RELATIVE_STEP = 3e-4;
  private static final double LEAST_SCALE = 0.01;
  private static final double[] CENTRAL = {45.0 / 60, -9.0 / 60, 1.0 / 60};

  private final DynamicalModel model;
  private final int d;
  private final double[] zeros;
  private final double[] unused;

  Linearisation(DynamicalModel model) {
    this.model = model;
    d = model.initial().length;
    zeros = new double[d];
    unused = new double[d];
  }

  boolean isMap() {
    return model instanceof StochasticMap;
  }

  double[] residual(double[] p, double[] x) {
    double[] r = new double[d];
    switch (model) {
      case StochasticFlow flow -> flow.rates().at(p, x, r, unused);
      case StochasticMap map -> {
        map.image().of(p, x, zeros, r);
        for (int j = 0; j < d; j++) {
          r[j] -= x[j];
        }
      }
    }
    return r;
  }

  /** Derivatives of the residual by the state, row by row. */
  double[][] jacobian(double[] p, double[] x) {
    return model.derivatives(p, x);
  }

  /** The same by central differences of sixth order. */
  double[][] differences(double[] p, double[] x) {
    double[][] jacobian = new double[d][d];
    double[] at = x.clone();
    for (int j = 0; j < d; j++) {
      int column = j;
      double[] slope =
          slope(
              x[j],
              RELATIVE_STEP * Math.max(Math.abs(x[j]), LEAST_SCALE),
              v -> {
                at[column] = v;
                return residual(p, at);
              });
      at[j] = x[j];
      for (int i = 0; i < d; i++) {
        jacobian[i][j] = slope[i];
      }
    }
    return jacobian;
  }

  /** Derivatives of the residual by one parameter. */
  double[] byParameter(double[] p, int index, double[] x, double scale) {
    double[] at = p.clone();
    return slope(
        p[index],
        RELATIVE_STEP * scale,
        v -> {
          at[index] = v;
          return residual(at, x);
        });
  }

  /** Covariance of the noise: of a unit of time for flows, of a step for maps. */
  double[][] noise(double[] p, double[] x) {
    double[][] q = new double[d][d];
    switch (model) {
      case StochasticFlow flow -> {
        double[] g = new double[d];
        flow.rates().at(p, x, unused, g);
        for (int i = 0; i < d; i++) {
          q[i][i] = g[i] * g[i];
        }
      }
      case StochasticMap map -> {
        for (int j = 0; j < d; j++) {
          double[] z = new double[d];
          int column = j;
          double[] b =
              slope(
                  0,
                  RELATIVE_STEP,
                  v -> {
                    z[column] = v;
                    double[] next = new double[d];
                    map.image().of(p, x, z, next);
                    return next;
                  });
          for (int i = 0; i < d; i++) {
            for (int k = 0; k < d; k++) {
              q[i][k] += b[i] * b[k];
            }
          }
        }
      }
    }
    return q;
  }

  private interface Curve {
    double[] at(double v);
  }

  private double[] slope(double centre, double h, Curve curve) {
    double[] slope = new double[d];
    for (int k = 1; k <= 3; k++) {
      double[] above = curve.at(centre + k * h);
      double[] below = curve.at(centre - k * h);
      for (int i = 0; i < d; i++) {
        slope[i] += CENTRAL[k - 1] * (above[i] - below[i]) / h;
      }
    }
    return slope;
  }

  /** Eigenvalues of a flow, multipliers of a map, from the derivatives of the residual. */
  Complex[] eigenvalues(double[][] jacobian) {
    var decomposition = new EigenDecomposition(MatrixUtils.createRealMatrix(jacobian));
    double shift = isMap() ? 1 : 0;
    Complex[] values = new Complex[d];
    Arrays.setAll(
        values,
        i ->
            new Complex(
                decomposition.getRealEigenvalue(i) + shift, decomposition.getImagEigenvalue(i)));
    return values;
  }

  /** How far an eigenvalue is from stability: below 0 where it is stable. */
  double growth(Complex eigenvalue) {
    return isMap() ? eigenvalue.abs() - 1 : eigenvalue.getReal();
  }

  boolean isStable(Complex[] eigenvalues) {
    return Arrays.stream(eigenvalues).allMatch(value -> growth(value) < 0);
  }
}
