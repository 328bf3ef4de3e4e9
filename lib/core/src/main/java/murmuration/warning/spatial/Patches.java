package murmuration.warning.spatial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The patches of a binary landscape: occupied cells that hang together. As a landscape degrades the
 * largest patches break up first, and the distribution of sizes bends away from a power law (Kéfi
 * et al. 2007, Spatial vegetation patterns and imminent desertification).
 *
 * @param sizes cells of each patch, ascending
 * @param labels patch of each cell, row by row: 0 where empty, else 1, 2, ... in the order of their
 *     first cell
 * @param rows number of rows
 * @param columns number of columns
 * @param percolating whether a patch touches opposite sides
 * @param neighbourhood which cells hang together
 * @param wrap whether patches go on over the edges (torus)
 * @param source where the landscape came from, or null
 */
public record Patches(
    int[] sizes,
    int[] labels,
    int rows,
    int columns,
    boolean percolating,
    Neighbourhood neighbourhood,
    boolean wrap,
    @Nullable String source)
    implements Charted {

  /** Checks the shape and keeps its own copies. */
  public Patches {
    sizes = Arguments.present("sizes", sizes).clone();
    labels = Arguments.present("labels", labels).clone();
    Arguments.present("neighbourhood", neighbourhood);
    Arguments.require(
        rows >= 1 && columns >= 1 && (long) rows * columns == labels.length,
        "labels has %d cells: expected %d x %d",
        labels.length,
        rows,
        columns);
    int[] counts = new int[sizes.length];
    for (int label : labels) {
      Arguments.require(
          label >= 0 && label <= sizes.length,
          "a label is %d: expected 0 to %d",
          label,
          sizes.length);
      if (label > 0) {
        counts[label - 1]++;
      }
    }
    Arrays.sort(counts);
    Arguments.require(
        Arrays.equals(counts, sizes), "sizes are not the ascending cell counts of the labels");
  }

  /** Patches of cells that share an edge, ending at the edges of the landscape. */
  public static Patches of(Landscape landscape) {
    return of(landscape, Neighbourhood.FOUR, false);
  }

  /**
   * Patches with neighbours of one's choice.
   *
   * @param landscape binary; see {@link Landscape#above} and {@link Landscape#equalTo}
   * @param wrap whether the edges are joined to a torus
   */
  public static Patches of(Landscape landscape, Neighbourhood neighbourhood, boolean wrap) {
    requireBinary(landscape);
    Arguments.present("neighbourhood", neighbourhood);
    var forest = PatchForest.of(landscape, neighbourhood, wrap);
    int[] labels = forest.labels();
    int[] sizes = new int[Arrays.stream(labels).max().orElse(0)];
    for (int label : labels) {
      if (label > 0) {
        sizes[label - 1]++;
      }
    }
    Arrays.sort(sizes);
    return new Patches(
        sizes,
        labels,
        landscape.rows(),
        landscape.columns(),
        percolates(labels, landscape.rows(), landscape.columns(), sizes.length),
        neighbourhood,
        wrap,
        landscape.source());
  }

  static void requireBinary(Landscape landscape) {
    Arguments.require(
        Arguments.present("landscape", landscape).isBinary(),
        "%s holds other values than 0 and 1: expected a binary landscape (see above, equalTo)",
        landscape.name());
  }

  private static boolean percolates(int[] labels, int rows, int columns, int patches) {
    boolean[] top = new boolean[patches + 1];
    boolean[] left = new boolean[patches + 1];
    for (int j = 0; j < columns; j++) {
      top[labels[j]] = true;
    }
    for (int i = 0; i < rows; i++) {
      left[labels[i * columns]] = true;
    }
    top[0] = false;
    left[0] = false;
    for (int j = 0; j < columns; j++) {
      if (top[labels[(rows - 1) * columns + j]]) {
        return true;
      }
    }
    for (int i = 0; i < rows; i++) {
      if (left[labels[i * columns + columns - 1]]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int[] sizes() {
    return sizes.clone();
  }

  @Override
  public int[] labels() {
    return labels.clone();
  }

  /** The number of patches. */
  public int count() {
    return sizes.length;
  }

  /** Cells of the largest patch, 0 where there is none. */
  public int largest() {
    return sizes.length == 0 ? 0 : sizes[sizes.length - 1];
  }

  /** Share of the occupied cells that the largest patch holds; NaN where there is none. */
  public double largestShare() {
    return (double) largest() / Arrays.stream(sizes).sum();
  }

  /** Mean size; NaN where there is no patch. */
  public double meanSize() {
    return Arrays.stream(sizes).average().orElse(Double.NaN);
  }

  /** The law of the sizes. */
  public PatchDistribution distribution() {
    return PatchDistribution.of(this);
  }

  /** A landscape whose cells hold the size of their patch, 0 where empty. */
  public Landscape sizesInSpace() {
    int[] counts = new int[sizes.length + 1];
    for (int label : labels) {
      counts[label]++;
    }
    counts[0] = 0;
    double[] values = Arrays.stream(labels).mapToDouble(label -> counts[label]).toArray();
    return Landscape.of(rows, columns, values).named("patch sizes");
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d patches of %d cells (%d neighbours%s), mean size %s, largest %d%s",
        count(),
        labels.length,
        neighbourhood.size(),
        wrap ? ", torus" : "",
        Digits.of(meanSize(), 4),
        largest(),
        percolating ? "; one touches opposite sides" : "; none touches opposite sides");
  }

  @Override
  public Table table() {
    return Quantities.of("patches")
        .and("patches", count())
        .and("mean size (cells)", meanSize())
        .and("largest (cells)", largest())
        .and("share of the largest", largestShare())
        .and("percolating (1: yes)", percolating ? 1 : 0)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of("neighbours", neighbourhood.size() + (wrap ? ", torus" : ", closed edges")))
        .data(source);
  }

  /** Share of the patches at least as large as each size, on logarithmic axes. */
  @Override
  public Figure chart() {
    return Figure.of(panel("patches"));
  }

  Panel panel(String name) {
    var panel = Panel.of("Patch size (cells)", "Share of patches at least as large");
    if (sizes.length == 0) {
      return panel.title("no patches");
    }
    double[][] steps = PatchSample.of(sizes).steps();
    return panel.logX().logY().points(name, steps[0], steps[1]);
  }
}
