package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * A quantity of runs against that of their negative controls, pair by pair: run i and control i
 * begin alike, but in the control the labels stand on identical algorithms. A maximum along a run
 * lies above its start for identical algorithms too, so it is the control and not the start that a
 * claim of clustering has to beat.
 *
 * @param runs pairs
 * @param mean mean of the runs
 * @param controlMean mean of the controls
 * @param difference mean of run less control, with its bootstrap interval
 * @param p two-sided, from 1,999 random signs of the differences: how often chance would part run
 *     and control as far
 */
public record PairedControl(
    int runs, double mean, double controlMean, BootstrapMean difference, double p)
    implements Result {
  private static final int FLIPS = 1999;

  /** Checks that there are runs. */
  public PairedControl {
    Arguments.require(runs >= 1, "runs is %d: expected 1 or more", runs);
    Arguments.present("difference", difference);
  }

  /**
   * Compares runs with their controls.
   *
   * @param run one value a run, at least 2
   * @param control the value of each run's control, as many
   */
  public static PairedControl of(double[] run, double[] control, long seed) {
    Arguments.finite("run", run, 2);
    Arguments.finite("control", control, 2);
    Arguments.sameLength("run", run, "control", control);
    double[] differences = new double[run.length];
    Arrays.setAll(differences, i -> run[i] - control[i]);
    return new PairedControl(
        run.length,
        StatUtils.mean(run),
        StatUtils.mean(control),
        BootstrapMean.of(differences, seed),
        p(differences, Rng.seed(seed, -1)));
  }

  private static double p(double[] differences, long seed) {
    double scale = Arrays.stream(differences).map(Math::abs).max().orElse(0);
    double found = Math.abs(StatUtils.sum(differences));
    double slack = 1e-12 * scale * differences.length;
    int asFar = 1;
    for (int i = 0; i < FLIPS; i++) {
      Interruption.check("a paired control");
      var random = Rng.of(seed, i);
      double sum = 0;
      for (double d : differences) {
        sum += random.nextBoolean() ? d : -d;
      }
      asFar += Math.abs(sum) >= found - slack ? 1 : 0;
    }
    return asFar / (FLIPS + 1.0);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        mean of %d runs %s, of their controls %s
        difference %s (95 %% %s to %s), two-sided p %s (random signs)\
        """,
        runs,
        Digits.of(mean, 4),
        Digits.of(controlMean, 4),
        Digits.of(difference.mean(), 4),
        Digits.of(difference.low(), 4),
        Digits.of(difference.high(), 4),
        Digits.of(p, 4));
  }

  @Override
  public Table table() {
    return Quantities.of("paired control")
        .and("mean of runs", mean)
        .and("mean of controls", controlMean)
        .and("difference", difference.mean(), difference.low(), difference.high())
        .and("two-sided p", p)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("signs", Integer.toString(FLIPS))).seed(difference.seed());
  }
}
