package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.Table;

/**
 * Delayed gratification of an error series: how much more an array gains after each setback than
 * the setback cost (Zhang, Goldstein and Levin 2024, arXiv:2401.05375, Fig. 6).
 *
 * <p>The series' steps are merged into runs of one sign; an event is a rise y of the error with the
 * fall x that follows it. Runs before the first rise, and a last rise without a fall, make no
 * event. The paper's text and Fig. 6D give x/y ({@link Form#RATIO}); its code and every number it
 * prints are x/y - 1 ({@link Form#NET}).
 *
 * @param runs the runs of the whole series, of alternating signs, none 0
 */
public record DelayedGratification(double[] runs) implements Result {
  /** What an event is worth. */
  public enum Form {
    /** {@code (x - y) / y}, as in all published numbers. */
    NET,
    /** {@code x / y}, as in the paper's text. */
    RATIO
  }

  /** Keeps its own copy; refuses runs that do not alternate. */
  public DelayedGratification {
    runs = Arguments.present("runs", runs).clone();
    for (int i = 0; i < runs.length; i++) {
      boolean alternates = i == 0 || runs[i] > 0 != runs[i - 1] > 0;
      if (!alternates || runs[i] == 0 || !Double.isFinite(runs[i])) {
        throw new IllegalArgumentException(
            "runs[" + i + "] is " + runs[i] + ": expected rises and falls in turn, finite, not 0");
      }
    }
  }

  /**
   * Delayed gratification of a series of errors.
   *
   * @param errors one after every swap, such as descents; finite, any length
   * @throws IllegalArgumentException if an error is NaN or infinite
   */
  public static DelayedGratification of(double[] errors) {
    Arguments.finite("errors", errors, 0);
    return measured(errors);
  }

  private static DelayedGratification measured(double[] errors) {
    double[] runs = new double[errors.length];
    int count = 0;
    double run = 0;
    for (int i = 1; i < errors.length; i++) {
      double step = errors[i] - errors[i - 1];
      if (run != 0 && step != 0 && step > 0 != run > 0) {
        runs[count++] = run;
        run = 0;
      }
      run += step;
    }
    if (run != 0) {
      runs[count++] = run;
    }
    return new DelayedGratification(Arrays.copyOf(runs, count));
  }

  /** As {@link #of(double[])}, of counts. */
  public static DelayedGratification of(int[] errors) {
    return measured(Arrays.stream(Arguments.present("errors", errors)).asDoubleStream().toArray());
  }

  /** The runs, of alternating signs. */
  @Override
  public double[] runs() {
    return runs.clone();
  }

  /** Pairs of a rise and the fall that follows it. */
  public int events() {
    return (runs.length - firstRise()) / 2;
  }

  /** Whether the error rises at the end, so that the last rise has no fall. */
  public boolean endsOnRise() {
    return runs.length > 0 && runs[runs.length - 1] > 0;
  }

  /** The size of each event's rise y, in order. */
  public double[] rises() {
    return every(firstRise(), 1);
  }

  /** The size of each event's fall x, in order. */
  public double[] falls() {
    return every(firstRise() + 1, -1);
  }

  /** The mean of {@code x/y - 1} over the events; 0 where there are none. */
  public double value() {
    return value(Form.NET);
  }

  /** The mean over the events in this form; 0 where there are none. */
  public double value(Form form) {
    Arguments.present("form", form);
    return events() == 0 ? 0 : sum(form) / events();
  }

  /**
   * What the published code returns: the mean of {@code x/y - 1}, but their sum where the series
   * ends on a rise.
   */
  public double peerValue() {
    return endsOnRise() ? sum(Form.NET) : value();
  }

  /**
   * The largest {@code x - y} of all events, which may be negative; 0 where there are none (the
   * published code's wandering range).
   */
  public double max() {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = firstRise(); i + 1 < runs.length; i += 2) {
      max = Math.max(max, -runs[i + 1] - runs[i]);
    }
    return events() == 0 ? 0 : max;
  }

  private int firstRise() {
    return runs.length > 0 && runs[0] < 0 ? 1 : 0;
  }

  private double sum(Form form) {
    double sum = 0;
    for (int i = firstRise(); i + 1 < runs.length; i += 2) {
      double ratio = -runs[i + 1] / runs[i];
      sum += form == Form.RATIO ? ratio : (-runs[i + 1] - runs[i]) / runs[i];
    }
    return sum;
  }

  private double[] every(int first, int sign) {
    double[] sizes = new double[events()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sign * runs[first + 2 * i];
    }
    return sizes;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "delayed gratification %s (x/y - 1) or %s (x/y), mean of %d events; largest gain %s%s",
        Digits.of(value(), 4),
        Digits.of(value(Form.RATIO), 4),
        events(),
        Digits.of(max(), 4),
        endsOnRise() ? "; the last rise has no fall" : "");
  }

  @Override
  public Table table() {
    return Quantities.of("delayed gratification")
        .and("x/y - 1", value())
        .and("x/y", value(Form.RATIO))
        .and("x/y - 1 as published code has it", peerValue())
        .and("largest gain", max())
        .and("events", events())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("runs", Integer.toString(runs.length)));
  }
}
