package murmuration.sorting.measure;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Interruption;

/**
 * The sorts with one hand that self-sorting arrays are compared with, counting what they do. A swap
 * that touches a frozen cell is skipped, so frozen cells never move; this rule is inferred from the
 * bars that Zhang, Goldstein and Levin (2024) print in Figs 5 and 7, since their code of it was not
 * published. All comparisons are strict.
 */
public enum TraditionalSort {
  /** Passes over neighbours, each one shorter, until a pass swaps nothing. */
  BUBBLE,
  /** All n - 1 passes whether needed or not: n(n-1)/2 comparisons, as Fig. 4B counts them. */
  BUBBLE_ALL_PASSES,
  /** Each element in turn swaps leftwards until its left neighbour is no larger or frozen. */
  INSERTION,
  /**
   * Each position in turn swaps with the first smallest of the rest; frozen cells are among the
   * rest, and nothing happens where either is frozen.
   */
  SELECTION;

  private static final int LARGEST = 10_000;

  /**
   * Sorts an array without frozen cells.
   *
   * @param values by position, 1 to 10,000
   */
  public TraditionalRun sort(int[] values) {
    Arguments.present("values", values);
    return sort(values, new boolean[values.length]);
  }

  /**
   * Sorts an array with frozen cells as far as it can.
   *
   * @param values by position, 1 to 10,000
   * @param frozen whether the cell at each position is frozen, as many as values
   */
  public TraditionalRun sort(int[] values, boolean[] frozen) {
    Arguments.present("values", values);
    Arguments.present("frozen", frozen);
    int n = values.length;
    Arguments.require(n >= 1 && n <= LARGEST, "values has %d: expected 1 to %d", n, LARGEST);
    Arguments.require(
        frozen.length == n, "frozen has %d values: expected %d, as values", frozen.length, n);
    var hand = new Hand(values.clone(), frozen);
    switch (this) {
      case BUBBLE -> bubble(hand, true);
      case BUBBLE_ALL_PASSES -> bubble(hand, false);
      case INSERTION -> insertion(hand);
      case SELECTION -> selection(hand);
    }
    return new TraditionalRun(
        this, hand.a, Arrays.copyOf(hand.descentsAfter, hand.swaps), hand.comparisons);
  }

  /** As {@link #sort(int[], boolean[])}, frozen cells given by their positions, repeats allowed. */
  public TraditionalRun sort(int[] values, int... frozenPositions) {
    Arguments.present("values", values);
    boolean[] frozen = new boolean[values.length];
    for (int p : Arguments.present("frozenPositions", frozenPositions)) {
      Arguments.require(
          p >= 0 && p < values.length, "position %d: expected 0 to %d", p, values.length - 1);
      frozen[p] = true;
    }
    return sort(values, frozen);
  }

  private static void bubble(Hand hand, boolean stops) {
    int n = hand.a.length;
    for (int pass = 0; pass < n - 1; pass++) {
      Interruption.check("a traditional bubble sort");
      int before = hand.swaps;
      for (int j = 0; j < n - 1 - pass; j++) {
        if (hand.less(j + 1, j)) {
          hand.swap(j, j + 1);
        }
      }
      if (stops && hand.swaps == before) {
        return;
      }
    }
  }

  private static void insertion(Hand hand) {
    for (int i = 1; i < hand.a.length; i++) {
      Interruption.check("a traditional insertion sort");
      int j = i;
      while (j > 0 && hand.less(j, j - 1) && hand.swap(j, j - 1)) {
        j--;
      }
    }
  }

  private static void selection(Hand hand) {
    int n = hand.a.length;
    for (int i = 0; i < n - 1; i++) {
      Interruption.check("a traditional selection sort");
      int least = i;
      for (int j = i + 1; j < n; j++) {
        if (hand.less(j, least)) {
          least = j;
        }
      }
      if (least != i) {
        hand.swap(i, least);
      }
    }
  }

  /** The array while it is sorted, with counters. */
  private static final class Hand {
    final int[] a;
    final boolean[] frozen;
    int[] descentsAfter = new int[64];
    int swaps;
    long comparisons;
    private int descents;

    Hand(int[] a, boolean[] frozen) {
      this.a = a;
      this.frozen = frozen;
      descents = Sortedness.descents(a);
    }

    boolean less(int i, int j) {
      comparisons++;
      return a[i] < a[j];
    }

    /** Whether both cells may move. */
    boolean swap(int i, int j) {
      if (frozen[i] || frozen[j]) {
        return false;
      }
      descents -= around(i, j);
      int v = a[i];
      a[i] = a[j];
      a[j] = v;
      descents += around(i, j);
      if (swaps == descentsAfter.length) {
        descentsAfter = Arrays.copyOf(descentsAfter, 2 * swaps);
      }
      descentsAfter[swaps++] = descents;
      return true;
    }

    /** Descents that a swap of i and j can change. */
    private int around(int i, int j) {
      int p = Math.min(i, j);
      int q = Math.max(i, j);
      int count = descentAt(p) + descentAt(p + 1) + descentAt(q + 1);
      return q == p + 1 ? count : count + descentAt(q);
    }

    private int descentAt(int p) {
      return p > 0 && p < a.length && a[p] < a[p - 1] ? 1 : 0;
    }
  }
}
