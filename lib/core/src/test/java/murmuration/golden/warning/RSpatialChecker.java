package murmuration.golden.warning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.spatial.Clustering;
import murmuration.warning.spatial.FlowLength;
import murmuration.warning.spatial.Landscape;
import murmuration.warning.spatial.MoransI;
import murmuration.warning.spatial.Neighbourhood;
import murmuration.warning.spatial.PatchDistribution;
import murmuration.warning.spatial.PatchFit;
import murmuration.warning.spatial.PatchLaw;
import murmuration.warning.spatial.Patches;
import murmuration.warning.spatial.PowerLawRange;
import murmuration.warning.spatial.RadialSpectrum;
import murmuration.warning.spatial.SpatialIndicator;

/**
 * spatialwarnings 3.1.2: indicators, spectra, patches and fitted laws of single matrices. Its fits
 * stop early where the likelihood is flat: ours must have its parameters to 1e-3, or a
 * log-likelihood that is not lower than its less 0.01.
 *
 * <p>The peer's truncated power law of "forestgap3" has a cutoff rate of 1.5e-8 and claims a
 * log-likelihood 0.011 above the true maximum, because its sum stops after some ten thousand terms;
 * {@code TruncatedPowerLawTest} shows it.
 */
public final class RSpatialChecker implements Checker {
  private static final Tolerance PARAMETERS = new Tolerance(1e-3, 1e-3);
  private static final double LOWER = 0.01;

  @Override
  public String kind() {
    return "warning/r-spatial";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var cases = file.root().at("cases");
    for (String name : cases.keys()) {
      check(name, cases.at(name), file.tolerance(), report);
    }
  }

  private static void check(String name, Node node, Tolerance tolerance, Report report) {
    var landscape =
        Landscape.parse(
            node.at("rows").items().stream().map(Node::text).collect(Collectors.joining("\n")));
    report.equal(name + " rows", (int) node.at("nrow").integer(), landscape.rows());
    report.equal(name + " columns", (int) node.at("ncol").integer(), landscape.columns());
    report.number(name + " mean", node.at("mean").number(), landscape.mean(), tolerance);
    for (String key : node.keys()) {
      String where = name + " " + key;
      Node part = node.at(key);
      if (key.startsWith("generic_")) {
        generic(where, part, landscape, tolerance, report);
      } else if (key.endsWith("_fit")) {
        fit(where, part, landscape, report);
      } else if (key.equals("clustering")) {
        state(where + " 1", part.at("clust_TRUE"), landscape, 1, tolerance, report);
        state(where + " 0", part.at("clust_FALSE"), landscape, 0, tolerance, report);
      }
    }
    var spectrum = RadialSpectrum.of(landscape);
    report.numbers(
        name + " rings", node.at("rspectrum_dist").numbers(), spectrum.distances(), tolerance);
    report.numbers(
        name + " r-spectrum", node.at("rspectrum").numbers(), spectrum.values(), tolerance);
    report.number(name + " sdr", node.at("sdr_default").number(), spectrum.ratio(), tolerance);
    report.number(
        name + " flow length",
        node.at("flowlength").number(),
        FlowLength.of(landscape).value(),
        tolerance);
    patches(name, node, landscape, report);
  }

  /**
   * "generic_cg" takes the size of skewness and Moran's I of the coarse-grained matrix; where that
   * is constant, both give no Moran's I at all.
   */
  private static void generic(
      String where, Node part, Landscape landscape, Tolerance tolerance, Report report) {
    int side = Integer.parseInt(where.substring(where.indexOf("subsize") + 7));
    boolean coarse = where.contains("_cg_");
    double skewness = SpatialIndicator.skewness(side).of(landscape);
    report.number(
        where + " variance",
        part.at("variance").number(),
        SpatialIndicator.variance(side).of(landscape),
        tolerance);
    report.number(
        where + " skewness",
        part.at("skewness").number(),
        coarse ? Math.abs(skewness) : skewness,
        tolerance);
    double moran = MoransI.of(coarse ? landscape.coarse(side) : landscape).value();
    report.number(
        where + " moran",
        part.at("moran").number(),
        landscape.coarse(side).isConstant() ? Double.NaN : moran,
        tolerance);
    report.number(where + " mean", part.at("mean").number(), landscape.mean(), tolerance);
  }

  private static void state(
      String where,
      Node expected,
      Landscape landscape,
      double state,
      Tolerance tolerance,
      Report report) {
    report.number(where, expected.number(), Clustering.of(landscape, state).value(), tolerance);
  }

  private static void patches(String name, Node node, Landscape landscape, Report report) {
    var patches = Patches.of(landscape);
    report.equal(name + " sizes", whole(node.at("patchsizes_sorted")), list(patches.sizes()));
    report.equal(
        name + " percolation",
        node.at("percolation").value() == Boolean.TRUE,
        patches.percolating());
    report.equal(
        name + " sizes, 8 neighbours, torus",
        whole(node.at("patchsizes_moore_wrap")),
        list(Patches.of(landscape, Neighbourhood.EIGHT, true).sizes()));
    if (node.has("xmin")) {
      var range = PowerLawRange.of(patches);
      report.equal(name + " xmin", (int) node.at("xmin").integer(), range.xmin());
      report.number(
          name + " range", node.at("plrange").number(), range.value(), Tolerance.relative(1e-10));
    }
  }

  private static List<Integer> whole(Node node) {
    double[] numbers = node.numbers();
    return Arrays.stream(numbers).mapToObj(x -> (int) x).toList();
  }

  private static List<Integer> list(int[] sizes) {
    return Arrays.stream(sizes).boxed().toList();
  }

  private static void fit(String where, Node expected, Landscape landscape, Report report) {
    var distribution = PatchDistribution.of(Patches.of(landscape));
    switch (expected.at("type").text()) {
      case "pl" -> {
        exact(where, expected, distribution.fit(PatchLaw.POWER_LAW), report, "plexpo");
        report.equal(where + " xmin", (int) expected.at("xmin").integer(), distribution.xmin());
      }
      case "exp" ->
          exact(where, expected, distribution.fit(PatchLaw.EXPONENTIAL), report, "cutoff");
      case "tpl" ->
          near(
              where,
              expected,
              distribution.fit(PatchLaw.TRUNCATED_POWER_LAW),
              report,
              "plexpo",
              "cutoff");
      case "lnorm" ->
          near(where, expected, distribution.fit(PatchLaw.LOGNORMAL), report, "meanlog", "sdlog");
      default -> report.holds(where, false, "no such law");
    }
  }

  private static void exact(
      String where, Node expected, PatchFit fit, Report report, String parameter) {
    report.number(
        where + " " + parameter,
        expected.at(parameter).number(),
        fit.parameters()[0],
        Tolerance.relative(1e-4));
    report.number(
        where + " ll", expected.at("ll").number(), fit.logLikelihood(), Tolerance.relative(1e-6));
    report.equal(
        where + " parameters", (int) expected.at("npars").integer(), fit.parameters().length);
  }

  private static void near(
      String where, Node expected, PatchFit fit, Report report, String... parameters) {
    boolean same = true;
    for (int i = 0; i < parameters.length; i++) {
      same &= PARAMETERS.allows(expected.at(parameters[i]).number(), fit.parameters()[i]);
    }
    double ll = expected.at("ll").number();
    report.holds(
        where,
        same || fit.logLikelihood() >= ll - LOWER,
        "expected ll " + ll + ", found " + fit.summary() + ", ll " + fit.logLikelihood());
    report.equal(
        where + " parameters", (int) expected.at("npars").integer(), fit.parameters().length);
  }
}
