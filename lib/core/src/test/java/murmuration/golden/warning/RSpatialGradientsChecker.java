package murmuration.golden.warning;

import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.spatial.Landscape;
import murmuration.warning.spatial.SpatialIndicator;

/**
 * spatialwarnings 3.1.2 along its two gradients, forest gaps and Serengeti vegetation, whole
 * matrices. The file gives no tolerance; both programs compute in doubles, so 1e-10 it is.
 */
public final class RSpatialGradientsChecker implements Checker {
  private static final Tolerance TOLERANCE = Tolerance.relative(1e-10);

  @Override
  public String kind() {
    return "warning/r-spatial-gradients";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var forest = Landscape.readAll(file.thirdParty("forestgap.txt.gz"));
    var serengeti = Landscape.readAll(file.thirdParty("serengeti_vegetation.txt.gz"));
    check("forestgap", file.root().at("forestgap"), forest, 4, report);
    check("serengeti", file.root().at("serengeti"), serengeti, 5, report);
  }

  private static void check(
      String name, Node node, List<Landscape> landscapes, int side, Report report) {
    for (String key : node.keys()) {
      ToDoubleFunction<Landscape> found =
          switch (key) {
            case "mean" -> Landscape::mean;
            case "variance" -> SpatialIndicator.variance(side)::of;
            case "skewness" -> SpatialIndicator.skewness(side)::of;
            case "moran" -> SpatialIndicator.moran()::of;
            case "sdr" -> SpatialIndicator.spectralRatio()::of;
            case "flowlength" -> SpatialIndicator.flowLength()::of;
            default -> landscape -> landscape.parameter(key);
          };
      report.numbers(
          name + " " + key,
          node.at(key).numbers(),
          landscapes.stream().mapToDouble(found).toArray(),
          TOLERANCE);
    }
  }
}
