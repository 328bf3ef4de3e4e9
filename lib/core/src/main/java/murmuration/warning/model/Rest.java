package murmuration.warning.model;

import java.util.Arrays;
import java.util.Optional;
import murmuration.math.Interruption;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularMatrixException;

/** Finds equilibria: by Newton's method from near, or by waiting until the model is at rest. */
final class Rest {
  private static final int ROUNDS = 60;
  private static final int STEPS_A_ROUND = 1000;
  private static final int NEWTON_STEPS = 60;
  private static final double ACCURACY = 1e-14;
  private static final double NEAR = 1e-2;

  private final DynamicalModel model;
  private final Linearisation linear;

  Rest(DynamicalModel model) {
    this.model = model;
    linear = new Linearisation(model);
  }

  /** The stable equilibrium that a run without noise comes to, if it comes to one. */
  Optional<double[]> from(double[] p, double[] start) {
    double[] x = start.clone();
    double[] z = new double[x.length];
    Stepper stepper = Stepper.of(model, model.timing().step(), StochasticFlow.Method.RUNGE_KUTTA_4);
    for (int round = 0; round < ROUNDS; round++) {
      Interruption.check("search for an equilibrium");
      for (int i = 0; i < STEPS_A_ROUND; i++) {
        stepper.step(p, x, z);
      }
      if (!finite(x)) {
        return Optional.empty();
      }
      Optional<double[]> found = near(p, x).filter(rest -> isClose(rest, x));
      if (found.isPresent()
          && linear.isStable(linear.eigenvalues(linear.jacobian(p, found.get())))) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The equilibrium that Newton's method comes to from here, if it comes to one. */
  Optional<double[]> near(double[] p, double[] start) {
    double[] x = start.clone();
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] residual = linear.residual(p, x);
      double[][] jacobian = linear.jacobian(p, x);
      if (!finite(residual) || !Arrays.stream(jacobian).allMatch(Rest::finite)) {
        return Optional.empty();
      }
      double[] move = solve(jacobian, residual);
      double size = 0;
      for (int j = 0; j < x.length; j++) {
        x[j] -= move[j];
        size = Math.max(size, Math.abs(move[j]) / Math.max(1e-3, Math.abs(x[j])));
      }
      if (!finite(x)) {
        return Optional.empty();
      }
      if (size < ACCURACY) {
        return Optional.of(x);
      }
    }
    double[] residual = linear.residual(p, x);
    return Arrays.stream(residual).allMatch(r -> Math.abs(r) < 1e-10)
        ? Optional.of(x)
        : Optional.empty();
  }

  /** A solution of {@code a v = b}; not finite where there is none. */
  static double[] solve(double[][] a, double[] b) {
    try {
      return new LUDecomposition(MatrixUtils.createRealMatrix(a), Double.MIN_NORMAL)
          .getSolver()
          .solve(new ArrayRealVector(b, false))
          .toArray();
    } catch (SingularMatrixException e) {
      double[] none = new double[b.length];
      Arrays.fill(none, Double.NaN);
      return none;
    }
  }

  private static boolean isClose(double[] a, double[] b) {
    for (int j = 0; j < a.length; j++) {
      if (Math.abs(a[j] - b[j]) > NEAR * Math.max(0.1, Math.abs(b[j]))) {
        return false;
      }
    }
    return true;
  }

  static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
