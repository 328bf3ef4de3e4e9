package murmuration.golden.sorting;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.sorting.CellArray;
import murmuration.sorting.CellStart;
import murmuration.sorting.Conventions;
import murmuration.sorting.FrozenCells;
import murmuration.sorting.FrozenDraw;
import murmuration.sorting.FrozenMode;
import murmuration.sorting.Schedule;
import murmuration.sorting.SelectionFrozenRule;
import murmuration.sorting.SortingRun;
import murmuration.sorting.measure.Sortedness;
import murmuration.sorting.policy.Algotypes;

/** The moves of the published code, one cell at a time, to the last swap. */
public final class TracesChecker implements Checker {
  private static final String LETTERS = "BSI";

  @Override
  public String kind() {
    return "sorting/traces";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node trace : file.root().at("cases").items()) {
      check(trace, report);
    }
  }

  private static void check(Node trace, Report report) {
    SortingRun run = array(trace).simulate(1);
    String name = trace.at("name").text();
    int[] from = run.trail().from();
    int[] to = run.trail().to();
    int[][] swaps =
        IntStream.range(0, from.length)
            .mapToObj(i -> new int[] {from[i], to[i]})
            .toArray(int[][]::new);
    report.equal(name + " swaps", Cases.pairs(trace.at("swaps")), Arrays.deepToString(swaps));
    var last = run.last();
    report.equal(name + " values", Cases.list(trace.at("finalValues")), Cases.list(last.values()));
    report.equal(name + " ids", Cases.list(trace.at("finalIds")), Cases.list(last.cells()));
    report.equal(
        name + " steps", trace.at("compareAndSwap").integer(), run.cost().compareAndSwap());
    int[] descents =
        IntStream.rangeClosed(1, run.swaps())
            .map(k -> Sortedness.descents(run.state(k).values()))
            .toArray();
    report.equal(
        name + " descents", Cases.list(trace.at("descentsAfterSwap")), Cases.list(descents));
    if (!run.array().population().isDescending()) {
      report.equal(name + " errors", Cases.list(descents), Cases.list(run.trail().errors()));
    }
    report.equal(
        name + " same pairs",
        Cases.list(trace.at("samePairsAfterSwap")),
        Cases.list(run.trail().samePairs()));
    ideals(name, trace.at("idealPositions"), run, report);
  }

  private static void ideals(String name, Node ideals, SortingRun run, Report report) {
    var items = ideals.items();
    for (int x = 0; x < items.size(); x++) {
      if (!items.get(x).isNull()) {
        report.equal(name + " ideal of " + x, items.get(x).integer(), (long) run.memory()[x]);
      }
    }
  }

  private static CellArray array(Node trace) {
    int[] values = Cases.integers(trace.at("values"));
    int n = values.length;
    int[] schedule = Cases.integers(trace.at("schedule"));
    boolean[] right = new boolean[schedule.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = schedule[i] % 2 == 1;
    }
    int[] types = trace.at("types").text().chars().map(LETTERS::indexOf).toArray();
    boolean[] descending = Cases.marks(n, trace.at("reversedCells"));
    boolean[] frozen = Cases.marks(n, trace.at("frozen"));
    FrozenMode mode = Cases.mode(trace.at("frozenMode"));
    return CellArray.of(n)
        .algotypes(Algotypes.BUBBLE, Algotypes.SELECTION, Algotypes.INSERTION)
        .start(new CellStart(values, types, descending, frozen))
        .frozen(new FrozenCells(0, mode, FrozenDraw.DISTINCT))
        .conventions(new Conventions(true, SelectionFrozenRule.PUBLISHED))
        .schedule(Schedule.fixed(Arrays.stream(schedule).map(s -> s / 2).toArray(), right));
  }
}
