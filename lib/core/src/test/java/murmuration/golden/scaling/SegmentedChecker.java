package murmuration.golden.scaling;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.scaling.curve.SegmentedRegression;

/**
 * One break: the exact optimum, and what piecewise-regression makes of the same points. Its Davies
 * p puts t statistics, of a bend beside a step, into the normal tail; ours takes them to normal
 * scores first. Of both we ask that they reject.
 */
public final class SegmentedChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/segmented";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = file.root().at("tolerance");
    var ofBreak = Tolerance.absolute(tolerance.at("breakpoint_abs").number());
    var ofRss = Tolerance.relative(tolerance.at("rss_rel").number());
    var ofPeer = Tolerance.absolute(tolerance.at("peer_breakpoint_abs").number());
    for (Node golden : file.root().at("cases").items()) {
      String what = golden.path();
      var found =
          SegmentedRegression.of(golden.at("x").numbers(), golden.at("y").numbers(), 199, 1);
      var line = found.line();
      report.number(what + " break", golden.at("breakpoint").number(), found.breakpoint(), ofBreak);
      report.number(
          what + " intercept", golden.at("intercept").number(), found.intercept(), ofBreak);
      report.number(what + " slope1", golden.at("slope1").number(), line.before(), ofBreak);
      report.number(what + " slope2", golden.at("slope2").number(), line.after(), ofBreak);
      report.number(what + " rss", golden.at("rss").number(), found.rss(), ofRss);
      report.number(what + " rss line", golden.at("rss_line").number(), found.rssLine(), ofRss);
      report.number(what + " F", golden.at("F_2_nminus4").number(), found.f(), ofRss);
      report.number(what + " BIC line", golden.at("bic_line").number(), found.bicLine(), ofRss);
      report.number(what + " BIC", golden.at("bic_seg").number(), found.bic(), ofRss);
      peer(golden.at("peer"), found, ofPeer, report);
    }
  }

  private static void peer(Node peer, SegmentedRegression found, Tolerance ofBreak, Report report) {
    if (!peer.at("converged").text().equals("yes")) {
      report.holds(peer.path() + " ours", found.p() > 0.05, "p " + found.p());
      return;
    }
    report.number(
        peer.path() + " break", peer.at("breakpoint").number(), found.breakpoint(), ofBreak);
    report.number(
        peer.path() + " alpha1", peer.at("alpha1").number(), found.line().before(), ofBreak);
    report.number(peer.path() + " beta1", peer.at("beta1").number(), found.bend(), ofBreak);
    report.number(
        peer.path() + " break se",
        peer.at("breakpoint_se").number(),
        found.standardError(),
        Tolerance.relative(1e-4));
    report.numbers(
        peer.path() + " break interval",
        peer.at("breakpoint_ci").numbers(),
        found.interval(0.95),
        ofBreak);
    report.holds(
        peer.path() + " rss",
        found.rss() <= peer.at("rss").number() * (1 + 1e-12),
        "ours " + found.rss());
    report.number(
        peer.path() + " BIC", peer.at("bic").number(), found.bic(), Tolerance.relative(1e-9));
    double davies = peer.at("davies_p").number();
    report.holds(
        peer.path() + " Davies p",
        davies < 1e-6 && found.daviesP() < 1e-6,
        "theirs " + davies + ", ours " + found.daviesP());
  }
}
