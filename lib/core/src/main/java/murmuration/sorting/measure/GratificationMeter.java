package murmuration.sorting.measure;

import murmuration.math.Arguments;

/**
 * {@link DelayedGratification} of errors that come one by one, without keeping them: for ensembles,
 * where a run's series is not stored. Not for several threads at once.
 */
public final class GratificationMeter {
  private boolean begun;
  private long last;
  private long run;
  private long rise;
  private int events;
  private double sum;
  private long largest;

  /** A meter that has seen no error yet. */
  public GratificationMeter() {
    reset();
  }

  /** Forgets everything. */
  public void reset() {
    begun = false;
    run = 0;
    rise = 0;
    events = 0;
    sum = 0;
    largest = Long.MIN_VALUE;
  }

  /** Takes the next error. */
  public void add(int error) {
    step(begun ? error - last : 0);
    begun = true;
    last = error;
  }

  /**
   * Takes the next errors.
   *
   * @param errors only the first count of them are taken
   * @param count 0 to the length of errors
   */
  public void add(int[] errors, int count) {
    Arguments.present("errors", errors);
    Arguments.require(
        count >= 0 && count <= errors.length,
        "count is %d: expected 0 to the %d errors",
        count,
        errors.length);
    if (count == 0) {
      return;
    }
    add(errors[0]);
    for (int i = 1; i < count; i++) {
      step((long) errors[i] - errors[i - 1]);
    }
    last = errors[count - 1];
  }

  /** Turns are rarer than steps of 0, so that they alone are asked for. */
  private void step(long step) {
    if (Long.signum(step) * run >= 0) {
      run += step;
    } else if (step < 0) {
      rise = run;
      run = step;
    } else {
      close();
      run = step;
    }
  }

  private void close() {
    if (rise > 0) {
      events++;
      sum += (double) (-run - rise) / rise;
      largest = Math.max(largest, -run - rise);
      rise = 0;
    }
  }

  private boolean open() {
    return run < 0 && rise > 0;
  }

  private double total() {
    return open() ? sum + (double) (-run - rise) / rise : sum;
  }

  /** Complete events so far. */
  public int events() {
    return open() ? events + 1 : events;
  }

  /** The mean of {@code x/y - 1} over the events so far; 0 where there are none. */
  public double value() {
    return events() == 0 ? 0 : total() / events();
  }

  /** As the published code has it: the sum in place of the mean where the error rises last. */
  public double peerValue() {
    return run > 0 ? total() : value();
  }

  /** The largest {@code x - y} so far; 0 where there are no events. */
  public double max() {
    double max = open() ? Math.max(largest, -run - rise) : largest;
    return events() == 0 ? 0 : max;
  }
}
