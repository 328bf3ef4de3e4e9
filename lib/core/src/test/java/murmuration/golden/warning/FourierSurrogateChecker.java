package murmuration.golden.warning;

import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Report;
import murmuration.warning.FourierDraws;

/** A Fourier surrogate with given phases. */
public final class FourierSurrogateChecker implements Checker {
  @Override
  public String kind() {
    return "warning/fourier-surrogate";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (var one : file.root().at("cases").items()) {
      double[] found = FourierDraws.of(one.at("x").numbers(), one.at("phases").numbers());
      report.numbers(one.path(), one.at("surrogate").numbers(), found, file.tolerance());
    }
  }
}
