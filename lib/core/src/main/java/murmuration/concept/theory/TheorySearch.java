package murmuration.concept.theory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import murmuration.Quantities;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.LeastSquares;
import murmuration.math.LevenbergMarquardt;
import org.jspecify.annotations.Nullable;

/** The least sum of squares over a theory's numbers, from several starts, with intervals. */
final class TheorySearch {
  private static final double LEVEL = 0.95;
  private static final double TOLERANCE = 1e-10;
  private static final int ITERATIONS = 100;
  private static final double STEP = 1e-5;
  private static final int TRIED = 4;
  private static final int LONGEST = 100_000;

  /** The curves that numbers give, one after another; null where the theory has none for them. */
  @FunctionalInterface
  interface Theory {
    double @Nullable [] at(double[] x);
  }

  /** What one of the numbers is, from the number that is searched over. */
  record Parameter(String name, double lower, double upper, Reading reading) {}

  /** How a searched number is shown; monotone. */
  @FunctionalInterface
  interface Reading {
    double of(double x);
  }

  /** Where the search ended. */
  record Found(double[] x, boolean converged, Quantities quantities) {}

  private TheorySearch() {}

  static Found run(
      String title, Theory theory, double[] y, List<Parameter> parameters, List<double[]> starts) {
    double[] lower = parameters.stream().mapToDouble(Parameter::lower).toArray();
    double[] upper = parameters.stream().mapToDouble(Parameter::upper).toArray();
    var residuals = new Differences(theory, y, lower, upper);
    var best = new LevenbergMarquardt.Minimum(lower, Double.POSITIVE_INFINITY, 0, false);
    for (double[] start : nearest(theory, y, starts)) {
      Interruption.check(title);
      var next =
          LevenbergMarquardt.minimize(
              residuals, y.length, start, lower, upper, TOLERANCE, ITERATIONS);
      if (next.squares() < best.squares()) {
        best = next;
      }
    }
    Arguments.require(
        Double.isFinite(best.squares()),
        "%s has no values near the curves: expected curves on the theory's scale",
        title);
    return new Found(best.x(), best.converged(), quantities(title, residuals, best, parameters));
  }

  /** The starts that are nearest to the curves to begin with. */
  private static List<double[]> nearest(Theory theory, double[] y, List<double[]> starts) {
    record Start(double[] x, double squares) {}
    return starts.stream()
        .map(x -> new Start(x, squares(theory.at(x), y)))
        .sorted(Comparator.comparingDouble(Start::squares))
        .limit(TRIED)
        .map(Start::x)
        .toList();
  }

  private static double squares(double @Nullable [] curves, double[] y) {
    if (curves == null) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (curves[i] - y[i]) * (curves[i] - y[i]);
    }
    return sum;
  }

  private static Quantities quantities(
      String title,
      Differences residuals,
      LevenbergMarquardt.Minimum best,
      List<Parameter> parameters) {
    double[] x = best.x();
    var linear = residuals.linear(x);
    var quantities = Quantities.of(title);
    for (int j = 0; j < x.length; j++) {
      var reading = parameters.get(j).reading();
      double half = Double.NaN;
      if (linear.isPresent()) {
        half = linear.get().halfWidth(linear.get().standardError(j), LEVEL);
      }
      double a = reading.of(Math.max(x[j] - half, parameters.get(j).lower()));
      double b = reading.of(Math.min(x[j] + half, parameters.get(j).upper()));
      quantities =
          quantities.and(
              parameters.get(j).name(), reading.of(x[j]), Math.min(a, b), Math.max(a, b));
    }
    return quantities;
  }

  /** Steps of training and curves, checked: finite, of one shape, not constant. */
  static double[] flat(double[] steps, double[][] z, int parameters) {
    Arguments.increasing("steps", steps);
    Arguments.require(
        steps.length <= LONGEST, "steps has %d values: expected at most %d", steps.length, LONGEST);
    int d = Curves.columns("z", z);
    Curves.checked("z", z, steps.length, d);
    int least = parameters / d + 1;
    Arguments.require(
        steps.length >= least,
        "steps has %d values: expected at least %d for %d numbers",
        steps.length,
        least,
        parameters);
    double[] y = Arrays.stream(z).flatMapToDouble(Arrays::stream).toArray();
    for (double v : y) {
      Arguments.within("a value of z", v, -1e6, 1e6);
    }
    for (int k = 0; k < d; k++) {
      double[] curve = Curves.column(z, k);
      Arguments.require(
          Arrays.stream(curve).max().orElseThrow() > Arrays.stream(curve).min().orElseThrow(),
          "curve %d of z is constant: expected one that changes",
          k);
    }
    Arguments.within("steps", steps[0], -1e100, 1e100);
    Arguments.within("steps", steps[steps.length - 1], -1e100, 1e100);
    return y;
  }

  /** Evenly spaced steps over the range of the given ones, for drawing. */
  static double[] fine(double[] steps) {
    double[] fine = new double[201];
    double first = steps[0];
    double last = steps[steps.length - 1];
    Arrays.setAll(fine, i -> i == 200 ? last : first + (last - first) * i / 200);
    return fine;
  }

  private record Differences(Theory theory, double[] y, double[] lower, double[] upper)
      implements LevenbergMarquardt.Residuals {
    @Override
    public boolean at(double[] x, double[] r, double @Nullable [][] jacobian) {
      Interruption.check("fit");
      double[] curve = theory.at(x);
      if (curve == null) {
        return false;
      }
      for (int i = 0; i < r.length; i++) {
        r[i] = curve[i] - y[i];
      }
      return jacobian == null || slopes(x, jacobian);
    }

    /** Central differences, one-sided at a bound. */
    private boolean slopes(double[] x, double[][] jacobian) {
      for (int j = 0; j < x.length; j++) {
        double h = STEP * Math.max(1, Math.abs(x[j]));
        double[] moved = x.clone();
        double high = Math.min(x[j] + h, upper[j]);
        double low = Math.max(x[j] - h, lower[j]);
        moved[j] = high;
        double[] above = theory.at(moved);
        moved[j] = low;
        double[] below = theory.at(moved);
        if (above == null || below == null) {
          return false;
        }
        for (int i = 0; i < y.length; i++) {
          jacobian[j][i] = (above[i] - below[i]) / (high - low);
        }
      }
      return true;
    }

    /** The fit linearised in its minimum, for the covariance; empty where it is degenerate. */
    Optional<LeastSquares> linear(double[] x) {
      double[][] jacobian = new double[x.length][y.length];
      double[] r = new double[y.length];
      if (!at(x, r, jacobian)) {
        return Optional.empty();
      }
      double[][] design = new double[y.length][x.length];
      for (int i = 0; i < y.length; i++) {
        for (int j = 0; j < x.length; j++) {
          design[i][j] = jacobian[j][i];
        }
      }
      double[] equal = new double[y.length];
      Arrays.fill(equal, 1);
      return LeastSquares.ifDetermined(design, r, equal);
    }
  }
}
