package murmuration.golden.sorting;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.sorting.CellArray;
import murmuration.sorting.FrozenCells;
import murmuration.sorting.FrozenDraw;
import murmuration.sorting.Schedule;
import murmuration.sorting.SortingRun;
import murmuration.sorting.StopRule;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;

/** Whole experiments from a seed, by the prescribed stream of random numbers, draw for draw. */
public final class SeededChecker implements Checker {
  private static final String LETTERS = "BSI";

  @Override
  public String kind() {
    return "sorting/seeded";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node experiment : file.root().at("cases").items()) {
      check(experiment, report);
    }
  }

  private static void check(Node experiment, Report report) {
    CellArray array = array(experiment);
    SortingRun run = array.simulate(experiment.at("seed").integer());
    String name =
        experiment.path()
            + " "
            + experiment.at("mix").text()
            + " "
            + experiment.at("schedule").text();
    start(name, experiment, run, report);
    count(name, "activations", experiment, run.cost().activations(), report);
    if (!experiment.at("rounds").isNull()) {
      count(name, "rounds", experiment, run.rounds(), report);
    }
    count(name, "swaps", experiment, run.cost().swaps(), report);
    count(name, "compareAndSwap", experiment, run.cost().compareAndSwap(), report);
    count(name, "finalDescents", experiment, run.finalErrors(), report);
    count(name, "descentsSum", experiment, sum(run.trail().errors()), report);
    count(name, "samePairsSum", experiment, sum(run.trail().samePairs()), report);
    report.equal(
        name + " values",
        Cases.list(experiment.at("finalValues")),
        Cases.list(run.last().values()));
    int[] from = run.trail().from();
    int[] to = run.trail().to();
    int[][] first =
        IntStream.range(0, Math.min(20, from.length))
            .mapToObj(i -> new int[] {from[i], to[i]})
            .toArray(int[][]::new);
    report.equal(
        name + " first swaps",
        Cases.pairs(experiment.at("first20Swaps")),
        Arrays.deepToString(first));
  }

  private static void start(String name, Node experiment, SortingRun run, Report report) {
    var start = run.start();
    report.equal(
        name + " start", Cases.list(experiment.at("initialValues")), Cases.list(start.values()));
    String mix = experiment.at("mix").text();
    var types = new StringBuilder();
    Arrays.stream(start.types()).forEach(type -> types.append(mix.charAt(type)));
    report.equal(name + " types", experiment.at("types").text(), types.toString());
    boolean[] frozen = Cases.marks(start.n(), experiment.at("frozen"));
    report.equal(name + " frozen", Arrays.toString(frozen), Arrays.toString(start.frozen()));
  }

  private static void count(String name, String what, Node experiment, long found, Report report) {
    report.equal(name + " " + what, experiment.at(what).integer(), found);
  }

  private static long sum(int[] values) {
    return Arrays.stream(values).asLongStream().sum();
  }

  private static CellArray array(Node experiment) {
    var algotypes = new Algotype[] {Algotypes.BUBBLE, Algotypes.SELECTION, Algotypes.INSERTION};
    var mix =
        experiment
            .at("mix")
            .text()
            .chars()
            .mapToObj(c -> algotypes[LETTERS.indexOf(c)])
            .toArray(Algotype[]::new);
    boolean distinct = Boolean.TRUE.equals(experiment.at("frozenDistinct").value());
    var frozen =
        new FrozenCells(
            (int) experiment.at("k").integer(),
            Cases.mode(experiment.at("frozenMode")),
            distinct ? FrozenDraw.DISTINCT : FrozenDraw.WITH_REPLACEMENT);
    return CellArray.of((int) experiment.at("n").integer())
        .algotypes(mix)
        .frozen(frozen)
        .schedule(schedule(experiment))
        .stop(StopRule.valueOf(experiment.at("stop").text().toUpperCase(Locale.ROOT)));
  }

  private static Schedule schedule(Node experiment) {
    return switch (experiment.at("schedule").text()) {
      case "uniform" -> Schedule.uniform();
      case "burst" -> Schedule.burst(experiment.at("burstMean").number());
      case "sweep" -> Schedule.sweep();
      case "index" -> Schedule.index();
      case "sync" -> Schedule.synchronous();
      case String other -> throw new IllegalArgumentException("schedule " + other);
    };
  }
}
