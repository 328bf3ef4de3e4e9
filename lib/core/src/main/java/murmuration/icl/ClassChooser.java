package murmuration.icl;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * Draws different classes one after another, each by its chance among those that are left. By
 * rejection; where that takes too long, by one pass over all classes. Both give the same law.
 */
final class ClassChooser {
  private static final int TRIES = 64;

  private final ZipfClasses classes;
  private final int[] chosen;
  private int count;

  /**
   * A chooser.
   *
   * @param most how many may be chosen before {@link #clear}
   */
  ClassChooser(ZipfClasses classes, int most) {
    this.classes = classes;
    chosen = new int[most];
  }

  void clear() {
    count = 0;
  }

  /** A class that was not chosen yet. */
  int next(RandomGenerator random) {
    return keep(draw(random, this::isFree));
  }

  /** A class that was not chosen yet and that is allowed. */
  int next(RandomGenerator random, IntPredicate allowed) {
    return keep(draw(random, k -> isFree(k) && allowed.test(k)));
  }

  /** Counts a class as chosen. */
  int keep(int k) {
    chosen[count++] = k;
    return k;
  }

  /** A class that is allowed, by its chance among these; it is not kept. */
  int draw(RandomGenerator random, IntPredicate allowed) {
    for (int i = 0; i < TRIES; i++) {
      int k = classes.draw(random);
      if (allowed.test(k)) {
        return k;
      }
    }
    return scan(random, allowed);
  }

  private int scan(RandomGenerator random, IntPredicate allowed) {
    double[] p = classes.probabilities();
    double left = 0;
    int last = -1;
    for (int k = 0; k < p.length; k++) {
      if (allowed.test(k)) {
        left += p[k];
        last = k;
      }
    }
    double u = random.nextDouble() * left;
    for (int k = 0; k < last; k++) {
      if (allowed.test(k)) {
        u -= p[k];
        if (u < 0) {
          return k;
        }
      }
    }
    return last;
  }

  private boolean isFree(int k) {
    for (int i = 0; i < count; i++) {
      if (chosen[i] == k) {
        return false;
      }
    }
    return true;
  }
}
