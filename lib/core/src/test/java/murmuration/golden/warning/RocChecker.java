package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.warning.detection.Roc;

/** scikit-learn's ROC curve with ties; its first threshold, infinity, is left out of the file. */
public final class RocChecker implements Checker {
  @Override
  public String kind() {
    return "warning/roc";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var tolerance = file.tolerance();
    int[] labels = Arrays.stream(root.at("label").numbers()).mapToInt(v -> (int) v).toArray();
    var roc = Roc.ofLabels(labels, root.at("score").numbers());
    var curve = roc.curve();
    report.number("auc", root.at("auc").number(), roc.auc(), tolerance);
    report.numbers("fpr", root.at("fpr").numbers(), curve.falsePositiveRate(), tolerance);
    report.numbers("tpr", root.at("tpr").numbers(), curve.truePositiveRate(), tolerance);
    double[] thresholds = curve.thresholds();
    report.holds("first threshold", thresholds[0] == Double.POSITIVE_INFINITY, "infinity");
    report.numbers(
        "thresholds",
        root.at("thresholds").numbers(),
        Arrays.copyOfRange(thresholds, 1, thresholds.length),
        tolerance);
  }
}
