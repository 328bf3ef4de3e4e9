package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.data.TimeSeries;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.detection.Roc;
import murmuration.warning.process.LinearSaddleNodeFit;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import murmuration.warning.process.VarianceEquation;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * True maxima of the likelihoods of Boettiger and Hastings (2012), where the fits that the authors
 * stored are local optima. Those of the saddle-node are lower bounds.
 */
public final class BhMaximumLikelihoodChecker implements Checker {
  @Override
  public String kind() {
    return "warning/bh2012-maximum-likelihood";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node records = file.root().at("records");
    for (String name : records.keys()) {
      TimeSeries record = BoettigerRecords.read(file, name);
      Node expected = records.at(name);
      var stable = OrnsteinUhlenbeckFit.of(record);
      Node ou = expected.at("OU");
      Tolerance exact = file.tolerance("OU loglik");
      report.number(name + " OU", ou.at("ll").number(), stable.logLikelihood(), exact);
      report.number(name + " OU rate", ou.at("Ro").number(), stable.process().rate(), exact);
      report.number(name + " OU theta", ou.at("theta").number(), stable.process().theta(), exact);
      report.number(name + " OU sigma", ou.at("sigma").number(), stable.process().sigma(), exact);
      Node lsn = expected.at("LSN");
      atLeast(name + " peer", lsn.at("package_V"), record, VarianceEquation.PEER, report);
      atLeast(name, lsn.at("corrected_V"), record, VarianceEquation.CONSISTENT, report);
    }
    Node stored = file.root().at("peer").at("ibm_critical");
    double ratio = 2 * (stored.at("LSN_loglik").number() - stored.at("OU_loglik").number());
    report.number("stored LR", stored.at("LR").number(), ratio, Tolerance.absolute(1e-9));
    correctedRatios(file, report);
    storedBootstrap(file, ratio, report);
  }

  private static void atLeast(
      String name, Node expected, TimeSeries record, VarianceEquation equation, Report report) {
    double lowest = expected.at("ll").number() - 1e-3;
    var fit = LinearSaddleNodeFit.of(record, equation);
    report.holds(
        name + " LSN",
        fit.logLikelihood() >= lowest,
        "log-likelihood " + fit.logLikelihood() + " is below " + lowest);
    report.holds(
        name + " LSN gradient", fit.convergence().gradient() < 1e-4, fit.convergence().toString());
    report.holds(
        name + " LSN starts", fit.convergence().starts() >= 8, fit.convergence().toString());
  }

  /**
   * The stored ratio 5.10 of the individual-based model becomes 1.1 to 1.4 (section 8, pitfall 7).
   */
  private static void correctedRatios(GoldenFile file, Report report) {
    TimeSeries critical = BoettigerRecords.read(file, "ibm_critical");
    for (var equation : VarianceEquation.values()) {
      double ratio =
          2
              * (LinearSaddleNodeFit.of(critical, equation).logLikelihood()
                  - OrnsteinUhlenbeckFit.of(critical).logLikelihood());
      report.holds("corrected LR " + equation, ratio > 1.05 && ratio < 1.45, "found " + ratio);
    }
    double glaciation =
        OrnsteinUhlenbeckFit.of(BoettigerRecords.read(file, "glaciation")).logLikelihood();
    report.number("glaciation OU", -219.50, glaciation, Tolerance.absolute(0.005));
  }

  /** The figures of the paper from the ratios that its authors stored: 500 of either model. */
  private static void storedBootstrap(GoldenFile file, double ratio, Report report) {
    // One of the two simulations is called "null", which is no missing value here.
    var options =
        CsvReadOptions.builder(file.thirdParty("boettiger_ibm_lr_bootstrap.csv").toFile())
            .missingValueIndicator("NA")
            .build();
    var table = Table.read().csv(options);
    double[] nulls = values(table, "null");
    var roc = Roc.of(nulls, values(table, "test"));
    report.number("stored AUC", 0.8816, roc.auc(), Tolerance.absolute(5e-5));
    report.number(
        "stored true positives at 5 %",
        0.566, roc.atFalsePositiveRate(0.05).truePositiveRate(), Tolerance.absolute(1e-9));
    double share = (double) Arrays.stream(nulls).filter(v -> v >= ratio).count() / nulls.length;
    report.number("stored p, without the record itself", 0.026, share, Tolerance.absolute(1e-9));
  }

  private static double[] values(Table table, String simulation) {
    var rows = table.where(table.stringColumn("simulation").isEqualTo(simulation));
    return rows.numberColumn("value").asDoubleArray();
  }
}
