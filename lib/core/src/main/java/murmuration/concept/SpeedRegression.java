package murmuration.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.LeastSquares;
import tech.tablesaw.api.Table;

/**
 * What the speed of learning follows along training and over a sweep: the log of speed in concept
 * space, mean over the training classes, on the signal and on the log of the step, over all
 * checkpoints of all conditions (the appendix of Park et al. 2024). Checkpoints of one run are not
 * independent, so these are descriptions, without p.
 *
 * @param signal share of the variance of ln(speed) that the signal alone explains
 * @param step share that ln(step) alone explains
 * @param both share that both explain
 * @param signalSlope slope of ln(speed) with the signal, given the step
 * @param stepSlope slope of ln(speed) with ln(step), given the signal
 * @param n checkpoints, over all conditions
 * @param provenance where it comes from
 */
public record SpeedRegression(
    double signal,
    double step,
    double both,
    double signalSlope,
    double stepSlope,
    int n,
    Provenance provenance)
    implements Result {
  /** Refuses null. */
  public SpeedRegression {
    Arguments.present("provenance", provenance);
  }

  /**
   * The regressions.
   *
   * @param signals the conditions, at least 2 different ones
   * @param classes for each condition the runs of its training classes, with the same concepts and
   *     steps; checkpoints at step 0 or at which nothing moves are left out
   */
  public static SpeedRegression of(double[] signals, List<List<ConceptTrajectory>> classes) {
    Arguments.finite("signals", signals, 2);
    List<List<ConceptTrajectory>> list = Arguments.listed("classes", classes);
    Arguments.require(
        list.size() == signals.length,
        "classes has %d entries, signals has %d: expected the same",
        list.size(),
        signals.length);
    List<double[]> rows = new ArrayList<>();
    for (int c = 0; c < signals.length; c++) {
      List<ConceptTrajectory> runs = ConceptTrajectory.alike(list.get(c));
      double[] steps = runs.getFirst().steps();
      double[] speed = new double[steps.length];
      for (ConceptTrajectory run : runs) {
        double[] own = Motion.of(run).speed();
        for (int i = 0; i < speed.length; i++) {
          speed[i] += own[i] / runs.size();
        }
      }
      for (int i = 0; i < speed.length; i++) {
        if (speed[i] > 0 && steps[i] > 0) {
          rows.add(new double[] {1, signals[c], Math.log(steps[i]), Math.log(speed[i])});
        }
      }
    }
    Arguments.require(rows.size() >= 4, "%d checkpoints move: expected at least 4", rows.size());
    double[] y = rows.stream().mapToDouble(row -> row[3]).toArray();
    var both = LeastSquares.of(design(rows, 1, 2), y);
    return new SpeedRegression(
        LeastSquares.of(design(rows, 1), y).rSquared(),
        LeastSquares.of(design(rows, 2), y).rSquared(),
        both.rSquared(),
        both.coefficients()[1],
        both.coefficients()[2],
        y.length,
        Provenance.of(Map.of()));
  }

  private static double[][] design(List<double[]> rows, int... columns) {
    double[][] design = new double[rows.size()][columns.length + 1];
    for (int i = 0; i < design.length; i++) {
      design[i][0] = 1;
      for (int j = 0; j < columns.length; j++) {
        design[i][j + 1] = rows.get(i)[columns[j]];
      }
    }
    return design;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "ln(speed) at %d checkpoints: R2 %.4g on the signal, %.4g on ln(step), %.4g on both\n"
            + "slopes of the last: %.4g with the signal, %.4g with ln(step)",
        n,
        signal,
        step,
        both,
        signalSlope,
        stepSlope);
  }

  @Override
  public Table table() {
    return Quantities.of("speed regression")
        .and("R2 on the signal", signal)
        .and("R2 on ln(step)", step)
        .and("R2 on both", both)
        .and("slope with the signal", signalSlope)
        .and("slope with ln(step)", stepSlope)
        .and("n", n)
        .table();
  }
}
