package murmuration.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import murmuration.sorting.CellArray;
import murmuration.sorting.CellStart;
import murmuration.sorting.EnsembleRun;
import murmuration.sorting.Schedule;
import murmuration.sorting.measure.SortingCost;
import murmuration.sorting.policy.Algotypes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Sorts of 100 cells from random starts. The goals: 0.15 ms for bubble cells by the exact schedule,
 * 0.05 ms rejection-free, 0.12 ms for selection cells; 10 ns a swap is the bound of one draw and
 * one mispredicted branch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SortingBenchmark {
  private static final CellArray BUBBLE = CellArray.of(100);
  private static final CellArray INSERTION = BUBBLE.algotypes(Algotypes.INSERTION);
  private static final CellArray SELECTION = BUBBLE.algotypes(Algotypes.SELECTION);
  private static final CellArray MIXED =
      BUBBLE.algotypes(Algotypes.BUBBLE, Algotypes.SELECTION).schedule(Schedule.burst(8));
  private static final CellArray REVERSED =
      CellArray.of(1000)
          .start(CellStart.of(IntStream.range(0, 1000).map(i -> 999 - i).toArray()))
          .rejectionFree();

  private long seed;

  /** Bubble cells, every turn drawn. */
  @Benchmark
  public SortingCost exactBubble() {
    return BUBBLE.cost(seed++);
  }

  /** Bubble cells without idle turns. */
  @Benchmark
  public SortingCost quickBubble() {
    return BUBBLE.rejectionFree().cost(seed++);
  }

  /** Insertion cells, every turn drawn. */
  @Benchmark
  public SortingCost exactInsertion() {
    return INSERTION.cost(seed++);
  }

  /** Insertion cells without idle turns. */
  @Benchmark
  public SortingCost quickInsertion() {
    return INSERTION.rejectionFree().cost(seed++);
  }

  /** Selection cells, every turn drawn. */
  @Benchmark
  public SortingCost exactSelection() {
    return SELECTION.cost(seed++);
  }

  /** Selection cells without idle turns. */
  @Benchmark
  public SortingCost quickSelection() {
    return SELECTION.rejectionFree().cost(seed++);
  }

  /** Half bubble, half selection cells in bursts of 8, every turn drawn. */
  @Benchmark
  public SortingCost exactMixed() {
    return MIXED.cost(seed++);
  }

  /** The same without idle turns. */
  @Benchmark
  public SortingCost quickMixed() {
    return MIXED.rejectionFree().cost(seed++);
  }

  /** 499,500 swaps of the oriented swap process from the reversed array of 1000 cells. */
  @Benchmark
  public SortingCost orientedSwaps() {
    return REVERSED.cost(seed++);
  }

  /** 1000 runs with their statistics and profiles, on all cores. */
  @Benchmark
  public EnsembleRun ensemble() {
    return MIXED.rejectionFree().ensemble(1000).run();
  }
}
