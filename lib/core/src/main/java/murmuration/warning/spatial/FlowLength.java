package murmuration.warning.spatial;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * How far water runs before vegetation holds it: for each cell the number of consecutive empty
 * cells from it, itself included, down its column (0 if occupied), averaged over all cells, times
 * the length of a cell along the slope, {@code cell / cos(slope)} (Mayor et al. 2008, Measurement
 * of the connectivity of runoff source areas). It rises as bare ground connects.
 *
 * <p>Beside it what cells occupied independently with the same cover would give, {@code cell /
 * cos(slope) * q / (p L) * (L - q (1 - q^L) / p)}, with cover p, q = 1 - p and L rows (Rodriguez et
 * al. 2018, Analytical expressions of flow length): as cover falls, flow length rises by itself.
 *
 * @param value the mean length, in the unit of the cell's side
 * @param expected the same for cells occupied at random
 * @param cover share of occupied cells
 * @param slope angle of the hillside, degrees
 * @param n cells
 * @param source where the landscape came from, or null
 */
public record FlowLength(
    double value, double expected, double cover, double slope, int n, @Nullable String source)
    implements Result {
  private static final double SLOPE = 20;

  /** On a slope of 20 degrees, downhill being down the columns. */
  public static FlowLength of(Landscape landscape) {
    return of(landscape, SLOPE);
  }

  /**
   * On a slope of one's own.
   *
   * @param landscape binary
   * @param slope degrees, 0 to 89
   */
  public static FlowLength of(Landscape landscape, double slope) {
    Patches.requireBinary(landscape);
    Arguments.within("slope", slope, 0, 89);
    double length = landscape.cell() / Math.cos(Math.toRadians(slope));
    double p = landscape.mean();
    return new FlowLength(
        length * runs(landscape),
        length * expected(p, landscape.rows()),
        p,
        slope,
        landscape.size(),
        landscape.source());
  }

  /** The mean number of empty cells, without slope and unit. */
  private static double runs(Landscape landscape) {
    double[] x = landscape.shared();
    int columns = landscape.columns();
    int[] below = new int[columns];
    long total = 0;
    for (int i = landscape.rows() - 1; i >= 0; i--) {
      for (int j = 0; j < columns; j++) {
        below[j] = x[i * columns + j] == 0 ? below[j] + 1 : 0;
        total += below[j];
      }
    }
    return (double) total / x.length;
  }

  private static double expected(double p, int rows) {
    if (p == 0) {
      return (rows + 1) / 2.0;
    }
    double q = 1 - p;
    return q / (p * rows) * (rows - q * -Math.expm1(rows * Math.log1p(-p)) / p);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "flow length %s; %s expected of a random landscape of cover %s (slope %s degrees, n = %d)",
        Digits.of(value, 4),
        Digits.of(expected, 4),
        Digits.of(cover, 4),
        Digits.of(slope, 4),
        n);
  }

  @Override
  public Table table() {
    return Quantities.of("flow length")
        .and("flow length", value)
        .and("flow length of a random landscape", expected)
        .and("cover", cover)
        .and("n", n)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("slope", slope + " degrees")).data(source);
  }
}
