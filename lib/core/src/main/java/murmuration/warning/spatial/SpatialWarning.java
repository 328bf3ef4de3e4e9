package murmuration.warning.spatial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.warning.SurrogateTest;

/**
 * Spatial indicators of landscapes along a gradient of stress, each beside landscapes without
 * structure (Kéfi et al. 2014, Early warning signals of ecological transitions: methods for spatial
 * patterns).
 *
 * <pre>{@code
 * var signal = SpatialWarning.of(landscapes, rainfall)
 *     .indicators(SpatialIndicator.variance(4), SpatialIndicator.moran())
 *     .against(SpatialNull.permutation(199).seed(1))
 *     .run();
 * }</pre>
 *
 * <p>Landscapes may differ in size. Without {@link #indicators} the study measures variance and
 * skewness of squares of four by four cells, Moran's I and the spectral density ratio; without
 * {@link #against} it draws 199 permutations of each landscape.
 *
 * @param landscapes the landscapes
 * @param gradient the stress of each, finite, in any order
 * @param gradientName what the gradient is, with its unit
 * @param indicators what is measured
 * @param chance what each is compared with
 */
public record SpatialWarning(
    List<Landscape> landscapes,
    double[] gradient,
    String gradientName,
    List<SpatialIndicator> indicators,
    SpatialNull chance) {
  private static final int SIDE = 4;
  private static final int DRAWS = 199;
  private static final double ROUNDING = 1e-12;

  /** Checks that there is a number for each landscape, and keeps its own copies. */
  public SpatialWarning {
    landscapes = Arguments.listed("landscapes", landscapes);
    Arguments.require(!landscapes.isEmpty(), "landscapes is empty: expected at least 1");
    Arguments.finite("gradient", gradient, 1);
    Arguments.require(
        gradient.length == landscapes.size(),
        "gradient has %d values, there are %d landscapes: expected one for each",
        gradient.length,
        landscapes.size());
    Arguments.present("gradientName", gradientName);
    indicators = Arguments.listed("indicators", indicators);
    Arguments.require(!indicators.isEmpty(), "indicators is empty: expected at least 1");
    long names = indicators.stream().map(SpatialIndicator::name).distinct().count();
    Arguments.require(
        names == indicators.size(),
        "indicators %s: expected each once",
        indicators.stream().map(SpatialIndicator::name).toList());
    Arguments.present("chance", chance);
    gradient = gradient.clone();
  }

  /**
   * Landscapes along a gradient.
   *
   * @param gradient one number a landscape, such as rainfall
   */
  public static SpatialWarning of(List<Landscape> landscapes, double[] gradient) {
    return new SpatialWarning(
        landscapes,
        gradient,
        "gradient",
        List.of(
            SpatialIndicator.variance(SIDE),
            SpatialIndicator.skewness(SIDE),
            SpatialIndicator.moran(),
            SpatialIndicator.spectralRatio()),
        SpatialNull.permutation(DRAWS));
  }

  /** Landscapes along a parameter that each of them has, which also names the gradient. */
  public static SpatialWarning of(List<Landscape> landscapes, String parameter) {
    Arguments.present("parameter", parameter);
    double[] gradient =
        Arguments.listed("landscapes", landscapes).stream()
            .mapToDouble(landscape -> landscape.parameter(parameter))
            .toArray();
    return of(landscapes, gradient).along(parameter);
  }

  /** One landscape; there is no trend then. */
  public static SpatialWarning of(Landscape landscape) {
    return of(Arguments.listed("landscapes", landscape), new double[] {0});
  }

  /** The same with this name of the gradient, as the axis shows it. */
  public SpatialWarning along(String name) {
    return new SpatialWarning(landscapes, gradient, name, indicators, chance);
  }

  /** The same with these indicators. */
  public SpatialWarning indicators(SpatialIndicator... measured) {
    return new SpatialWarning(
        landscapes, gradient, gradientName, Arguments.listed("indicators", measured), chance);
  }

  /** The same against this null. */
  public SpatialWarning against(SpatialNull nothing) {
    return new SpatialWarning(landscapes, gradient, gradientName, indicators, nothing);
  }

  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  /**
   * Measures every landscape and its nulls, on all cores; the same for any number of threads.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public SpatialSignal run() {
    List<String> names = indicators.stream().map(SpatialIndicator::name).toList();
    List<List<SurrogateTest>> tests = new ArrayList<>();
    for (int i = 0; i < landscapes.size(); i++) {
      var landscape = landscapes.get(i);
      double[] observed = measure(landscape);
      tests.add(
          SurrogateTest.of(
              names,
              observed,
              cells ->
                  sameButForRounding(
                      observed,
                      measure(
                          Landscape.of(landscape.rows(), landscape.columns(), cells)
                              .cell(landscape.cell()))),
              chance.from(landscape, i)));
    }
    return new SpatialSignal(this, tests);
  }

  /** What an order of the cells cannot change must not differ by the order of its sums. */
  private static double[] sameButForRounding(double[] observed, double[] drawn) {
    for (int k = 0; k < drawn.length; k++) {
      if (Math.abs(drawn[k] - observed[k]) <= ROUNDING * Math.abs(observed[k])) {
        drawn[k] = observed[k];
      }
    }
    return drawn;
  }

  private double[] measure(Landscape landscape) {
    double[] values = new double[indicators.size()];
    for (int i = 0; i < values.length; i++) {
      Interruption.check("spatial indicators");
      values[i] = indicators.get(i).of(landscape);
    }
    return values;
  }

  Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("gradient", gradientName);
    options.put(
        "indicators",
        indicators.stream().map(SpatialIndicator::name).collect(Collectors.joining(", ")));
    options.put("null", chance.count() + " x " + chance.kind());
    String sources =
        landscapes.stream()
            .map(Landscape::source)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return Provenance.of(options).seed(chance.seed()).data(sources.isEmpty() ? null : sources);
  }
}
