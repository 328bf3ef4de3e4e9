package murmuration.golden.warning;

import java.nio.file.Path;
import java.util.Objects;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.bifurcation.BuryClassifier;

/** The 40 networks of Bury et al. 2021 on nine series, one by one and on the mean. */
public final class DlBury2021PredictionsChecker implements Checker {
  private static final int TYPES = 2;

  @Override
  public String kind() {
    return "warning/dl-bury2021-predictions";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    Path one = file.thirdParty("bury2021_classifiers/len500_model1_type1.f32");
    var networks = BuryClassifier.read(Objects.requireNonNull(one.getParent()));
    Tolerance tolerance = file.tolerance();
    for (Node item : file.root().at("cases").items()) {
      String name = item.at("name").text();
      int length = (int) item.at("length").integer();
      double[][] each = networks.length(length).each(item.at("x").numbers());
      double[] mean = new double[4];
      Node models = item.at("per_model");
      report.equal(name + " networks", models.keys().size(), each.length);
      for (String key : models.keys()) {
        String[] parts = key.split("_", -1);
        double[] found =
            each[TYPES * (Integer.parseInt(parts[0]) - 1) + Integer.parseInt(parts[1]) - 1];
        report.numbers(name + " " + key, models.at(key).numbers(), found, tolerance);
        for (int c = 0; c < mean.length; c++) {
          mean[c] += found[c] / each.length;
        }
      }
      report.numbers(name + " mean", item.at("mean20").numbers(), mean, Tolerance.absolute(1e-5));
    }
  }
}
