package murmuration.golden.scaling;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.math.SegmentCost;
import murmuration.math.Segmentation;

/** Segments of ruptures: penalised, and of a given number. */
public final class ChangePointChecker implements Checker {
  @Override
  public String kind() {
    return "scaling/changepoint";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node golden : file.root().at("cases").items()) {
      double[] x = golden.at("signal").numbers();
      var costs = SegmentCost.L2.over(x);
      int[] free = Segmentation.pelt(costs, golden.at("penalty").number());
      report.equal(
          golden.path() + " pelt",
          text(golden.at("pelt")),
          text(Segmentation.ends(free, x.length)));
      int count = golden.at("dynp_1").numbers().length - 1;
      int[] fixed = count == 0 ? new int[0] : Segmentation.fixed(costs, count);
      int[] ends = Segmentation.ends(fixed, x.length);
      report.equal(golden.path() + " dynp", text(golden.at("dynp_1")), text(ends));
      double cost = 0;
      int from = 0;
      for (int to : ends) {
        cost += costs.of(from, to);
        from = to;
      }
      report.number(
          golden.path() + " cost",
          golden.at("cost_dynp").number(),
          cost,
          Tolerance.relative(file.root().at("tolerance_rel").number()));
    }
  }

  private static String text(Node ends) {
    return text(Arrays.stream(ends.numbers()).mapToInt(v -> (int) v).toArray());
  }

  private static String text(int[] ends) {
    return Arrays.toString(ends);
  }
}
