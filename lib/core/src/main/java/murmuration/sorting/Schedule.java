package murmuration.sorting;

import java.util.Arrays;
import java.util.Locale;
import murmuration.math.Arguments;

/**
 * Who acts next. Whether cells take turns one by one, in bursts or at once changes delayed
 * gratification, aggregation and the number of swaps of selection cells, so that every result says
 * its schedule. Threads are not offered: what they do depends on the machine and its load.
 */
public sealed interface Schedule {
  /**
   * Each activation picks one of all cells at random; frozen ones may be picked, and do nothing.
   */
  record Uniform() implements Schedule {
    @Override
    public String toString() {
      return "uniform";
    }
  }

  /**
   * A cell picked at random acts several times in a row, a geometric number of times: what threads
   * do that keep a lock for several turns.
   *
   * @param mean mean length of a burst, 1 to 1,000,000
   */
  record Burst(double mean) implements Schedule {
    /** Checks the mean. */
    public Burst {
      Arguments.within("mean burst", mean, 1, 1e6);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "burst(%s)", mean);
    }
  }

  /** Every cell once, in a fresh random order, again and again. */
  record Shuffled() implements Schedule {
    @Override
    public String toString() {
      return "sweep";
    }
  }

  /** Every cell once, by its start position, again and again. */
  record Ordered() implements Schedule {
    @Override
    public String toString() {
      return "index";
    }
  }

  /**
   * All cells choose in the same state; then, in random order, each gets its swap unless one of the
   * two positions was used before in this round.
   */
  record Synchronous() implements Schedule {
    @Override
    public String toString() {
      return "synchronous";
    }
  }

  /**
   * Activations picked at random, with a rate for each cell.
   *
   * @param rates by cell (its start position), 0 or more, not all 0; one for each cell
   */
  record Rated(double[] rates) implements Schedule {
    /** Checks the rates and keeps its own copy. */
    public Rated {
      Arguments.finite("rates", rates, 1);
      double sum = 0;
      for (int i = 0; i < rates.length; i++) {
        Arguments.require(rates[i] >= 0, "rates[%d] is %s: expected 0 or more", i, rates[i]);
        sum += rates[i];
      }
      Arguments.require(
          sum > 0 && sum < Double.POSITIVE_INFINITY,
          "rates add up to %s: expected a finite number above 0",
          sum);
      rates = rates.clone();
    }

    @Override
    public double[] rates() {
      return rates.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rated that && Arrays.equals(rates, that.rates);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(rates);
    }

    @Override
    public String toString() {
      return "rates " + Arrays.toString(rates);
    }
  }

  /**
   * Activations picked at random, with a rate for each entry of the array's algotypes.
   *
   * @param rates in the order of the algotypes, 0 or more, not all 0
   */
  record Paced(double[] rates) implements Schedule {
    /** Checks the rates and keeps its own copy. */
    public Paced {
      rates = new Rated(rates).rates();
    }

    @Override
    public double[] rates() {
      return rates.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Paced that && Arrays.equals(rates, that.rates);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(rates);
    }

    @Override
    public String toString() {
      return "rates by algotype " + Arrays.toString(rates);
    }
  }

  /**
   * A given list of activations; the run ends with it.
   *
   * @param cells who acts, by start position
   * @param right how the coin falls for each, true for right; only cells that toss one look at it
   */
  record Fixed(int[] cells, boolean[] right) implements Schedule {
    /** Checks the lengths and keeps its own copies. */
    public Fixed {
      Arguments.present("cells", cells);
      Arguments.present("right", right);
      Arguments.require(
          cells.length == right.length,
          "cells has %d entries, right has %d: expected the same number",
          cells.length,
          right.length);
      for (int i = 0; i < cells.length; i++) {
        Arguments.require(cells[i] >= 0, "cells[%d] is %d: expected 0 or more", i, cells[i]);
      }
      cells = cells.clone();
      right = right.clone();
    }

    @Override
    public int[] cells() {
      return cells.clone();
    }

    @Override
    public boolean[] right() {
      return right.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Fixed that
          && Arrays.equals(cells, that.cells)
          && Arrays.equals(right, that.right);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(cells) + Arrays.hashCode(right);
    }

    @Override
    public String toString() {
      return cells.length + " fixed activations, " + Integer.toHexString(hashCode());
    }
  }

  /** Each activation picks one of all cells at random: the default. */
  static Schedule uniform() {
    return new Uniform();
  }

  /** Bursts of a mean length; 8 comes near the published figures. */
  static Schedule burst(double mean) {
    return new Burst(mean);
  }

  /** Every cell once, in a fresh random order, again and again. */
  static Schedule sweep() {
    return new Shuffled();
  }

  /** Every cell once, by its start position, again and again. */
  static Schedule index() {
    return new Ordered();
  }

  /** All cells at once. */
  static Schedule synchronous() {
    return new Synchronous();
  }

  /** Picked at random, with a rate for each cell. */
  static Schedule rates(double... rates) {
    return new Rated(rates);
  }

  /** Picked at random, with a rate for each of the array's algotypes. */
  static Schedule pace(double... rates) {
    return new Paced(rates);
  }

  /** A given list of activations, with the coin of each. */
  static Schedule fixed(int[] cells, boolean[] right) {
    return new Fixed(cells, right);
  }
}
