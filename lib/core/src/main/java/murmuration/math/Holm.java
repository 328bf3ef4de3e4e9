package murmuration.math;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction of p-values for the number of tests (Holm 1979). */
public final class Holm {
  private Holm() {}

  /**
   * Corrected p-values: whatever the dependence of the tests, the chance that any true null has a
   * corrected p of at most alpha is at most alpha. With {@code p_(1) <= ... <= p_(m)}, {@code q_(i)
   * = max_{j<=i} min(1, (m-j+1) p_(j))}.
   *
   * @param p p-values, length n; NaN where a test says nothing, which does not count as a test
   * @return corrected p-values in the order of {@code p}; NaN stays NaN
   * @throws IllegalArgumentException for a p outside 0 to 1
   */
  public static double[] correct(double[] p) {
    double[] corrected = Arguments.present("p", p).clone();
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .peek(i -> Arguments.within("p[" + i + "]", p[i], 0, 1))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double highest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      highest = Math.max(highest, Math.min(1, (order.length - rank) * p[order[rank]]));
      corrected[order[rank]] = highest;
    }
    return corrected;
  }
}
