package murmuration.golden.warning;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.Kendall;
import murmuration.warning.KendallTrend;

/** R's cor.test of a series and time: tau-b, exact and normal p, with ties. */
public final class KendallChecker implements Checker {
  @Override
  public String kind() {
    return "warning/r-kendall";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Tolerance tau = file.tolerance("tau");
    Tolerance p = file.tolerance("p");
    var cases = file.root().at("cases");
    for (String name : cases.keys()) {
      var expected = cases.at(name);
      double[] x = expected.at("x").numbers();
      var found = KendallTrend.of(x);
      report.number(name + " tau", expected.at("tau").number(), found.tau(), tau);
      report.number(name + " p", expected.at("p_two_sided").number(), found.nominalP(), p);
      var counts = Kendall.ofOrder(x);
      if (!Double.isNaN(found.tau())) {
        report.equal(name + " exact", expected.at("statistic").text().equals("T"), found.exact());
        double statistic =
            found.exact()
                ? (counts.pairs() + counts.s()) / 2
                : counts.s() / Math.sqrt(counts.variance());
        report.number(name + " statistic", expected.at("value").number(), statistic, p);
      }
    }
  }
}
