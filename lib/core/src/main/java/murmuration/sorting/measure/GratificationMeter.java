package murmuration.sorting.measure;

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
    long step = begun ? error - last : 0;
    begun = true;
    last = error;
    if (step == 0) {
      return;
    }
    if (run > 0 && step < 0) {
      rise = run;
      run = step;
    } else if (run < 0 && step > 0) {
      close();
      run = step;
    } else {
      run += step;
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
