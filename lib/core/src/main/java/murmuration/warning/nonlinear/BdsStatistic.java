package murmuration.warning.nonlinear;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import tech.tablesaw.api.Table;

/**
 * Are the values of a series independent? The statistic of Brock, Dechert, Scheinkman and LeBaron
 * (1996, A test for independence based on the correlation dimension) compares how often histories
 * of m samples are close with how often independent ones would be.
 *
 * <p>With {@code T = n-M+1}, {@code I_ij = |x_i - x_j| < radius}, c1 the share of close pairs, cm
 * that of close histories {@code prod_(l<m) I_(i+l,j+l)}, s_i the number of samples close to i with
 * itself, S their sum, {@code k = (sum s_i^2 - 3 S + 2 T)/(T (T-1) (T-2))} and {@code V = 4 [k^m +
 * 2 sum_(j<m) k^(m-j) c1^(2j) + (m-1)^2 c1^(2m) - m^2 k c1^(2m-2)]}, the statistic is {@code
 * sqrt(T) (cm - c1^m) / sqrt(V)}: standard normal for independent values and large T. It takes
 * {@code O(n^2 M / 64)} operations and O(n M) memory.
 *
 * @param n samples
 * @param radii radii, length r, in the unit of the series
 * @param statistic {@code [m - 2][radius]}, m = 2 .. M; NaN where all pairs or none are close
 */
public record BdsStatistic(int n, double[] radii, double[][] statistic) implements Result {
  static final int HIGHEST_DIMENSION = 20;
  private static final int SPARE = 10;
  private static final int MOST = 200_000;
  private static final int LINES = 10;

  /** Checks the shape and keeps its own copies. */
  public BdsStatistic {
    Arguments.require(n >= 1, "n is %d: expected at least 1", n);
    Arguments.finite("radii", radii, 1);
    Arguments.present("statistic", statistic);
    Arguments.require(statistic.length >= 1, "statistic is empty: expected a row for m = 2");
    for (double[] row : statistic) {
      Arguments.sameLength("a row of statistic", row, "radii", radii);
    }
    radii = radii.clone();
    statistic = copy(statistic);
  }

  /**
   * The statistic of a series.
   *
   * @param x values at equal steps, finite, not constant; length n of at least M + 10 and at most
   *     200,000
   * @param dimension M, the longest histories, 2 to 20
   * @param radii one or more, above 0, in the unit of x
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static BdsStatistic of(double[] x, int dimension, double... radii) {
    checkDimension(dimension);
    Arguments.finite("radii", radii, 1);
    for (double radius : radii) {
      Arguments.positive("radii", radius);
    }
    Standardised.of("x", x, dimension + SPARE);
    Arguments.require(x.length <= MOST, "x has %d values: expected at most %d", x.length, MOST);
    return new BdsStatistic(x.length, radii, statistics(x, dimension, radii));
  }

  static void checkDimension(int dimension) {
    Arguments.require(
        dimension >= 2 && dimension <= HIGHEST_DIMENSION,
        "dimension is %d: expected 2 to %d",
        dimension,
        HIGHEST_DIMENSION);
  }

  static double[][] statistics(double[] x, int dimension, double[] radii) {
    double[][] statistics = new double[dimension - 1][radii.length];
    for (int r = 0; r < radii.length; r++) {
      double[] column = new BdsCounts(x, dimension, radii[r]).statistics();
      for (int m = 0; m < column.length; m++) {
        statistics[m][r] = column[m];
      }
    }
    return statistics;
  }

  @Override
  public double[] radii() {
    return radii.clone();
  }

  @Override
  public double[][] statistic() {
    return copy(statistic);
  }

  /** Two-sided p of the normal law, {@code [m - 2][radius]}. */
  public double[][] normalP() {
    return Arrays.stream(statistic)
        .map(row -> Arrays.stream(row).map(Normal::twoSided).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public String summary() {
    var text = new StringBuilder("BDS statistic, n = " + n + " (normal p is of large samples)");
    double[][] p = normalP();
    int lines = 0;
    for (int m = 0; m < statistic.length; m++) {
      for (int r = 0; r < radii.length && lines < LINES; r++, lines++) {
        text.append(
            String.format(
                Locale.ROOT,
                "%nm = %d, radius %s: %s, p = %s",
                m + 2,
                Digits.of(radii[r], 4),
                Digits.of(statistic[m][r], 4),
                Digits.of(p[m][r], 4)));
      }
    }
    int rest = statistic.length * radii.length - lines;
    return rest == 0 ? text.toString() : text.append("\nand " + rest + " more").toString();
  }

  @Override
  public Table table() {
    var rows = Quantities.of("BDS statistic");
    double[][] p = normalP();
    for (int m = 0; m < statistic.length; m++) {
      for (int r = 0; r < radii.length; r++) {
        String at = " (m = " + (m + 2) + ", radius " + Digits.of(radii[r], 4) + ")";
        rows = rows.and("statistic" + at, statistic[m][r]).and("normal p" + at, p[m][r]);
      }
    }
    return rows.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of(
            "dimension", Integer.toString(statistic.length + 1), "radii", Arrays.toString(radii)));
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
