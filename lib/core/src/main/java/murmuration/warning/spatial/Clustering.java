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
 * How much more often than by chance a cell has neighbours in its own state: the mean, over the
 * cells of the state, of the share of their four neighbours on the torus in the same state, by
 * {@code (k - 1)/(cells - 1)}, k the cells of that state (Schneider and Kéfi 2016, Spatially
 * heterogeneous pressure raises risk of catastrophic shifts). It is 1 on average for cells in
 * random order, and tends to 1 as the state fills the landscape.
 *
 * @param value the ratio; NaN where under 2 cells have the state
 * @param near mean share of neighbours in the same state
 * @param state the state, as the landscape holds it
 * @param k cells of that state
 * @param n cells
 * @param source where the landscape came from, or null
 */
public record Clustering(
    double value, double near, double state, int k, int n, @Nullable String source)
    implements Result {

  /** Clustering of the cells that are 1. */
  public static Clustering of(Landscape landscape) {
    return of(landscape, 1);
  }

  /**
   * Clustering of the cells with this value.
   *
   * @param landscape of at least 2 rows and 2 columns
   * @param state a value of the landscape; of one that it does not hold the clustering is NaN
   */
  public static Clustering of(Landscape landscape, double state) {
    Arguments.present("landscape", landscape);
    Arguments.require(!Double.isNaN(state), "state is NaN: expected a number");
    Arguments.require(
        landscape.rows() >= 2 && landscape.columns() >= 2,
        "landscape of %d x %d: expected at least 2 rows and 2 columns",
        landscape.rows(),
        landscape.columns());
    double[] x = landscape.shared();
    int rows = landscape.rows();
    int columns = landscape.columns();
    int k = 0;
    long alike = 0;
    for (int i = 0; i < rows; i++) {
      int row = i * columns;
      int below = (i + 1) % rows * columns;
      for (int j = 0; j < columns; j++) {
        if (x[row + j] == state) {
          k++;
          alike += x[below + j] == state ? 2 : 0;
          alike += x[row + (j + 1) % columns] == state ? 2 : 0;
        }
      }
    }
    double near = alike / 4.0 / k;
    double value = k < 2 ? Double.NaN : near * (x.length - 1) / (k - 1);
    return new Clustering(value, near, state, k, x.length, landscape.source());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "clustering of state %s: %s%s; %d of %d cells",
        Digits.of(state, 4),
        Digits.of(value, 4),
        k < 2 ? " (under 2 cells have the state)" : "",
        k,
        n);
  }

  @Override
  public Table table() {
    return Quantities.of("clustering")
        .and("clustering", value)
        .and("share of neighbours in the state", near)
        .and("share of cells in the state", (double) k / n)
        .and("n", n)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("state", Digits.of(state, 4))).data(source);
  }
}
