package murmuration.golden.sorting;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.sorting.measure.Aggregation;
import murmuration.sorting.measure.DelayedGratification;
import murmuration.sorting.measure.GratificationMeter;
import murmuration.sorting.measure.Sortedness;
import murmuration.sorting.measure.TwoSampleTest;

/** The analysis functions of the published code on states and series, and statsmodels' Z-test. */
public final class MetricsChecker implements Checker {
  @Override
  public String kind() {
    return "sorting/metrics";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node trajectory : file.root().at("trajectories").items()) {
      var states = trajectory.at("states").items();
      for (int i = 0; i < states.size(); i++) {
        state(trajectory, i, file, report);
      }
      report.equal(
          trajectory.path() + " n",
          trajectory.at("n").integer(),
          (long) whole(states.getFirst()).length);
      gratification(trajectory, trajectory.at("descents").numbers(), file, report);
    }
    for (Node series : file.root().at("series").items()) {
      gratification(series, series.at("errorSeries").numbers(), file, report);
    }
    for (Node expected : file.root().at("ztest").items()) {
      var found = TwoSampleTest.z(expected.at("a").numbers(), expected.at("b").numbers());
      double z = expected.at("z").number();
      report.number(expected.path() + " z", z, found.statistic(), file.tolerance("z"));
      report.number(
          expected.path() + " p", expected.at("p").number(), found.p(), file.tolerance("p"));
    }
  }

  private static void state(Node trajectory, int i, GoldenFile file, Report report) {
    Tolerance whole = file.tolerance("integers");
    Tolerance real = file.tolerance("doubles");
    String at = trajectory.path() + "[" + i + "] ";
    int[] values = whole(trajectory.at("states").items().get(i));
    int[] types = whole(trajectory.at("types").items().get(i));
    var found = Sortedness.of(values);
    number(report, trajectory, "descents", i, found.descents(), whole);
    number(report, trajectory, "ascents", i, found.ascents(), whole);
    number(report, trajectory, "sorting_score", i, found.misplaced(), whole);
    number(report, trajectory, "monotonicityPercent", i, found.monotonicityPercent(), real);
    number(report, trajectory, "aggregationPeer", i, Aggregation.PEER.of(types), real);
    double[] ascents = trajectory.at("perTypeAscents").items().get(i).numbers();
    for (int type = 0; type < ascents.length; type++) {
      double expected = ascents[type] < 0 ? Double.NaN : ascents[type];
      double of = Sortedness.perTypeAscents(values, types, type);
      report.number(at + "ascents of type " + type, expected, of, whole);
    }
  }

  private static void number(
      Report report, Node trajectory, String name, int i, double found, Tolerance tolerance) {
    double expected = trajectory.at(name).items().get(i).number();
    report.number(trajectory.path() + "[" + i + "] " + name, expected, found, tolerance);
  }

  /** The runs of a series that never changes are [0] in the file, none here. */
  private static void gratification(
      Node expected, double[] errors, GoldenFile file, Report report) {
    var found = DelayedGratification.of(errors);
    var meter = new GratificationMeter();
    Arrays.stream(errors).forEach(e -> meter.add((int) e));
    double[] runs = expected.at("runs").numbers();
    double[] own = found.runs();
    report.numbers(
        expected.path() + " runs",
        runs,
        own.length == 0 ? new double[] {0} : own,
        file.tolerance("integers"));
    double peer = expected.at("dgAveragePeer").number();
    Tolerance real = file.tolerance("doubles");
    report.number(expected.path() + " mean", peer, found.peerValue(), real);
    report.number(expected.path() + " mean, metered", peer, meter.peerValue(), real);
    double max = expected.at("dgMaxPeer").number();
    report.number(expected.path() + " max", max, found.max(), file.tolerance("integers"));
    report.number(expected.path() + " max, metered", max, meter.max(), file.tolerance("integers"));
  }

  private static int[] whole(Node node) {
    return Arrays.stream(node.numbers()).mapToInt(v -> (int) v).toArray();
  }
}
