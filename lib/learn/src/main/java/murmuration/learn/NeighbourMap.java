package murmuration.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A map of many rows of numbers, such as the trajectories of an ensemble, on which rows that are
 * alike lie beside each other: t-SNE (van der Maaten and Hinton 2008, Visualizing data using t-SNE)
 * of Smile.
 *
 * <pre>{@code
 * var map = NeighbourMap.of(rows, kinds, 30, 1);
 * map.chart();
 * map.purity(10);            // of the rows themselves: how often a neighbour is of the same kind
 * }</pre>
 *
 * <p>A map is a picture, not a measurement. Only who is near whom means something: not the distance
 * between groups, not their size, not the axes. {@link #purity} and {@link #purityOfChance} say how
 * well kinds part in the rows themselves, {@link #kept} how much of the neighbourhood the picture
 * keeps. The same seed gives the same map whatever the number of threads, on machines whose
 * exponential function rounds alike.
 *
 * @param rows the rows, {@code [n][columns]}, as they were given
 * @param kinds the kind of each row
 * @param x first coordinate of each row
 * @param y second coordinate of each row
 * @param perplexity neighbours that a row attends to, roughly
 * @param seed where the rows began
 */
public record NeighbourMap(
    double[][] rows, List<String> kinds, double[] x, double[] y, double perplexity, long seed)
    implements Charted {
  private static final int FEWEST = 10;
  private static final int MOST = 5000;

  /** Checks the shapes and keeps its own copies. */
  public NeighbourMap {
    rows = checked(rows);
    int n = rows.length;
    kinds = Arguments.listed("kinds", kinds);
    Arguments.require(kinds.size() == n, "kinds has %d names: expected %d", kinds.size(), n);
    Arguments.finite("x", x, n);
    Arguments.finite("y", y, n);
    Arguments.require(
        x.length == n && y.length == n,
        "x has %d values, y %d: expected %d",
        x.length,
        y.length,
        n);
    x = x.clone();
    y = y.clone();
  }

  /**
   * Draws the map.
   *
   * @param rows 10 to 5000 rows of finite numbers, equally long; scale columns first where their
   *     units differ
   * @param kinds the kind of each row; the map does not know them
   * @param perplexity 2 to a third of the rows; 30 is usual
   * @param seed where the rows begin
   */
  public static NeighbourMap of(double[][] rows, List<String> kinds, double perplexity, long seed) {
    double[][] own = checked(rows);
    Arguments.within("perplexity", perplexity, 2, own.length / 3.0);
    double[][] places = SmileMap.of(own, perplexity, Rng.seed(seed, 0));
    return new NeighbourMap(
        own,
        kinds,
        Arrays.stream(places).mapToDouble(p -> p[0]).toArray(),
        Arrays.stream(places).mapToDouble(p -> p[1]).toArray(),
        perplexity,
        seed);
  }

  private static double[][] checked(double[][] rows) {
    int n = Arguments.present("rows", rows).length;
    Arguments.require(n >= FEWEST && n <= MOST, "%d rows: expected %d to %d", n, FEWEST, MOST);
    int columns = Arguments.present("rows[0]", rows[0]).length;
    for (int i = 0; i < n; i++) {
      Arguments.finite("rows[" + i + "]", rows[i], 1);
      Arguments.require(
          rows[i].length == columns,
          "rows[%d] has %d values: expected %d, as the first",
          i,
          rows[i].length,
          columns);
      double largest = Arrays.stream(rows[i]).map(Math::abs).max().orElse(0);
      Arguments.require(largest < 1e100, "rows[%d] reaches %s: expected less", i, largest);
    }
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] rows() {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  /**
   * How often one of the k nearest rows is of the same kind, in the rows themselves and not on the
   * map.
   *
   * @param k 1 to n - 1
   */
  public double purity(int k) {
    int[][] near = nearest(rows, neighbours(k));
    double same = 0;
    for (int i = 0; i < near.length; i++) {
      String kind = kinds.get(i);
      same += Arrays.stream(near[i]).filter(j -> kinds.get(j).equals(kind)).count();
    }
    return same / ((double) k * near.length);
  }

  /**
   * How often another row drawn at random is of the same kind: the purity without any structure.
   */
  public double purityOfChance() {
    double n = kinds.size();
    return kinds.stream().mapToDouble(kind -> kinds.stream().filter(kind::equals).count() - 1).sum()
        / (n * (n - 1));
  }

  /**
   * The share of a row's k nearest rows that are also its k nearest on the map.
   *
   * @param k 1 to n - 1
   */
  public double kept(int k) {
    int[][] inRows = nearest(rows, neighbours(k));
    double[][] places =
        IntStream.range(0, x.length)
            .mapToObj(i -> new double[] {x[i], y[i]})
            .toArray(double[][]::new);
    int[][] onMap = nearest(places, k);
    double kept = 0;
    for (int i = 0; i < inRows.length; i++) {
      int[] there = onMap[i];
      kept +=
          Arrays.stream(inRows[i]).filter(j -> Arrays.stream(there).anyMatch(m -> m == j)).count();
    }
    return kept / ((double) k * inRows.length);
  }

  private int neighbours(int k) {
    Arguments.require(k >= 1 && k < kinds.size(), "k is %d: expected 1 to %d", k, kinds.size() - 1);
    return k;
  }

  private static int[][] nearest(double[][] points, int k) {
    return IntStream.range(0, points.length)
        .mapToObj(
            i -> {
              double[] d = Arrays.stream(points).mapToDouble(p -> distance(points[i], p)).toArray();
              return IntStream.range(0, points.length)
                  .filter(j -> j != i)
                  .boxed()
                  .sorted(Comparator.comparingDouble((Integer j) -> d[j]))
                  .limit(k)
                  .mapToInt(Integer::intValue)
                  .toArray();
            })
        .toArray(int[][]::new);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return sum;
  }

  @Override
  public String summary() {
    int k = Math.min(10, kinds.size() - 1);
    return String.format(
        Locale.ROOT,
        """
        map of %d rows of %d numbers, %d kinds (t-SNE, perplexity %s)
        of the %d nearest rows %s are of the same kind; of any rows %s
        the map keeps %s of these neighbours; its distances between groups mean nothing\
        """,
        rows.length,
        rows[0].length,
        kinds.stream().distinct().count(),
        Digits.of(perplexity, 4),
        k,
        Digits.of(purity(k), 4),
        Digits.of(purityOfChance(), 4),
        Digits.of(kept(k), 4));
  }

  @Override
  public Table table() {
    return Table.create(
        "map",
        StringColumn.create("kind", kinds),
        DoubleColumn.create("x", x),
        DoubleColumn.create("y", y));
  }

  @Override
  public Figure chart() {
    var panel = Panel.of("first coordinate of the map", "second coordinate of the map");
    for (String kind : new ArrayList<>(kinds.stream().distinct().toList())) {
      int[] rowsOf = IntStream.range(0, x.length).filter(i -> kinds.get(i).equals(kind)).toArray();
      panel =
          panel.points(
              kind,
              Arrays.stream(rowsOf).mapToDouble(i -> x[i]).toArray(),
              Arrays.stream(rowsOf).mapToDouble(i -> y[i]).toArray());
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("method", "t-SNE, Smile", "perplexity", Digits.of(perplexity, 6)))
        .seed(seed);
  }
}
