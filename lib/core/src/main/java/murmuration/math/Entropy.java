package murmuration.math;

import java.util.Map;
import java.util.TreeMap;

/** Shannon entropies from whole counts, so that one class gives exactly 0. In nats. */
public final class Entropy {
  /** Nats in a bit: divide nats by this for bits. */
  public static final double NATS_PER_BIT = Math.log(2);

  private Entropy() {}

  /**
   * The entropy {@code -sum p ln p} of the shares of counts, in nats, with {@code 0 ln 0 = 0}; NaN
   * where all counts are 0.
   *
   * @param counts how often each class occurs, 0 or more, with a sum below 2^63
   */
  public static double nats(long[] counts) {
    long sum = 0;
    for (int i = 0; i < Arguments.present("counts", counts).length; i++) {
      Arguments.require(counts[i] >= 0, "counts[%d] is %d: expected 0 or more", i, counts[i]);
      sum += counts[i];
      Arguments.require(sum >= 0, "counts add up to more than 2^63: expected less");
    }
    double total = sum;
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        entropy -= count / total * Math.log(count / total);
      }
    }
    return sum == 0 ? Double.NaN : entropy + 0.0;
  }

  /** The same in bits. */
  public static double bits(long[] counts) {
    return nats(counts) / NATS_PER_BIT;
  }

  /**
   * The mean mutual information, in nats, of two labellings with these class counts when one is
   * permuted at random: what chance gives, exactly (Vinh, Epps and Bailey 2009, Information
   * theoretic measures for clusterings comparison, theorem 1).
   *
   * @param rows class counts of one labelling, 1 or more each, with a sum of at most 10^15
   * @param columns class counts of the other, with the same sum
   */
  public static double expectedInformation(long[] rows, long[] columns) {
    long n = total("rows", rows);
    long other = total("columns", columns);
    Arguments.require(n == other, "rows add up to %d, columns to %d: expected the same", n, other);
    double sum = 0;
    var columnSizes = sizes(columns);
    for (var row : sizes(rows).entrySet()) {
      for (var column : columnSizes.entrySet()) {
        double cells = (double) row.getValue() * column.getValue();
        sum += cells * expectedCell(row.getKey(), column.getKey(), n);
      }
    }
    return Math.max(0, sum);
  }

  /** How many classes have each count: classes of one size share the work. */
  private static Map<Long, Integer> sizes(long[] counts) {
    var sizes = new TreeMap<Long, Integer>();
    for (long count : counts) {
      sizes.merge(count, 1, Integer::sum);
    }
    return sizes;
  }

  private static long total(String name, long[] counts) {
    double sum = 0;
    for (long count : Arguments.present(name, counts)) {
      Arguments.require(count >= 1, "%s holds %d: expected 1 or more", name, count);
      sum += count;
    }
    Arguments.within("sum of " + name, sum, 1, 1e15);
    return (long) sum;
  }

  /**
   * Mean of {@code k/n ln(n k / (a b))} over the hypergeometric law of k, from its mode outwards.
   */
  private static double expectedCell(long a, long b, long n) {
    long least = Math.max(0, a + b - n);
    long most = Math.min(a, b);
    long mode = Math.clamp((long) ((a + 1.0) * (b + 1.0) / (n + 2.0)), least, most);
    double weight = 1;
    double weights = 1;
    double sum = term(mode, a, b, n);
    for (long k = mode; k < most && weight > 1e-20 * weights; k++) {
      weight *= (double) (a - k) * (b - k) / ((k + 1.0) * (n - a - b + k + 1.0));
      weights += weight;
      sum += weight * term(k + 1, a, b, n);
    }
    weight = 1;
    for (long k = mode; k > least && weight > 1e-20 * weights; k--) {
      weight *= (double) k * (n - a - b + k) / ((a - k + 1.0) * (b - k + 1.0));
      weights += weight;
      sum += weight * term(k - 1, a, b, n);
    }
    return sum / weights;
  }

  private static double term(long k, long a, long b, long n) {
    return k == 0 ? 0 : (double) k / n * Math.log((double) n / a * ((double) k / b));
  }
}
