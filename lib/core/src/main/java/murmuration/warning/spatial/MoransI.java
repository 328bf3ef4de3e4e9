package murmuration.warning.spatial;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Whether neighbouring cells are alike: Moran's I (1950), {@code I = (N/W) sum_i sum_{j near i}
 * (x_i - m)(x_j - m) / sum_i (x_i - m)^2}, with W the number of ordered pairs of neighbours. Near a
 * local bifurcation diffusion spreads what recovers slowly, so I at lag 1 rises (Dakos et al. 2010,
 * Spatial correlation as leading indicator of catastrophic shifts).
 *
 * <p>Expectation and variance are those of all arrangements of the same cells (Cliff and Ord 1981,
 * Spatial processes, eq. 1.44: randomisation): {@code E = -1/(N-1)}, {@code V = {N[(N^2-3N+3) S1 -
 * N S2 + 3W^2] - b[(N^2-N) S1 - 2N S2 + 6W^2]} / [(N-1)(N-2)(N-3) W^2] - E^2}, with {@code S1 =
 * 2W}, {@code S2 = 4 sum (neighbours of i)^2} and b the kurtosis. They hold exactly; the p-value
 * takes the normal law, which is good for large landscapes only. A small p says that the cells are
 * arranged, not that a transition comes.
 *
 * @param value I; NaN where the cells are equal or have no neighbours
 * @param expectation its mean over all arrangements
 * @param sd its standard deviation over all arrangements; NaN where I is, or with under 4 cells
 * @param pRight probability of a value at least this high if cells were in random order, by the
 *     normal law
 * @param n cells
 * @param neighbourhood which cells are neighbours
 * @param wrap whether the edges are joined to a torus
 * @param source where the landscape came from, or null
 */
public record MoransI(
    double value,
    double expectation,
    double sd,
    double pRight,
    int n,
    Neighbourhood neighbourhood,
    boolean wrap,
    @Nullable String source)
    implements Result {

  /** Checks what is not a number. */
  public MoransI {
    Arguments.present("neighbourhood", neighbourhood);
  }

  /** The four nearest cells, no wrap-around. */
  public static MoransI of(Landscape landscape) {
    return of(landscape, Neighbourhood.FOUR, false);
  }

  /**
   * With neighbours of one's choice.
   *
   * @param wrap whether the edges are joined to a torus, of at least 3 x 3 cells
   */
  public static MoransI of(Landscape landscape, Neighbourhood neighbourhood, boolean wrap) {
    Arguments.present("landscape", landscape);
    Arguments.present("neighbourhood", neighbourhood);
    var pairs = Pairs.of(landscape, neighbourhood, wrap);
    var moments = Moments.of(landscape);
    double n = landscape.size();
    double value = pairs.correlation(moments);
    double expectation = n < 2 ? Double.NaN : -1 / (n - 1);
    double sd = Math.sqrt(variance(n, pairs, moments.kurtosis()) - expectation * expectation);
    double p = sd > 0 ? Normal.cumulative((expectation - value) / sd) : Double.NaN;
    return new MoransI(
        value,
        expectation,
        Double.isNaN(value) ? Double.NaN : sd,
        p,
        landscape.size(),
        neighbourhood,
        wrap,
        landscape.source());
  }

  /** Moran's I alone, for loops. */
  static double value(Landscape landscape) {
    return Pairs.of(landscape, Neighbourhood.FOUR, false).correlation(Moments.of(landscape));
  }

  /** The second moment about 0 over all arrangements. */
  private static double variance(double n, Pairs pairs, double kurtosis) {
    double w = pairs.count();
    double s1 = 2 * w;
    double s2 = pairs.s2();
    double top =
        n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * w * w)
            - kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * w * w);
    return n < 4 ? Double.NaN : top / ((n - 1) * (n - 2) * (n - 3) * w * w);
  }

  /** How many standard deviations I lies above its mean over all arrangements. */
  public double z() {
    return (value - expectation) / sd;
  }

  private String reason() {
    return Double.isNaN(value) ? " (cells are equal or have no neighbours)" : "";
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Moran's I = %s%s, n = %d, %d neighbours%s
        cells in random order: mean %s, sd %s; z = %s, p = %s (normal law)\
        """,
        Digits.of(value, 4),
        reason(),
        n,
        neighbourhood.size(),
        wrap ? ", torus" : "",
        Digits.of(expectation, 4),
        Digits.of(sd, 4),
        Digits.of(z(), 4),
        Digits.of(pRight, 4));
  }

  /** I with the central 95 % of the normal law of random order, then its parts. */
  @Override
  public Table table() {
    double reach = Normal.quantile(0.975) * sd;
    return Quantities.of("Moran's I")
        .and("I", value)
        .and("I in random order", expectation, expectation - reach, expectation + reach)
        .and("z", z())
        .and("p (normal law)", pRight)
        .and("n", n)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of("neighbours", neighbourhood.size() + (wrap ? ", torus" : ", closed edges")))
        .data(source);
  }
}
