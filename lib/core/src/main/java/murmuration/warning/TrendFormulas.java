package murmuration.warning;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.LagProducts;
import murmuration.math.LinearFit;
import murmuration.math.Present;
import murmuration.math.Ranks;

/** The formulas behind {@link Trend}, on values without NaN. */
final class TrendFormulas {
  private TrendFormulas() {}

  /** The trend of the pairs without NaN; NaN for fewer than two. */
  static Trend finite(Trend formula) {
    return (t, y) -> {
      Arguments.sameLength("t", t, "y", y);
      int[] kept = Present.in(t, y);
      return kept.length < 2 ? Double.NaN : formula.of(Present.at(kept, t), Present.at(kept, y));
    };
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  static double pearson(double[] t, double[] y) {
    double[] a = LagProducts.centred(t);
    double[] b = LagProducts.centred(y);
    return dot(a, b) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b)));
  }

  static double spearman(double[] t, double[] y) {
    return pearson(Ranks.average(t), Ranks.average(y));
  }

  static double slope(double[] t, double[] y) {
    return LinearFit.slope(t, y, t.length);
  }

  static double medianSlope(double[] t, double[] y) {
    boolean sameTime = Arrays.stream(t).allMatch(v -> v == t[0]);
    return sameTime ? Double.NaN : new PairSlopes(t, y).median();
  }

  static double halfDifference(double[] t, double[] y) {
    int half = y.length / 2;
    double first = Arrays.stream(y, 0, half).sum() / half;
    return Arrays.stream(y, half, y.length).sum() / (y.length - half) - first;
  }

  static double ridge(double[] t, double[] y, double lambda) {
    double n = t.length;
    double[] a = LagProducts.centred(t);
    double determinant = n * dot(a, a) + lambda * (dot(t, t) + n + lambda);
    return (n * dot(a, y) + lambda * dot(t, y)) / determinant;
  }
}
