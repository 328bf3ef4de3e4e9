package murmuration.golden.concept;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;

/** Smoothing, learning times, speed, curvature and turns of numpy and scipy on made-up runs. */
public final class DetectorsChecker implements Checker {
  @Override
  public String kind() {
    return "concept/detectors";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var detections =
        new Detections(
            report, file.tolerance(), Tolerance.absolute(1e-6), Tolerance.absolute(1e-4));
    for (Node entry : file.root().at("cases").items()) {
      var run = Detections.run(entry.at("steps"), entry.at("z"));
      detections.check(entry.at("expect"), run.smooth(entry.at("smooth_sigma").number()));
    }
  }
}
