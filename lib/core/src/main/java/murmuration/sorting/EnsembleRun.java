package murmuration.sorting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.sorting.measure.EnsembleProfile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What many runs of an array gave.
 *
 * @param study what was run
 * @param statistics every quantity over the runs, in the order of {@link RunQuantity}
 * @param profiles every profile along the runs, in the order of {@link RunProfile}; the pairs of a
 *     lone cell are left out
 * @param ends runs by why they ended; reasons without runs are left out
 */
public record EnsembleRun(
    CellEnsemble study,
    List<RunStatistic> statistics,
    List<EnsembleProfile> profiles,
    Map<StopReason, Long> ends)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final List<RunQuantity> SHOWN =
      List.of(
          RunQuantity.SWAPS,
          RunQuantity.COMPARE_AND_SWAP,
          RunQuantity.ACTIVATIONS,
          RunQuantity.FINAL_ERRORS,
          RunQuantity.GRATIFICATION,
          RunQuantity.FINAL_AGGREGATION,
          RunQuantity.PEAK_AGGREGATION);

  /** Checks that all quantities and profiles are there, and keeps its own copies. */
  public EnsembleRun {
    Arguments.present("study", study);
    statistics = Arguments.listed("statistics", statistics);
    profiles = Arguments.listed("profiles", profiles);
    Arguments.require(
        statistics.stream().map(RunStatistic::quantity).toList().equals(quantities()),
        "statistics has %d entries: expected one for each of %s",
        statistics.size(),
        quantities());
    int curves = RunProfile.values().length - (study.array().n() == 1 ? 1 : 0);
    Arguments.require(
        profiles.size() == curves, "profiles are %d: expected %d", profiles.size(), curves);
    ends = Map.copyOf(Arguments.present("ends", ends));
  }

  static EnsembleRun of(CellEnsemble study, EnsembleSums sums) {
    int n = study.array().n();
    return new EnsembleRun(
        study,
        sums.moments().entrySet().stream().map(e -> e.getValue().statistic(e.getKey())).toList(),
        Arrays.stream(RunProfile.values())
            .filter(p -> n > 1 || p != RunProfile.PAIR_AGGREGATION)
            .map(p -> p.of(sums, n))
            .toList(),
        sums.ends());
  }

  private static List<RunQuantity> quantities() {
    return List.of(RunQuantity.values());
  }

  /** Mean, spread and range of a quantity. */
  public RunStatistic statistic(RunQuantity quantity) {
    return statistics.get(quantities().indexOf(Arguments.present("quantity", quantity)));
  }

  /** The mean of a quantity over the runs. */
  public double mean(RunQuantity quantity) {
    return statistic(quantity).mean();
  }

  /** The standard deviation of a quantity over the runs. */
  public double sd(RunQuantity quantity) {
    return statistic(quantity).sd();
  }

  /** A quantity along the runs, from the first swap to the last. */
  public EnsembleProfile profile(RunProfile profile) {
    int at = List.of(RunProfile.values()).indexOf(Arguments.present("profile", profile));
    Arguments.require(at < profiles.size(), "a lone cell has no pairs: expected another profile");
    return profiles.get(at);
  }

  @Override
  public String summary() {
    String head =
        String.format(
            Locale.ROOT,
            "%d runs, seed %d: %s%nschedule %s; ended %s%n%-24s %10s %10s   95 %% of the mean%n",
            study.runs(),
            study.seed(),
            study.array().population(),
            study.array().schedule(),
            endings(),
            "",
            "mean",
            "sd");
    return SHOWN.stream()
        .map(this::statistic)
        .map(EnsembleRun::line)
        .collect(Collectors.joining("\n", head.replace("\r\n", "\n"), ""));
  }

  private String endings() {
    return Arrays.stream(StopReason.values())
        .filter(ends::containsKey)
        .map(reason -> reason + " " + ends.get(reason))
        .collect(Collectors.joining(", "));
  }

  private static String line(RunStatistic s) {
    return String.format(
        Locale.ROOT,
        "%-24s %10s %10s   %s to %s",
        s.quantity(),
        Digits.of(s.mean(), 4),
        Digits.of(s.sd(), 4),
        Digits.of(s.low(LEVEL), 4),
        Digits.of(s.high(LEVEL), 4));
  }

  /**
   * One row a quantity: the mean over runs as {@code value}, the ends of its 95 % interval, then
   * standard deviation, lowest and highest of all runs.
   */
  @Override
  public Table table() {
    return Table.create(
        study.runs() + " runs",
        StringColumn.create("quantity", statistics.stream().map(s -> s.quantity().toString())),
        column("value", RunStatistic::mean),
        column("low", s -> s.low(LEVEL)),
        column("high", s -> s.high(LEVEL)),
        column("sd", RunStatistic::sd),
        column("min", RunStatistic::min),
        column("max", RunStatistic::max));
  }

  private DoubleColumn column(String name, ToDoubleFunction<RunStatistic> number) {
    return DoubleColumn.create(name, statistics.stream().mapToDouble(number).toArray());
  }

  /** Sortedness along the runs; aggregation where there are several labels. */
  @Override
  public Figure chart() {
    boolean mixed = !study.array().population().mix().isOneLabel();
    return profile(mixed ? RunProfile.AGGREGATION : RunProfile.SORTEDNESS).chart();
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
