package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import murmuration.math.Neumaier;

/**
 * A tally as a table of classes in ascending order, and the correlations in closed form: the
 * mid-rank of a class is the number of pairs below it plus (its own number + 1)/2.
 */
final class DistanceClasses {
  private final double[] x;
  private final double[] y;
  private final long[] places;
  private final long[] counts;
  private final long[] xCounts;
  private final long[] yCounts;
  private final long pairs;

  private DistanceClasses(double[] x, double[] y, long[] places, long[] counts) {
    this.x = x;
    this.y = y;
    this.places = places;
    this.counts = counts;
    this.xCounts = new long[x.length];
    this.yCounts = new long[y.length];
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      xCounts[row(i)] += counts[i];
      yCounts[column(i)] += counts[i];
      all += counts[i];
    }
    this.pairs = all;
  }

  /**
   * The classes of a tally.
   *
   * @param value from what the tally has for a distance of meanings to that distance, increasing
   */
  static DistanceClasses of(DistanceTally tally, DoubleUnaryOperator value) {
    double[] x = tally.meanings();
    double[] y = tally.messages();
    long[] places = tally.places(x, y);
    long[] counts = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      int row = (int) (places[i] / y.length);
      counts[i] = tally.count(x[row], y[(int) (places[i] % y.length)]);
    }
    return new DistanceClasses(Arrays.stream(x).map(value).toArray(), y, places, counts);
  }

  /**
   * The classes of a dense table.
   *
   * @param x distances of meanings, ascending
   * @param y distances of messages, ascending
   * @param table pairs at x[i] and y[j] at {@code i * y.length + j}
   */
  static DistanceClasses of(double[] x, double[] y, int[] table) {
    int cells = 0;
    for (int count : table) {
      cells += count == 0 ? 0 : 1;
    }
    long[] places = new long[cells];
    long[] counts = new long[cells];
    int at = 0;
    for (int place = 0; place < table.length; place++) {
      if (table[place] != 0) {
        places[at] = place;
        counts[at++] = table[place];
      }
    }
    return new DistanceClasses(x, y, places, counts);
  }

  long pairs() {
    return pairs;
  }

  /** The distances of meanings, ascending. */
  double[] meanings() {
    return x;
  }

  /** The distances of messages, ascending. */
  double[] messages() {
    return y;
  }

  /**
   * Mean and spread of the distances of messages by the distance of meanings, neighbouring classes
   * taken together where there are many.
   *
   * @param most steps at most
   */
  List<Topsim.Step> steps(int most) {
    var steps = new ArrayList<Topsim.Step>();
    long share = x.length <= most ? 1 : pairs / most + 1;
    for (int from = 0, to; from < counts.length; from = to) {
      long n = 0;
      var meaning = new Neumaier();
      var message = new Neumaier();
      to = from;
      while (to < counts.length && (n < share || row(to) == row(to - 1))) {
        n += counts[to];
        meaning.add(counts[to] * x[row(to)]);
        message.add(counts[to] * y[column(to)]);
        to++;
      }
      double mean = message.value() / n;
      var squares = new Neumaier();
      for (int i = from; i < to; i++) {
        double off = y[column(i)] - mean;
        squares.add(counts[i] * off * off);
      }
      double spread = Math.sqrt(squares.value() / n);
      steps.add(new Topsim.Step(meaning.value() / n, n, mean, spread));
    }
    return steps;
  }

  /** Why the correlation is undefined; empty where it is defined. */
  List<MetricFlag> flags() {
    var flags = new ArrayList<MetricFlag>();
    if (pairs < 2) {
      flags.add(MetricFlag.TOO_FEW_PAIRS);
    } else {
      if (used(yCounts) == 1) {
        flags.add(MetricFlag.CONSTANT_MESSAGES);
      }
      if (used(xCounts) == 1) {
        flags.add(MetricFlag.CONSTANT_MEANINGS);
      }
    }
    return flags;
  }

  private static long used(long[] classes) {
    return Arrays.stream(classes).filter(count -> count > 0).count();
  }

  /** The correlation, NaN where it is undefined. */
  double correlation(TopsimCorrelation kind) {
    if (!flags().isEmpty()) {
      return Double.NaN;
    }
    double found =
        switch (kind) {
          case SPEARMAN -> pearson(ranks(xCounts), ranks(yCounts));
          case PEARSON -> pearson(centred(x, xCounts), centred(y, yCounts));
          case KENDALL_B -> kendall();
        };
    return Math.clamp(found, -1.0, 1.0);
  }

  private double pearson(double[] a, double[] b) {
    var covariance = new Neumaier();
    for (int i = 0; i < counts.length; i++) {
      covariance.add(counts[i] * a[row(i)] * b[column(i)]);
    }
    return covariance.value() / Math.sqrt(squares(a, xCounts) * squares(b, yCounts));
  }

  private static double squares(double[] a, long[] counts) {
    var sum = new Neumaier();
    for (int i = 0; i < a.length; i++) {
      sum.add(counts[i] * a[i] * a[i]);
    }
    return sum.value();
  }

  /** Twice the mid-ranks less their mean: whole numbers. */
  private double[] ranks(long[] classes) {
    double[] ranks = new double[classes.length];
    long below = 0;
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = 2 * below + classes[i] - pairs;
      below += classes[i];
    }
    return ranks;
  }

  /** Values less their mean, scaled by a power of two so that squares stay finite. */
  private double[] centred(double[] values, long[] classes) {
    double largest = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    int exponent = -Math.getExponent(largest);
    var sum = new Neumaier();
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = Math.scalb(values[i], exponent);
      sum.add(centred[i] * classes[i]);
    }
    double mean = sum.value() / pairs;
    for (int i = 0; i < values.length; i++) {
      centred[i] -= mean;
    }
    return centred;
  }

  /** Concordant less discordant pairs of pairs over the root of those untied in each. */
  private double kendall() {
    long[] tree = new long[y.length + 1];
    var difference = new Neumaier();
    long before = 0;
    for (int from = 0, to; from < counts.length; from = to) {
      to = from;
      while (to < counts.length && row(to) == row(from)) {
        long lower = below(tree, column(to));
        long higher = before - below(tree, column(to) + 1);
        difference.add((double) counts[to] * (lower - higher));
        to++;
      }
      for (int i = from; i < to; i++) {
        add(tree, column(i), counts[i]);
        before += counts[i];
      }
    }
    return difference.value() / Math.sqrt(untied(xCounts) * untied(yCounts));
  }

  private static double untied(long[] classes) {
    double sum = 0;
    long below = 0;
    for (long count : classes) {
      sum += (double) count * below;
      below += count;
    }
    return sum;
  }

  private static long below(long[] tree, int column) {
    long sum = 0;
    for (int i = column; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }

  private static void add(long[] tree, int column, long count) {
    for (int i = column + 1; i < tree.length; i += i & -i) {
      tree[i] += count;
    }
  }

  private int row(int cell) {
    return (int) (places[cell] / y.length);
  }

  private int column(int cell) {
    return (int) (places[cell] % y.length);
  }
}
