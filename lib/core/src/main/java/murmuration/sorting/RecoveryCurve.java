package murmuration.sorting;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Sortedness against time over many runs, such as through injury and recovery.
 *
 * @param study what was run
 * @param sweeps times in sweeps, activations over n
 * @param mean mean over runs of {@code 100 (n - errors) / n} at each time
 * @param standardError of that mean; NaN for one run
 * @param low the 5 per cent quantile over runs
 * @param high the 95 per cent quantile over runs
 * @param sorted the share of runs without errors
 */
public record RecoveryCurve(
    CellEnsemble study,
    double[] sweeps,
    double[] mean,
    double[] standardError,
    double[] low,
    double[] high,
    double[] sorted)
    implements Charted {
  private static final double LEVEL = 0.95;

  /** Checks the lengths and keeps its own copies. */
  public RecoveryCurve {
    Arguments.present("study", study);
    Arguments.finite("sweeps", sweeps, 2);
    Arguments.finite("mean", mean, 2);
    Arguments.series("standardError", standardError, 2);
    Arguments.finite("low", low, 2);
    Arguments.finite("high", high, 2);
    Arguments.finite("sorted", sorted, 2);
    Arguments.sameLength("sweeps", sweeps, "mean", mean);
    Arguments.sameLength("sweeps", sweeps, "standardError", standardError);
    Arguments.sameLength("sweeps", sweeps, "low", low);
    Arguments.sameLength("sweeps", sweeps, "high", high);
    Arguments.sameLength("sweeps", sweeps, "sorted", sorted);
    sweeps = sweeps.clone();
    mean = mean.clone();
    standardError = standardError.clone();
    low = low.clone();
    high = high.clone();
    sorted = sorted.clone();
  }

  @Override
  public double[] sweeps() {
    return sweeps.clone();
  }

  @Override
  public double[] mean() {
    return mean.clone();
  }

  @Override
  public double[] standardError() {
    return standardError.clone();
  }

  @Override
  public double[] low() {
    return low.clone();
  }

  @Override
  public double[] high() {
    return high.clone();
  }

  @Override
  public double[] sorted() {
    return sorted.clone();
  }

  /** The share of runs without errors at the end, of all runs. */
  public Proportion success() {
    double share = sorted[sorted.length - 1];
    return new Proportion(Math.rint(share * study.runs()), study.runs());
  }

  @Override
  public String summary() {
    double[] interval = success().wilson(LEVEL);
    return String.format(
        Locale.ROOT,
        """
        %d runs, seed %d: %s
        %s
        sortedness %s %% at first, %s%s %% at %s sweeps
        sorted at the end: %s of the runs (95 %%: %s to %s)\
        """,
        study.runs(),
        study.seed(),
        study.array().population(),
        study.array().perturbations().isEmpty()
            ? "not perturbed"
            : "perturbed: " + study.array().perturbations(),
        Digits.of(mean[0], 4),
        injury(),
        Digits.of(mean[mean.length - 1], 4),
        Digits.of(sweeps[sweeps.length - 1], 4),
        Digits.of(success().share(), 4),
        Digits.of(interval[0], 4),
        Digits.of(interval[1], 4));
  }

  /** The lowest mean from the first perturbation on, in words; empty where there was none. */
  private String injury() {
    if (study.array().perturbations().isEmpty()) {
      return "";
    }
    double from = study.array().perturbations().getFirst().sweeps();
    int lowest = mean.length - 1;
    for (int i = mean.length - 1; i >= 0 && sweeps[i] >= from; i--) {
      lowest = mean[i] < mean[lowest] ? i : lowest;
    }
    return String.format(
        Locale.ROOT,
        "lowest after injury %s %% at %s sweeps, ",
        Digits.of(mean[lowest], 4),
        Digits.of(sweeps[lowest], 4));
  }

  /** One row a time. */
  @Override
  public Table table() {
    return Table.create(
        "recovery",
        DoubleColumn.create("sweeps", sweeps),
        DoubleColumn.create("mean (%)", mean),
        DoubleColumn.create("standard error", standardError),
        DoubleColumn.create("low (5 %)", low),
        DoubleColumn.create("high (95 %)", high),
        DoubleColumn.create("share sorted", sorted));
  }

  /** The mean with the band of 90 per cent of the runs; a line where something was done. */
  @Override
  public Figure chart() {
    var panel =
        Panel.of("Sweeps", "Sortedness (%)")
            .band("90 % of runs", sweeps, low, high)
            .line("mean", sweeps, mean);
    double end = sweeps[sweeps.length - 1];
    for (double time :
        study.array().perturbations().stream()
            .mapToDouble(TimedPerturbation::sweeps)
            .filter(t -> t <= end)
            .toArray()) {
      panel = panel.vertical(time);
    }
    return Figure.of(panel);
  }

  /** From the runs by errors, at each time: {@code counts[time][errors]}. */
  static RecoveryCurve of(CellEnsemble study, double[] sweeps, long[][] counts) {
    int points = sweeps.length;
    double n = study.array().n();
    double[] mean = new double[points];
    double[] error = new double[points];
    double[] low = new double[points];
    double[] high = new double[points];
    double[] sorted = new double[points];
    for (int i = 0; i < points; i++) {
      long runs = Arrays.stream(counts[i]).sum();
      double sum = 0;
      double squares = 0;
      for (int e = 0; e < counts[i].length; e++) {
        double percent = 100 * (n - e) / n;
        sum += counts[i][e] * percent;
        squares += counts[i][e] * percent * percent;
      }
      mean[i] = sum / runs;
      double spread = Math.max(0, squares / runs - mean[i] * mean[i]);
      error[i] = runs < 2 ? Double.NaN : Math.sqrt(spread / (runs - 1));
      low[i] = 100 * (n - quantile(counts[i], runs, 0.95)) / n;
      high[i] = 100 * (n - quantile(counts[i], runs, 0.05)) / n;
      sorted[i] = (double) counts[i][0] / runs;
    }
    return new RecoveryCurve(study, sweeps, mean, error, low, high, sorted);
  }

  /** The least number of errors that at least this share of the runs do not exceed. */
  private static int quantile(long[] counts, long runs, double share) {
    long below = 0;
    int errors = -1;
    while (errors < 0 || below < share * runs) {
      errors++;
      below += counts[errors];
    }
    return errors;
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
