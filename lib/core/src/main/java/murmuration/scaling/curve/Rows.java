package murmuration.scaling.curve;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.BrokenLine;
import murmuration.math.LeastSquares;
import murmuration.math.Normal;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Weighted rows in order of x, and what is left when rows of equal x are put together: a fit of a
 * function of x sees only their means, and the spread within them is the same for every fit.
 *
 * @param x ascending
 * @param y the observations
 * @param weights above 0
 * @param group which distinct x each row has, from 0
 * @param distinct the distinct x
 * @param sums summed weights of each
 */
record Rows(
    double[] x, double[] y, double[] weights, int[] group, double[] distinct, double[] sums) {
  private static final double LARGEST = 1e100;
  private static final double MOST = 1e9;
  private static final double NEARLY_NORMAL = 1e8;

  /** Rows without those of weight 0. */
  static Rows of(double[] x, double[] y, double[] weights) {
    Arguments.finite("x", x, 1);
    Arguments.finite("y", y, 1);
    Arguments.finite("weights", weights, 1);
    Arguments.sameLength("x", x, "y", y);
    Arguments.sameLength("x", x, "weights", weights);
    moderate("x", x);
    moderate("y", y);
    for (double w : weights) {
      Arguments.require(w >= 0 && w <= MOST, "a weight is %s: expected 0 to 1e9", w);
    }
    int[] order =
        IntStream.range(0, x.length)
            .filter(i -> weights[i] > 0)
            .boxed()
            .sorted((a, b) -> Double.compare(x[a], x[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = at(order, x);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    Arguments.require(
        distinct.length >= BrokenLine.FEWEST,
        "x has %d distinct values with a weight: expected at least %d",
        distinct.length,
        BrokenLine.FEWEST);
    int[] group = new int[sorted.length];
    double[] kept = at(order, weights);
    double[] sums = new double[distinct.length];
    for (int i = 0; i < group.length; i++) {
      group[i] = i == 0 ? 0 : group[i - 1] + (sorted[i] > sorted[i - 1] ? 1 : 0);
      sums[group[i]] += kept[i];
    }
    return new Rows(sorted, at(order, y), kept, group, distinct, sums);
  }

  private static void moderate(String name, double[] values) {
    for (double v : values) {
      Arguments.require(
          Math.abs(v) <= LARGEST, "%s has the value %s: expected at most 1e100 in size", name, v);
    }
  }

  private static double[] at(int[] order, double[] values) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  int size() {
    return x.length;
  }

  double weight() {
    return Arrays.stream(sums).sum();
  }

  /** The weighted sum of squares of y, for comparisons with rounding. */
  double height() {
    double largest = Arrays.stream(y).map(Math::abs).max().orElseThrow();
    return largest * largest;
  }

  /** The mean of some values at each distinct x. */
  double[] means(double[] values) {
    double[] means = new double[distinct.length];
    for (int i = 0; i < values.length; i++) {
      means[group[i]] += weights[i] * values[i] / sums[group[i]];
    }
    return means;
  }

  /** The weighted squares of values about the means of their x. */
  double within(double[] values) {
    double[] means = means(values);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double d = values[i] - means[group[i]];
      sum += weights[i] * d * d;
    }
    return sum;
  }

  BrokenLine broken(double[] means) {
    return BrokenLine.fit(distinct, means, sums);
  }

  /** Weighted residual squares of means about their line. */
  double rssLine(double[] means) {
    double centre = 0;
    double level = 0;
    double weight = weight();
    for (int i = 0; i < distinct.length; i++) {
      centre += sums[i] * distinct[i] / weight;
      level += sums[i] * means[i] / weight;
    }
    double product = 0;
    double square = 0;
    for (int i = 0; i < distinct.length; i++) {
      product += sums[i] * (distinct[i] - centre) * (means[i] - level);
      square += sums[i] * (distinct[i] - centre) * (distinct[i] - centre);
    }
    double slope = product / square;
    double rss = 0;
    for (int i = 0; i < distinct.length; i++) {
      double r = means[i] - level - slope * (distinct[i] - centre);
      rss += sums[i] * r * r;
    }
    return rss;
  }

  /** The fit on columns of x at the distinct x. */
  LeastSquares fit(double[][] design, double[] means) {
    return LeastSquares.of(design, means, sums);
  }

  /** Normal noise of each row, its variance one over its weight. */
  double[] noise(RandomGenerator random) {
    return Arrays.stream(weights).map(w -> random.nextGaussian() / Math.sqrt(w)).toArray();
  }

  /** The two-sided quantile of Student's t; NaN without degrees of freedom. */
  static double quantile(double level, double df) {
    Arguments.require(level > 0 && level < 1, "level is %s: expected between 0 and 1", level);
    if (!(df > 0)) {
      return Double.NaN;
    }
    return df > NEARLY_NORMAL
        ? Normal.quantile(0.5 + level / 2)
        : new TDistribution(null, df).inverseCumulativeProbability(0.5 + level / 2);
  }

  /** The chance of a t below -|t|. */
  static double tail(double t, double df) {
    return df > NEARLY_NORMAL
        ? Normal.cumulative(-Math.abs(t))
        : new TDistribution(null, df).cumulativeProbability(-Math.abs(t));
  }
}
