package murmuration.warning.spatial;

import java.util.function.ToDoubleFunction;
import murmuration.math.Arguments;

/**
 * A number of a landscape that should move before a transition. Known by its name, which holds its
 * choices.
 *
 * <p>Of a landscape whose cells are all equal, variance is 0 and skewness, Moran's I and the
 * spectral ratio are NaN, as they compare with a variation that there is not.
 */
public interface SpatialIndicator {
  /** What it is called in tables; with its choices. */
  String name();

  /** What it is called on an axis. */
  String label();

  /** Its value; NaN where it is not defined. */
  double of(Landscape landscape);

  /** An indicator of one's own; called from several threads. */
  static SpatialIndicator of(String name, String label, ToDoubleFunction<Landscape> statistic) {
    return new Named(
        Arguments.present("name", name),
        Arguments.present("label", label),
        Arguments.present("statistic", statistic));
  }

  /** The mean of all cells: the cover of a binary landscape. */
  static SpatialIndicator mean() {
    return of("mean", "Mean", Landscape::mean);
  }

  /**
   * Variance {@code sum (x - m)^2 / (N - 1)} of the means of {@code side x side} cells (Guttal and
   * Jayaprakash 2009, Spatial variance and spatial skewness).
   *
   * @param side 1 for the cells themselves; see {@link Landscape#coarse}
   */
  static SpatialIndicator variance(int side) {
    checkSide(side);
    return of("variance_" + side, "Variance", x -> Moments.of(x.coarse(side)).variance());
  }

  /** Skewness {@code m3 / m2^1.5} of the means of {@code side x side} cells. */
  static SpatialIndicator skewness(int side) {
    checkSide(side);
    return of("skewness_" + side, "Skewness", x -> Moments.of(x.coarse(side)).skewness());
  }

  private static void checkSide(int side) {
    Arguments.require(side >= 1, "side is %d: expected at least 1 cell", side);
  }

  /** Moran's I of the four nearest cells; see {@link MoransI}. */
  static SpatialIndicator moran() {
    return of("moran", "Moran's I", MoransI::value);
  }

  /** Low by high spatial frequencies; see {@link RadialSpectrum}. */
  static SpatialIndicator spectralRatio() {
    return of(
        "spectral_ratio",
        "Spectral density ratio",
        x -> RadialSpectrum.Rings.of(x.rows(), x.columns()).ratio(x));
  }

  /** Flow length on a slope of 20 degrees; see {@link FlowLength}. Binary landscapes only. */
  static SpatialIndicator flowLength() {
    return of("flow_length", "Flow length", x -> FlowLength.of(x).value());
  }

  /** Clustering of the occupied cells; see {@link Clustering}. */
  static SpatialIndicator clustering() {
    return of("clustering", "Clustering", x -> Clustering.of(x).value());
  }

  /** Share of the occupied cells in the largest patch of four neighbours; see {@link Patches}. */
  static SpatialIndicator largestPatch() {
    return of("largest_patch", "Share of the largest patch", x -> Patches.of(x).largestShare());
  }

  /**
   * The power-law range of patch sizes; see {@link PowerLawRange}. NaN with under two different
   * sizes.
   */
  static SpatialIndicator powerLawRange() {
    return of(
        "power_law_range",
        "Power-law range",
        x -> {
          int[] sizes = Patches.of(x).sizes();
          boolean several = sizes.length > 1 && sizes[0] < sizes[sizes.length - 1];
          return several ? PowerLawRange.of(sizes).value() : Double.NaN;
        });
  }

  /** A name and a function. */
  record Named(String name, String label, ToDoubleFunction<Landscape> statistic)
      implements SpatialIndicator {
    @Override
    public double of(Landscape landscape) {
      return statistic.applyAsDouble(Arguments.present("landscape", landscape));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
