package murmuration.sorting;

import java.util.Arrays;
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

  /** Whether all that can act are insertion cells of one goal, among cells that stay. */
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

  /** Where the insertion cells of each goal stand, else. */
  private final Scanners[] scanners;

  IdleTurns(ArrayState state, IndexSet active, InsertionFront front, double meanBurst) {
    this.state = state;
    this.active = active;
    this.front = front;
    this.meanBurst = meanBurst;
    int n = state.n;
    int[] goals = front.goals();
    frozen = state.count(ArrayState.FROZEN);
    lookers = n - frozen - state.count(ArrayState.INSERTION);
    alike = goals.length == 1 && lookers == 0 && (frozen == 0 || state.immovable);
    unfrozenBeyond = new int[alike ? n + 1 : 0];
    for (int p = alike ? n - 2 : -1; p >= 0; p--) {
      unfrozenBeyond[p] = unfrozenBeyond[p + 1] + (isFrozen(p + 1) ? 0 : 1);
    }
    steps = new double[alike ? n + 1 : 0];
    scanners = new Scanners[alike ? 0 : goals.length];
    Arrays.setAll(scanners, i -> new Scanners(state, goals[i]));
    scanning = new double[goals.length == 0 ? 0 : n + Scanners.MARGIN];
    waits = new int[goals.length == 0 ? n + 1 : 0];
  }

  private boolean isFrozen(int position) {
    return state.kind[state.at[position]] == ArrayState.FROZEN;
  }

  /** The cells at two positions have changed places. */
  void swapped(int p, int q) {
    for (var scanner : scanners) {
      scanner.swapped(p, q);
    }
  }

  /** The array stays as it is until the next burst of an active cell. */
  void pass(SplitMix64 rng) {
    if (waits.length > 0) {
      waits[active.size()]++;
    } else {
      pass(rng.nextExponential() / active.size());
    }
  }

  private void pass(double span) {
    time += span;
    looking += span * (lookers - active.size() + front.count());
    if (alike) {
      int breach = state.breach(front.goals()[0], state.n);
      steps[0] += span;
      steps[breach] -= span;
      scanning[breach + 2] += span * unfrozenBeyond[breach];
      return;
    }
    for (var scanner : scanners) {
      scanner.pass(span, front, scanning);
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
