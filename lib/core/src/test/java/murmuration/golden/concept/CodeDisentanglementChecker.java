package murmuration.golden.concept;

import java.util.Arrays;
import murmuration.concept.CodeDisentanglement;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;

/** Informations of binned codes, the mutual information gap and modularity. */
public final class CodeDisentanglementChecker implements Checker {
  @Override
  public String kind() {
    return "concept/disentanglement";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var tolerance = file.tolerance();
    for (Node expected : file.root().at("cases").items()) {
      int[][] factors =
          Arrays.stream(expected.at("factors").matrix())
              .map(row -> Arrays.stream(row).mapToInt(v -> (int) v).toArray())
              .toArray(int[][]::new);
      int bins = Math.toIntExact(expected.at("bins").integer());
      var found = CodeDisentanglement.of(expected.at("codes").matrix(), factors, bins);
      String at = expected.path();
      double[][] information = expected.at("mutual_info").matrix();
      for (int j = 0; j < information.length; j++) {
        report.numbers(at + " code " + j, information[j], found.information()[j], tolerance);
      }
      report.numbers(
          at + " entropy", expected.at("factor_entropy").numbers(), found.entropy(), tolerance);
      report.number(at + " mig", expected.at("mig").number(), found.mig(), tolerance);
      report.number(
          at + " modularity", expected.at("modularity").number(), found.modularity(), tolerance);
    }
  }
}
