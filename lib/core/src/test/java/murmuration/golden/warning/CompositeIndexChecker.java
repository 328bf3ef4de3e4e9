package murmuration.golden.warning;

import java.util.Arrays;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.Indicators;
import murmuration.warning.Surrogates;
import murmuration.warning.Window;
import murmuration.warning.detection.CompositeIndex;
import murmuration.warning.detection.ExpandingAlarm;

/**
 * EWSmethods' composite of four indicators from the series, its alarm on the composite of eight,
 * and its univariate Jacobian index, the logarithm of the modulus of AR(1) by least squares.
 */
public final class CompositeIndexChecker implements Checker {
  /** Two scores of plus and minus 0.707 add up to 0; the peer keeps the rounding. */
  private static final double ROUNDING = 1e-13;

  @Override
  public String kind() {
    return "warning/r-composite";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    var root = file.root();
    var tolerance = file.tolerance();
    double[] x = root.at("value").numbers();
    var four = root.at("composite4");
    int burnIn = (int) four.at("time").numbers()[0];
    var signal =
        CompositeIndex.of(x)
            .indicators(Indicators.CV, Indicators.SD, Indicators.arOls(), Indicators.acf(1))
            .burnIn(burnIn)
            .against(Surrogates.ar1(1))
            .run();
    compare("composite4 metric", four.at("metric"), signal.score(), tolerance, report);
    compare("composite4", four, signal.alarm(), tolerance, report);
    var eight = root.at("composite8");
    var alarm = ExpandingAlarm.of(eight.at("metric").numbers(), 2, true);
    compare("composite8", eight, alarm, tolerance, report);

    double[] jacobian = root.at("uniAR").numbers();
    double[] along = Indicators.arOls().rolling(x, Window.points(x.length - jacobian.length + 1));
    double[] found =
        Arrays.stream(along)
            .filter(v -> !Double.isNaN(v))
            .map(v -> Math.log(Math.abs(v)))
            .toArray();
    report.numbers("uniAR", jacobian, found, tolerance);
  }

  private static void compare(
      String name, Node expected, ExpandingAlarm found, Tolerance tolerance, Report report) {
    compare(name + " mean", expected.at("mean"), found.mean(), tolerance, report);
    compare(name + " sd", expected.at("sd"), found.sd(), tolerance, report);
    double[] crossed = expected.at("crossed").numbers();
    boolean[] ours = found.crossed();
    for (int i = 0; i < crossed.length; i++) {
      report.equal(name + " crossed[" + i + "]", crossed[i] == 1, ours[i]);
    }
  }

  /** Number by number; where the peer holds rounding in place of 0, so may we. */
  private static void compare(
      String name, Node expected, double[] found, Tolerance tolerance, Report report) {
    double[] numbers = expected.numbers();
    report.equal(name + " length", numbers.length, found.length);
    for (int i = 0; i < numbers.length; i++) {
      if (Math.abs(numbers[i]) < ROUNDING) {
        report.holds(name + "[" + i + "]", Math.abs(found[i]) < ROUNDING, "0, found " + found[i]);
      } else {
        report.number(name + "[" + i + "]", numbers[i], found[i], tolerance);
      }
    }
  }
}
