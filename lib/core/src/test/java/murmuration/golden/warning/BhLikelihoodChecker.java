package murmuration.golden.warning;

import murmuration.data.TimeSeries;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.process.LinearSaddleNode;
import murmuration.warning.process.LinearSaddleNodeFit;
import murmuration.warning.process.OrnsteinUhlenbeck;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import murmuration.warning.process.VarianceEquation;

/**
 * The R package earlywarning: its likelihood at its own estimates, its moments, and that our maxima
 * are not below its own, which are local.
 */
public final class BhLikelihoodChecker implements Checker {
  @Override
  public String kind() {
    return "warning/r-bh2012-likelihood";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Node records = file.root().at("records");
    Tolerance moments = file.tolerance("lsn_moments");
    for (String name : records.keys()) {
      Node record = records.at(name);
      var series = TimeSeries.of(record.at("time").numbers(), record.at("value").numbers());
      likelihoods(name, record, series, moments, report);
      maxima(name, record, series, report);
    }
    for (Node item : file.root().at("lsn_moments").items()) {
      LinearSaddleNode process = process(item.at("pars"), 0);
      double[] from = item.at("t0").numbers();
      double[] to = item.at("t1").numbers();
      double[] x = item.at("x0").numbers();
      double[] mean = item.at("mean").numbers();
      double[] variance = item.at("var").numbers();
      for (int i = 0; i < x.length; i++) {
        var found = process.transition(from[i], to[i]);
        report.number(item.path() + " mean", mean[i], found.mean(x[i]), moments);
        report.number(item.path() + " variance", variance[i], found.variance(), moments);
      }
    }
  }

  private static void likelihoods(
      String name, Node record, TimeSeries series, Tolerance moments, Report report) {
    Node ou = record.at("OU");
    var stable =
        new OrnsteinUhlenbeck(
            ou.at("Ro").number(), ou.at("theta").number(), ou.at("sigma").number());
    report.number(
        name + " OU density",
        record.at("OU_loglik").number(),
        stable.logLikelihood(series),
        Tolerance.relative(1e-9));
    report.number(
        name + " LSN density",
        record.at("LSN_loglik").number(),
        process(record.at("LSN"), series.times()[0]).logLikelihood(series),
        moments);
  }

  private static void maxima(String name, Node record, TimeSeries series, Report report) {
    double stable = OrnsteinUhlenbeckFit.of(series).logLikelihood();
    report.holds(
        name + " OU maximum",
        stable >= record.at("OU_loglik").number() - 1e-3,
        "log-likelihood " + stable);
    double saddle = LinearSaddleNodeFit.of(series, VarianceEquation.PEER).logLikelihood();
    report.holds(
        name + " LSN maximum",
        saddle >= record.at("LSN_loglik").number() - 1e-3,
        "log-likelihood " + saddle);
  }

  /** The package counts time from 0, we from the first observation. */
  private static LinearSaddleNode process(Node pars, double first) {
    double m = pars.at("m").number();
    return new LinearSaddleNode(
        pars.at("Ro").number() + m * first,
        m,
        pars.at("theta").number(),
        pars.at("sigma").number(),
        VarianceEquation.PEER);
  }
}
