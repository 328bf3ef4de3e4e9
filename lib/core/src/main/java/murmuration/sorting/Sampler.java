package murmuration.sorting;

import java.util.Arrays;

/** Notes the errors of a run at given numbers of activations. */
final class Sampler {
  private final long[] times;
  private final int[] errors;
  private int next;

  Sampler(long[] times) {
    this.times = times;
    errors = new int[times.length];
  }

  /** Activations at which the next note is due. */
  long next() {
    return next < times.length ? times[next] : Long.MAX_VALUE;
  }

  void take(long activations, int error) {
    while (activations >= next()) {
      errors[next++] = error;
    }
  }

  /** The run has ended: nothing changes any more. */
  void finish(int error) {
    Arrays.fill(errors, next, errors.length, error);
    next = times.length;
  }

  int error(int i) {
    return errors[i];
  }
}
