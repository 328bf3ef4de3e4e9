package murmuration.scaling.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.IsotonicRegression;
import murmuration.math.LinearFit;

/** Pass rates of items over models, and lines through their F. */
final class ItemRates {
  private static final int TRIALS = 1000;

  private ItemRates() {}

  /** The rates {@code [item][model]} of models that were asked the same items. */
  static double[][] of(double[] sizes, List<PassCounts> models) {
    List<PassCounts> list = Arguments.listed("models", models);
    Arguments.present("sizes", sizes);
    Arguments.require(
        list.size() == sizes.length,
        "models has %d values, sizes has %d: expected the same length",
        list.size(),
        sizes.length);
    Arguments.require(!list.isEmpty(), "models is empty: expected at least one");
    int items = list.getFirst().items();
    double[][] rates = new double[items][sizes.length];
    for (int j = 0; j < sizes.length; j++) {
      var model = list.get(j);
      Arguments.require(
          model.items() == items,
          "%s has %d items, %s has %d: expected the same items",
          model.name(),
          model.items(),
          list.getFirst().name(),
          items);
      double[] column = model.rates();
      for (int i = 0; i < items; i++) {
        rates[i][j] = column[i];
      }
    }
    return rates;
  }

  /** F of the mean of each model where each item counts so often. */
  static double[] meanF(double[][] rates, int[] counts) {
    double[] means = new double[rates[0].length];
    for (int i = 0; i < rates.length; i++) {
      for (int j = 0; j < means.length; j++) {
        means[j] += counts[i] * rates[i][j] / rates.length;
      }
    }
    return TaskScaling.f(means);
  }

  /** The same for items drawn with replacement, until each model has an F. */
  static double[] redrawn(double[][] rates, RandomGenerator random) {
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] f = meanF(rates, ItemDraws.draw(rates.length, random));
      if (Arrays.stream(f).allMatch(Double::isFinite)) {
        return f;
      }
    }
    throw new IllegalArgumentException(
        "a model has no pass in any of " + TRIALS + " draws of the items: expected passes");
  }

  /** Gives zeros the F that others of their loss have; how many there were. */
  static int borrow(double[][] rates, double[][] losses, double[][] f) {
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      for (int j = 0; j < rates[i].length; j++) {
        if (rates[i][j] > 0 && rates[i][j] < 1) {
          pairs.add(new double[] {losses[i][j], f[i][j]});
        }
      }
    }
    Arguments.require(!pairs.isEmpty(), "no pass rate lies above 0 and below 1: expected one");
    var curve =
        IsotonicRegression.increasing(
            pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
            pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    int zeros = 0;
    for (int i = 0; i < rates.length; i++) {
      for (int j = 0; j < rates[i].length; j++) {
        if (rates[i][j] == 0) {
          f[i][j] = curve.at(losses[i][j]);
          zeros++;
        }
      }
    }
    return zeros;
  }

  /** ln c and alpha of the finite values; NaN where fewer than two are. */
  static double[] line(double[] x, double[] f) {
    double[] there = new double[x.length];
    double[] values = new double[x.length];
    int n = 0;
    for (int j = 0; j < x.length; j++) {
      if (Double.isFinite(f[j])) {
        there[n] = x[j];
        values[n++] = f[j];
      }
    }
    if (n < 2) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double slope = LinearFit.slope(there, values, n);
    double meanX = Moments.mean(Arrays.copyOf(there, n));
    double meanF = Moments.mean(Arrays.copyOf(values, n));
    return new double[] {meanF - slope * meanX, -slope};
  }
}
