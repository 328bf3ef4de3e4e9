package murmuration.sorting.lattice;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One run of a {@link LatticeSort}.
 *
 * @param sort what was run
 * @param seed the seed of all its chance
 * @param start the values at the start, row by row
 * @param values the values at the end, row by row
 * @param types the algotype of each cell at the end, as its place in the list, row by row
 * @param swaps swaps made
 * @param activations turns, idle ones included
 * @param samples time in sweeps and pairs out of order, in order of time
 */
public record SortedLattice(
    LatticeSort sort,
    long seed,
    int[][] start,
    int[][] values,
    int[][] types,
    long swaps,
    long activations,
    double[][] samples)
    implements Charted {
  /** Checks the shapes and keeps its own copies. */
  public SortedLattice {
    Arguments.present("sort", sort);
    start = copy("start", start, sort);
    values = copy("values", values, sort);
    types = copy("types", types, sort);
    Arguments.require(
        swaps >= 0 && activations >= 0,
        "swaps are %d, activations %d: expected 0 or more",
        swaps,
        activations);
    Arguments.require(
        Arguments.present("samples", samples).length > 0, "samples is empty: expected one or more");
    for (double[] sample : samples) {
      Arguments.finite("sample", sample, 2);
    }
    samples = Arrays.stream(samples).map(double[]::clone).toArray(double[][]::new);
  }

  private static int[][] copy(String name, int[][] matrix, LatticeSort sort) {
    Arguments.require(
        Arguments.present(name, matrix).length == sort.rows(),
        "%s has %d rows: expected %d",
        name,
        matrix.length,
        sort.rows());
    for (int[] row : matrix) {
      Arguments.require(
          Arguments.present("a row of " + name, row).length == sort.columns(),
          "a row of %s has %d values: expected %d",
          name,
          row.length,
          sort.columns());
    }
    return Arrays.stream(matrix).map(int[]::clone).toArray(int[][]::new);
  }

  @Override
  public int[][] start() {
    return copy("start", start, sort);
  }

  @Override
  public int[][] values() {
    return copy("values", values, sort);
  }

  @Override
  public int[][] types() {
    return copy("types", types, sort);
  }

  @Override
  public double[][] samples() {
    return Arrays.stream(samples).map(double[]::clone).toArray(double[][]::new);
  }

  /** Pairs of neighbours out of order at the end. */
  public int errors() {
    return (int) samples[samples.length - 1][1];
  }

  /** Pairs of neighbours in all, in rows and in columns. */
  public int pairs() {
    return sort.rows() * (sort.columns() - 1) + sort.columns() * (sort.rows() - 1);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        lattice of %d x %d cells, %s, frozen %d %s, seed %d
        %d swaps in %s sweeps
        neighbours out of order: %d at first, %d of %d at the end\
        """,
        sort.rows(),
        sort.columns(),
        sort.algotypes(),
        sort.frozen(),
        sort.mode(),
        seed,
        swaps,
        Digits.of((double) activations / sort.cells(), 4),
        (int) samples[0][1],
        errors(),
        pairs());
  }

  @Override
  public Table table() {
    return Quantities.of("lattice")
        .and("swaps", (double) swaps)
        .and("activations", (double) activations)
        .and("errors at the start", samples[0][1])
        .and("errors at the end", errors())
        .and("pairs of neighbours", pairs())
        .table();
  }

  /**
   * The values at the start and at the end, the first row at the bottom, and the errors against
   * time.
   */
  @Override
  public Figure chart() {
    double[] time = Arrays.stream(samples).mapToDouble(s -> s[0]).toArray();
    double[] errors = Arrays.stream(samples).mapToDouble(s -> s[1]).toArray();
    return Figure.grid(
        3,
        map("Start", start),
        map("End", values),
        Panel.of("Sweeps", "Pairs out of order").line("", time, errors));
  }

  private static Panel map(String title, int[][] matrix) {
    int rows = matrix.length;
    double[] x = IntStream.range(0, matrix[0].length).asDoubleStream().toArray();
    double[] y = IntStream.range(0, rows).asDoubleStream().toArray();
    double[][] z = new double[rows][];
    for (int r = 0; r < rows; r++) {
      z[r] = Arrays.stream(matrix[r]).asDoubleStream().toArray();
    }
    return Panel.of("Column", "Row").title(title).heat("Value", x, y, z);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(sort.options()).seed(seed);
  }
}
