package murmuration.golden.sorting;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.sorting.measure.SortingLaws;

/** Exact means and variances of self-sorting arrays. */
public final class ClosedFormChecker implements Checker {
  /** A law of the number of cells. */
  private interface Law {
    double at(int n);
  }

  @Override
  public String kind() {
    return "sorting/closed-form";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var tolerance = Tolerance.relative(file.root().at("tolerance").number());
    var section = new Section(root, report, tolerance);
    section.check("inversions", "mean", SortingLaws::meanInversions);
    section.check("inversions", "variance", SortingLaws::varianceInversions);
    section.check("initialDescents", "mean", SortingLaws::meanDescents);
    section.check("initialDescents", "variance", SortingLaws::varianceDescents);
    section.check("insertionComparisons", "mean", SortingLaws::meanInsertionComparisons);
    section.check("traditionalSelectionSwaps", "mean", SortingLaws::meanSelectionSwaps);
    section.check(
        "cellSelectionCompareAndSwap", "minusSwaps", SortingLaws::selectionStepsLessSwaps);
    for (Node expected : root.at("immovableBubbleError").items()) {
      int n = whole(expected, "n");
      int k = whole(expected, "k");
      double found = SortingLaws.meanImmovableDescents(n, k);
      report.number(expected.path(), expected.at("mean").number(), found, tolerance);
    }
    for (Node expected : root.at("samePairs").items()) {
      double[] counts = expected.at("counts").numbers();
      double found =
          SortingLaws.meanSamePairs(Arrays.stream(counts).mapToInt(c -> (int) c).toArray());
      report.number(expected.path(), expected.at("pairsMean").number(), found, tolerance);
    }
    for (Node expected : root.at("samePairsVarianceTwoTypes").items()) {
      double found = SortingLaws.varianceSamePairs(whole(expected, "n1"), whole(expected, "n2"));
      report.number(expected.path(), expected.at("variance").number(), found, tolerance);
    }
  }

  private static int whole(Node node, String name) {
    return (int) node.at(name).integer();
  }

  private record Section(Node root, Report report, Tolerance tolerance) {
    void check(String name, String quantity, Law law) {
      for (Node expected : root.at(name).items()) {
        double found = law.at(whole(expected, "n"));
        report.number(expected.path() + quantity, expected.at(quantity).number(), found, tolerance);
      }
    }
  }
}
