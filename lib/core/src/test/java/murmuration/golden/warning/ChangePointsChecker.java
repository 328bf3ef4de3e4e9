package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.math.SegmentCost;
import murmuration.warning.detection.ChangePoints;

/** The segments of ruptures, to the sample. */
public final class ChangePointsChecker implements Checker {
  @Override
  public String kind() {
    return "warning/changepoints";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    double[] x = root.at("x").numbers();
    compare(root.at("pelt_l2_pen10"), ChangePoints.pelt(x, SegmentCost.L2, 10), report);
    compare(root.at("pelt_normal_pen20"), ChangePoints.pelt(x, SegmentCost.NORMAL, 20), report);
    compare(root.at("dynp_l2_2"), ChangePoints.fixed(x, SegmentCost.L2, 2), report);
    compare(root.at("binseg_l2_2"), ChangePoints.binary(x, SegmentCost.L2, 2), report);
  }

  private static void compare(Node expected, ChangePoints found, Report report) {
    int[] ends = Arrays.stream(expected.numbers()).mapToInt(v -> (int) v).toArray();
    report.equal(expected.path(), Arrays.toString(ends), Arrays.toString(found.ends()));
  }
}
