package murmuration.bench;

import static murmuration.sorting.policy.Algotypes.BUBBLE;
import static murmuration.sorting.policy.Algotypes.INSERTION;
import static murmuration.sorting.policy.Algotypes.SELECTION;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import murmuration.sorting.CellArray;
import murmuration.sorting.CellEnsemble;
import murmuration.sorting.FrozenCells;
import murmuration.sorting.FrozenDraw;
import murmuration.sorting.FrozenMode;
import murmuration.sorting.Schedule;
import murmuration.sorting.measure.ProfileGrid;
import murmuration.sorting.measure.TraditionalSort;
import murmuration.sorting.policy.Algotype;
import murmuration.sweep.Parallel;

/**
 * Everything that the figures of Zhang, Goldstein and Levin (2024) are drawn from, at 10,000 runs a
 * condition, once, on all cores, from the start of the JVM: 33 ensembles of cells and 12 of sorts
 * by hand, as the notebook {@code sorting/02} runs them at the size of the paper.
 */
final class PaperFigures {
  private static final int RUNS = 10_000;
  private static final int CELLS = 100;

  private PaperFigures() {}

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    TraditionalSort[] sorts = {
      TraditionalSort.BUBBLE_ALL_PASSES, TraditionalSort.INSERTION, TraditionalSort.SELECTION
    };
    double byHand = 0;
    for (TraditionalSort sort : sorts) {
      for (int frozen = 0; frozen <= 3; frozen++) {
        byHand += byHand(sort, frozen);
      }
    }
    for (CellEnsemble ensemble : ensembles()) {
      ensemble.seed(1).run();
    }
    System.out.printf(
        Locale.ROOT,
        "bench: paper-figures ours=%.3g (%d runs a condition, %d cores; sum by hand %.6g)%n",
        (System.nanoTime() - start) / 1e9,
        RUNS,
        Runtime.getRuntime().availableProcessors(),
        byHand);
  }

  private static double byHand(TraditionalSort sort, int frozen) {
    var starts =
        CellArray.of(CELLS)
            .frozen(new FrozenCells(frozen, FrozenMode.IMMOVABLE, FrozenDraw.WITH_REPLACEMENT));
    double[] each =
        Parallel.doubles(
            sort + ", " + frozen + " frozen",
            RUNS,
            i -> {
              var cells = starts.start(Rng.seed(2, i));
              var run = sort.sort(cells.values(), cells.frozen());
              return run.swaps() + run.gratification().value();
            });
    double sum = 0;
    for (double value : each) {
      sum += value;
    }
    return sum;
  }

  private static List<CellEnsemble> ensembles() {
    var all = new ArrayList<CellEnsemble>();
    for (Algotype rule : List.of(BUBBLE, INSERTION, SELECTION)) {
      all.add(cells(CELLS, rule).ensemble(RUNS));
      for (FrozenMode mode : FrozenMode.values()) {
        for (int k = 1; k <= 3; k++) {
          var frozen = new FrozenCells(k, mode, FrozenDraw.WITH_REPLACEMENT);
          all.add(cells(CELLS, rule).frozen(frozen).ensemble(RUNS));
        }
      }
    }
    CellArray[] mixes = {
      cells(CELLS, BUBBLE, SELECTION),
      cells(CELLS, BUBBLE, INSERTION),
      cells(CELLS, INSERTION, SELECTION),
      cells(150, BUBBLE, SELECTION, INSERTION)
    };
    for (CellArray mix : mixes) {
      all.add(mix.ensemble(RUNS));
    }
    all.add(mixes[0].control(BUBBLE).ensemble(RUNS));
    all.add(mixes[3].control(BUBBLE).ensemble(RUNS));
    int[] tens = IntStream.range(0, CELLS).map(i -> i / 10).toArray();
    Algotype[][] pairs = {{BUBBLE, SELECTION}, {BUBBLE, INSERTION}, {SELECTION, INSERTION}};
    for (Algotype[] pair : pairs) {
      var equal = CellArray.of(tens).algotypes(pair).schedule(Schedule.burst(8)).rejectionFree();
      all.add(equal.ensemble(RUNS));
    }
    CellArray[] conflicts = {
      cells(CELLS, BUBBLE, SELECTION).descending(BUBBLE),
      cells(CELLS, BUBBLE, INSERTION).descending(INSERTION),
      cells(CELLS, SELECTION, INSERTION).descending(SELECTION)
    };
    for (CellArray conflict : conflicts) {
      all.add(conflict.ensemble(RUNS).grid(ProfileGrid.CONFLICT));
    }
    return all;
  }

  private static CellArray cells(int n, Algotype... mix) {
    return CellArray.of(n).algotypes(mix).schedule(Schedule.burst(8)).rejectionFree();
  }
}
