package murmuration.sorting;

import java.util.stream.IntStream;
import murmuration.math.SplitMix64;
import murmuration.math.Variates;

/**
 * The turns that change nothing, while others act. In continuous time, one burst a cell and unit
 * time, the bursts of cells that can do nothing are Poisson streams; how long the array stays in a
 * state adds to the exposure of each number of reads a turn, and the numbers of turns are drawn at
 * the end, as they would have come out one by one.
 */
final class IdleTurns {
  private final ArrayState state;
  private final IndexSet active;
  private final InsertionFront front;
  private final double meanBurst;
  private final int frozen;
  private final int lookers;
  private final int[] insertion;
  private final boolean alike;
  private final int[] unfrozenBeyond;

  /**
   * Without insertion cells the exposures depend on the number of active cells alone: how often
   * there were so many, so that their exponential times are drawn together.
   */
  private final int[] waits;

  private double time;
  private double looking;

  /** Exposure of idle insertion cells by their reads a turn. */
  private final double[] scanning;

  /** Where all are insertion cells: differences of the exposure of positions left of the breach. */
  private final double[] steps;

  IdleTurns(ArrayState state, IndexSet active, InsertionFront front, double meanBurst) {
    this.state = state;
    this.active = active;
    this.front = front;
    this.meanBurst = meanBurst;
    int n = state.n;
    frozen = count(ArrayState.FROZEN);
    insertion = IntStream.range(0, n).filter(x -> state.kind[x] == ArrayState.INSERTION).toArray();
    lookers = n - frozen - insertion.length;
    boolean oneGoal = IntStream.of(insertion).map(x -> state.goal[x]).distinct().count() == 1;
    alike = oneGoal && lookers == 0 && (frozen == 0 || state.immovable);
    unfrozenBeyond = new int[n + 1];
    for (int p = n - 2; p >= 0; p--) {
      unfrozenBeyond[p] = unfrozenBeyond[p + 1] + (isFrozen(p + 1) ? 0 : 1);
    }
    scanning = new double[insertion.length == 0 ? 0 : n + 2];
    steps = new double[alike ? n + 1 : 0];
    waits = new int[insertion.length == 0 ? n + 1 : 0];
  }

  private int count(int kind) {
    return (int) IntStream.of(state.kind).filter(k -> k == kind).count();
  }

  private boolean isFrozen(int position) {
    return state.kind[state.at[position]] == ArrayState.FROZEN;
  }

  /** The array stays as it is until the next burst of an active cell. */
  void pass(SplitMix64 rng) {
    if (insertion.length == 0) {
      waits[active.size()]++;
    } else {
      pass(rng.nextExponential() / active.size());
    }
  }

  private void pass(double span) {
    time += span;
    looking += span * (lookers - active.size() + front.count());
    if (alike) {
      int breach = state.breach(state.goal[insertion[0]], state.n);
      steps[0] += span;
      steps[breach] -= span;
      scanning[breach + 2] += span * unfrozenBeyond[breach];
      return;
    }
    for (int x : insertion) {
      if (!active.contains(x)) {
        scanning[state.idleReads(x)] += span;
      }
    }
  }

  /** Draws the idle turns; their reads are added to the state's. */
  long draw(SplitMix64 rng) {
    for (int acting = 1; acting < waits.length; acting++) {
      if (waits[acting] > 0) {
        double span = Variates.gamma(rng, waits[acting]) / acting;
        time += span;
        looking += span * (lookers - acting);
      }
    }
    long all = turns(rng, frozen * time);
    long looks = turns(rng, Math.max(0, looking));
    all += looks;
    state.reads += looks;
    double left = 0;
    for (int p = 0; p < steps.length - 1; p++) {
      left += steps[p];
      scanning[p + 1] += isFrozen(p) ? 0 : Math.max(0, left);
    }
    for (int reads = 0; reads < scanning.length; reads++) {
      long scans = turns(rng, scanning[reads]);
      all += scans;
      state.reads += scans * reads;
    }
    return all;
  }

  /** Turns in a Poisson number of bursts, each of a geometric length. */
  private long turns(SplitMix64 rng, double exposure) {
    if (exposure <= 0) {
      return 0;
    }
    long bursts = Variates.poisson(rng, exposure);
    return bursts == 0 || meanBurst <= 1
        ? bursts
        : bursts + Variates.poisson(rng, (meanBurst - 1) * Variates.gamma(rng, (double) bursts));
  }
}
