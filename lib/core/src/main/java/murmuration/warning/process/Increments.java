package murmuration.warning.process;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;

/**
 * The steps of a record between its present observations, in time since the first of them.
 *
 * @param start time at the start of each step, length n
 * @param length length of each step
 * @param from observation at its start
 * @param to observation at its end
 */
record Increments(double[] start, double[] length, double[] from, double[] to) {
  private static final double EQUAL = 1e-9;

  static Increments of(TimeSeries record, int atLeast) {
    Arguments.present("record", record);
    double[] t = record.times();
    double[] x = record.values();
    int present = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i])) {
        t[present] = t[i];
        x[present++] = x[i];
      }
    }
    Arguments.require(
        present >= atLeast,
        "record has %d values that are not missing: expected at least %d",
        present,
        atLeast);
    int n = present - 1;
    var steps = new Increments(new double[n], new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      steps.start[i] = t[i] - t[0];
      steps.length[i] = t[i + 1] - t[i];
      steps.from[i] = x[i];
      steps.to[i] = x[i + 1];
    }
    return steps;
  }

  int size() {
    return length.length;
  }

  /** The time from the first observation to the last. */
  double span() {
    return start[size() - 1] + length[size() - 1];
  }

  /** The largest observation less the smallest. */
  double range() {
    var all =
        DoubleStream.concat(DoubleStream.of(from[0]), DoubleStream.of(to)).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  /** The middle step by length. */
  double median() {
    double[] sorted = length.clone();
    Arrays.sort(sorted);
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }

  /** Whether all steps have one length, within rounding of the times. */
  boolean areEqual() {
    double mean = span() / size();
    double rounding = EQUAL * mean + 4 * Math.ulp(span());
    return Arrays.stream(length).allMatch(d -> Math.abs(d - mean) <= rounding);
  }

  double logLikelihood(DiffusionProcess process) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += process.transition(start[i], start[i] + length[i]).logDensity(from[i], to[i]);
    }
    return sum;
  }
}
