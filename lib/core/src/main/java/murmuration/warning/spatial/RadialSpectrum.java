package murmuration.warning.spatial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.PlaneSpectrum;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How the variation of a landscape is spread over spatial scales: its power spectrum averaged over
 * directions (the r-spectrum; Couteron 2002), and the ratio of low to high frequencies. Slowing
 * down shifts power to low frequencies, so the ratio rises (Carpenter and Brock 2010, Early
 * warnings of regime shifts in spatial dynamics using the discrete Fourier transform).
 *
 * <p>The conventions are those of the R package spatialwarnings, so that numbers can be compared.
 * {@code P = |FFT|^2} of the whole matrix; its last row or column is dropped where the size is odd.
 * Ring r = 1 .. 1 + N/2, N the smaller size that is left, holds all pairs of whole numbers (a, b)
 * with {@code r - 0.5 <= sqrt(a^2 + b^2) < r + 0.5}, with the power at (a mod rows, b mod columns).
 * The mean of a ring is divided by the sum over all cells of all rings. The density ratio is the
 * mean over rings 0 to 0.2 D by the mean over rings 0.8 D to D, {@code D = 1 + floor(min(rows,
 * columns) / 2)}.
 *
 * @param distances the rings, in cycles a landscape
 * @param values share of the power, of a cell of each ring; NaN where no ring holds any
 * @param ratio the spectral density ratio; NaN where the spectrum is, and below 10 rows or columns
 *     where the lowest fifth holds no ring
 * @param name the landscape
 * @param source where it came from, or null
 */
public record RadialSpectrum(
    double[] distances, double[] values, double ratio, String name, @Nullable String source)
    implements Charted {
  private static final double LOW = 0.2;
  private static final double HIGH = 0.8;
  private static final double ROUNDING = 1e-26;

  /** Keeps its own copies. */
  public RadialSpectrum {
    Arguments.finite("distances", distances, 1);
    Arguments.series("values", values, 1);
    Arguments.sameLength("distances", distances, "values", values);
    Arguments.present("name", name);
    distances = distances.clone();
    values = values.clone();
  }

  /**
   * The spectrum of a landscape.
   *
   * @param landscape of at least 2 rows and 2 columns
   */
  public static RadialSpectrum of(Landscape landscape) {
    Arguments.present("landscape", landscape);
    return Rings.of(landscape.rows(), landscape.columns()).spectrum(landscape);
  }

  static double ratio(double[] rings, int rows, int columns) {
    int d = 1 + Math.min(rows, columns) / 2;
    return mean(rings, 0, LOW * d) / mean(rings, HIGH * d, d);
  }

  private static double mean(double[] rings, double from, double to) {
    return IntStream.rangeClosed(1, rings.length)
        .filter(r -> r >= from && r <= to)
        .mapToDouble(r -> rings[r - 1])
        .average()
        .orElse(Double.NaN);
  }

  /** The rings of landscapes of one size, planned once. */
  record Rings(int rows, int columns, int keptRows, int keptColumns, PlaneSpectrum plane) {
    static Rings of(int rows, int columns) {
      Arguments.require(
          rows >= 2 && columns >= 2,
          "landscape of %d x %d: expected at least 2 rows and 2 columns",
          rows,
          columns);
      return new Rings(
          rows, columns, rows - rows % 2, columns - columns % 2, new PlaneSpectrum(rows, columns));
    }

    int count() {
      return 1 + Math.min(keptRows, keptColumns) / 2;
    }

    /** Means of the rings, as shares; all NaN where the rings hold nothing but rounding. */
    double[] values(Landscape landscape) {
      int n = count();
      var moments = Moments.of(landscape);
      double[] power = plane.power(moments.deviations());
      double[] sums = new double[n];
      int[] cells = new int[n];
      for (int a = -n; a <= n; a++) {
        int row = Math.floorMod(a, keptRows) * columns;
        for (int b = -n; b <= n; b++) {
          int ring = (int) Math.floor(Math.sqrt((double) a * a + (double) b * b) + 0.5);
          if (ring >= 1 && ring <= n) {
            sums[ring - 1] += power[row + Math.floorMod(b, keptColumns)];
            cells[ring - 1]++;
          }
        }
      }
      double total = Arrays.stream(sums).sum();
      double whole = moments.central(2) * power.length * power.length;
      boolean empty = moments.isConstant() || total <= ROUNDING * whole;
      for (int r = 0; r < n; r++) {
        sums[r] = empty ? Double.NaN : sums[r] / cells[r] / total;
      }
      return sums;
    }

    double ratio(Landscape landscape) {
      return RadialSpectrum.ratio(values(landscape), rows, columns);
    }

    RadialSpectrum spectrum(Landscape landscape) {
      double[] values = values(landscape);
      double[] distances = IntStream.rangeClosed(1, count()).asDoubleStream().toArray();
      double ratio = RadialSpectrum.ratio(values, rows, columns);
      return new RadialSpectrum(distances, values, ratio, landscape.name(), landscape.source());
    }
  }

  @Override
  public double[] distances() {
    return distances.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public String summary() {
    String reason =
        Double.isNaN(values[0])
            ? " (the landscape has no variation in these rings)"
            : Double.isNaN(ratio) ? " (the lowest fifth holds no ring)" : "";
    return String.format(
        Locale.ROOT,
        "spectral density ratio of %s: %s%s, %d rings",
        name,
        Digits.of(ratio, 4),
        reason,
        distances.length);
  }

  /** One row a ring: {@code distance}, {@code power}. */
  @Override
  public Table table() {
    return Table.create(
        "r-spectrum of " + name,
        DoubleColumn.create("distance", distances),
        DoubleColumn.create("power", values));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of("low", "rings 0 to " + LOW + " D", "high", "rings " + HIGH + " D to D"))
        .data(source);
  }

  /** Power against ring, on a logarithmic axis where every ring has power. */
  @Override
  public Figure chart() {
    var panel = Panel.of("Spatial frequency (cycles a landscape)", "Share of power, a cell");
    boolean positive = Arrays.stream(values).allMatch(v -> v > 0);
    return Figure.of((positive ? panel.logY() : panel).line(name, distances, values));
  }
}
