package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The potential of a record as a polynomial of even degree (Livina, Kwasniok and Lenton 2010):
 * least squares of {@code U = -s^2/2 ln f} on powers of {@code u = (x - middle)/halfRange}, each
 * state weighted by the density f there, since that is where U is known. The number of wells is
 * {@code 1 + I/2}, I the inflections of the polynomial within the range of the record, so that a
 * well that is only a shoulder counts too; {@code minima} are the bottoms.
 *
 * @param analysis the potential that was fitted
 * @param degree 2, 4, 6 or 8
 * @param coefficients of the powers 0 to {@code degree} of u
 * @param wells {@code 1 + I/2}
 * @param minima states of least potential within the range, ascending, in the unit of the record
 */
public record PolynomialPotential(
    PotentialAnalysis analysis, int degree, double[] coefficients, int wells, double[] minima)
    implements Charted {
  private static final int HIGHEST = 8;
  private static final int GRID = 4000;

  /** Checks the lengths and keeps its own copies. */
  public PolynomialPotential {
    Arguments.present("analysis", analysis);
    checkDegree(degree);
    Arguments.finite("coefficients", coefficients, 3);
    Arguments.require(
        coefficients.length == degree + 1,
        "coefficients has %d values: expected %d",
        coefficients.length,
        degree + 1);
    Arguments.finite("minima", minima, 0);
    coefficients = coefficients.clone();
    minima = minima.clone();
  }

  private static void checkDegree(int degree) {
    Arguments.require(
        degree >= 2 && degree <= HIGHEST && degree % 2 == 0,
        "degree is %d: expected 2, 4, 6 or 8",
        degree);
  }

  /**
   * The polynomial of a degree.
   *
   * @param series as {@link PotentialAnalysis#of(TimeSeries, PotentialOptions)} wants it
   * @param options how the density is taken; wells come from the polynomial, not from the threshold
   * @param degree 2, 4, 6 or 8
   */
  public static PolynomialPotential of(TimeSeries series, PotentialOptions options, int degree) {
    checkDegree(degree);
    return of(PotentialAnalysis.of(series, options), degree);
  }

  /**
   * The polynomial of the highest degree up to which the leading coefficients of 2, 4, .. are all
   * positive, so that the potential holds the state on both sides; where that of degree 2 is not,
   * as for a record that dwells at its ends, the lowest degree whose leading coefficient is.
   *
   * @param series as {@link PotentialAnalysis#of(TimeSeries, PotentialOptions)} wants it
   * @param options how the density is taken
   * @throws IllegalArgumentException where no degree up to 8 has a positive leading coefficient
   */
  public static PolynomialPotential select(TimeSeries series, PotentialOptions options) {
    var analysis = PotentialAnalysis.of(series, options);
    @Nullable PolynomialPotential chosen = null;
    for (int degree = 2; degree <= HIGHEST; degree += 2) {
      var next = of(analysis, degree);
      boolean holds = next.coefficients[degree] > 0;
      if (chosen != null && !holds) {
        return chosen;
      }
      chosen = holds ? next : chosen;
    }
    if (chosen == null) {
      throw new IllegalArgumentException(
          "series has no potential of even degree up to 8 that rises on both sides: expected a"
              + " record that stays within its range");
    }
    return chosen;
  }

  private static PolynomialPotential of(PotentialAnalysis analysis, int degree) {
    double[] states = analysis.states();
    double[] f = analysis.density();
    double[] potential = analysis.potential();
    double highest = Arrays.stream(f).max().orElseThrow();
    int n = states.length;
    var matrix = new Array2DRowRealMatrix(n, degree + 1);
    var right = new ArrayRealVector(n);
    for (int j = 0; j < n; j++) {
      double weight = Math.sqrt(f[j] / highest);
      if (Double.isFinite(potential[j])) {
        double power = weight;
        for (int k = 0; k <= degree; k++) {
          matrix.setEntry(j, k, power);
          power *= scaled(states, states[j]);
        }
        right.setEntry(j, weight * potential[j]);
      }
    }
    var solver = new QRDecomposition(matrix).getSolver();
    Arguments.require(
        solver.isNonSingular(),
        "degree %d is more than the record's density can tell: expected fewer or more values",
        degree);
    double[] c = solver.solve(right).toArray();
    return new PolynomialPotential(analysis, degree, c, 1 + inflections(c) / 2, minima(c, states));
  }

  private static double scaled(double[] states, double x) {
    double low = states[0];
    double high = states[states.length - 1];
    return (x - low) / (high - low) * 2 - 1;
  }

  /** The derivative of order 0, 1 or 2 at u. */
  private static double value(double[] c, double u, int order) {
    double sum = 0;
    for (int k = c.length - 1; k >= order; k--) {
      double factor = order == 0 ? 1 : order == 1 ? k : k * (k - 1.0);
      sum = sum * u + factor * c[k];
    }
    return sum;
  }

  private static int inflections(double[] c) {
    int changes = 0;
    for (int j = 1; j <= GRID; j++) {
      changes += value(c, at(j - 1), 2) > 0 == value(c, at(j), 2) > 0 ? 0 : 1;
    }
    return changes;
  }

  private static double[] minima(double[] c, double[] states) {
    double low = states[0];
    double half = (states[states.length - 1] - low) / 2;
    return IntStream.rangeClosed(1, GRID)
        .filter(j -> value(c, at(j - 1), 1) < 0 && value(c, at(j), 1) >= 0)
        .mapToDouble(j -> low + half * (1 + zero(c, at(j - 1), at(j))))
        .toArray();
  }

  private static double at(int j) {
    return 2.0 * j / GRID - 1;
  }

  private static double zero(double[] c, double from, double to) {
    double a = value(c, from, 1);
    double b = value(c, to, 1);
    return from + (to - from) * a / (a - b);
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public double[] minima() {
    return minima.clone();
  }

  /** The potential at a state within the range of the record; NaN outside it. */
  public double at(double x) {
    double u = scaled(analysis.states(), x);
    return u >= -1 && u <= 1 ? value(coefficients, u, 0) : Double.NaN;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Polynomial potential of %s
        degree %d, %d wells by its inflections; minima at %s
        kernel width %s, noise %s\
        """,
        analysis.series(),
        degree,
        wells,
        minima.length == 0
            ? "no state within the range"
            : Arrays.stream(minima)
                .mapToObj(v -> Digits.of(v, 4))
                .collect(Collectors.joining(", ")),
        Digits.of(analysis.bandwidth(), 4),
        Digits.of(analysis.options().noise(), 4));
  }

  @Override
  public Table table() {
    var rows = Quantities.of("polynomial potential").and("wells", wells).and("degree", degree);
    for (double state : minima) {
      rows = rows.and("minimum at", state);
    }
    for (int k = 0; k <= degree; k++) {
      rows = rows.and("coefficient of u^" + k, coefficients[k]);
    }
    return rows.table();
  }

  /** The potential of the record and the polynomial. */
  @Override
  public Figure chart() {
    double[] states = analysis.states();
    double[] known =
        Arrays.stream(analysis.potential()).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    return Figure.of(
        Panel.of(analysis.series().name(), "Potential U")
            .points("record", states, known)
            .line("degree " + degree, states, Arrays.stream(states).map(this::at).toArray()));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> choices = new LinkedHashMap<>(analysis.provenance().options());
    choices.put("degree", Integer.toString(degree));
    return Provenance.of(choices).data(analysis.series().source());
  }
}
