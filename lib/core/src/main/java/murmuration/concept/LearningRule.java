package murmuration.concept;

import java.util.Locale;
import murmuration.math.Arguments;

/**
 * When a curve that starts low and ends high counts as learned. Rules differ by hundreds of steps
 * on the same curve, so name the rule with every number.
 *
 * @param kind what must happen
 * @param threshold the level to reach, above 0 and below 1
 * @param consistent checkpoints in a row that must lie above it; for {@link Kind#SUSTAINED} only, 1
 *     for the others
 */
public record LearningRule(Kind kind, double threshold, int consistent) {
  /** The threshold of the text of Park et al. (2024). */
  private static final double THRESHOLD = 0.8;

  private static final int CONSISTENT = 3;

  /** What must happen. */
  public enum Kind {
    /** The first upward crossing, interpolated. */
    FIRST_CROSSING,
    /** The last upward crossing of a curve that ends above, interpolated. */
    SETTLE,
    /** The middle of the first run of checkpoints above, not interpolated. */
    SUSTAINED,
    /** The first of two checkpoints in a row that are not below, not interpolated. */
    FIRST_TWO
  }

  /** Checks the threshold and the run. */
  public LearningRule {
    Arguments.present("kind", kind);
    Arguments.require(
        threshold > 0 && threshold < 1,
        "threshold is %s: expected above 0, below 1, as 0.8",
        threshold);
    Arguments.require(
        consistent >= 1 && consistent % 2 == 1,
        "consistent is %d: expected an odd number of checkpoints, as 3",
        consistent);
  }

  /** {@link #firstCrossing(double)} of 0.8. */
  public static LearningRule firstCrossing() {
    return firstCrossing(THRESHOLD);
  }

  /**
   * The step at which the curve first reaches the threshold, interpolated linearly between
   * checkpoints; the first step where it starts there.
   */
  public static LearningRule firstCrossing(double threshold) {
    return new LearningRule(Kind.FIRST_CROSSING, threshold, 1);
  }

  /** {@link #settle(double)} of 0.8: the rule of this library. */
  public static LearningRule settle() {
    return settle(THRESHOLD);
  }

  /**
   * The step from which on the curve stays at the threshold or above, interpolated: robust against
   * untrained generators that show one value of a concept by accident.
   */
  public static LearningRule settle(double threshold) {
    return new LearningRule(Kind.SETTLE, threshold, 1);
  }

  /** {@link #sustained(double, int)} of 0.8 and three checkpoints. */
  public static LearningRule sustained() {
    return sustained(THRESHOLD, CONSISTENT);
  }

  /**
   * The middle of the first {@code consistent} checkpoints in a row that are above the threshold:
   * the rule of the notebooks of Park et al. (2024), there with 0.9, three checkpoints and a curve
   * smoothed by 1.5.
   */
  public static LearningRule sustained(double threshold, int consistent) {
    return new LearningRule(Kind.SUSTAINED, threshold, consistent);
  }

  /** {@link #firstTwo(double)} of 0.8. */
  public static LearningRule firstTwo() {
    return firstTwo(THRESHOLD);
  }

  /** The first of two checkpoints in a row that reach the threshold: for short, raw runs. */
  public static LearningRule firstTwo(double threshold) {
    return new LearningRule(Kind.FIRST_TWO, threshold, 1);
  }

  /**
   * The step at which the curve counts as learned; NaN where it never does.
   *
   * @param steps training steps, length n of at least 2, strictly increasing
   * @param curve values there, finite
   */
  public double time(double[] steps, double[] curve) {
    Arguments.increasing("steps", steps);
    Arguments.finite("curve", curve, 2);
    Arguments.sameLength("steps", steps, "curve", curve);
    int n = curve.length;
    return switch (kind) {
      case FIRST_CROSSING -> {
        int i = 0;
        while (i < n && curve[i] < threshold) {
          i++;
        }
        yield i < n ? reached(steps, curve, i) : Double.NaN;
      }
      case SETTLE -> {
        int i = n;
        while (i > 0 && curve[i - 1] >= threshold) {
          i--;
        }
        yield i < n ? reached(steps, curve, i) : Double.NaN;
      }
      case SUSTAINED, FIRST_TWO -> {
        int i = index(curve);
        yield i < 0 ? Double.NaN : steps[i];
      }
    };
  }

  /** Where the line from the checkpoint before meets the threshold; the first step for i = 0. */
  private double reached(double[] steps, double[] curve, int i) {
    if (i == 0) {
      return steps[0];
    }
    double share = (threshold - curve[i - 1]) / (curve[i] - curve[i - 1]);
    return steps[i - 1] + share * (steps[i] - steps[i - 1]);
  }

  /**
   * The checkpoint at which the curve counts as learned, from 0; -1 where it never does. Of the
   * interpolated rules, the checkpoint at the end of the crossing.
   *
   * @param curve values, one a checkpoint, finite
   */
  public int index(double[] curve) {
    Arguments.finite("curve", curve, 1);
    int n = curve.length;
    return switch (kind) {
      case FIRST_CROSSING -> firstRun(curve, 1, false);
      case SETTLE -> {
        int i = n;
        while (i > 0 && curve[i - 1] >= threshold) {
          i--;
        }
        yield i < n ? i : -1;
      }
      case SUSTAINED -> {
        int first = firstRun(curve, consistent, true);
        yield first < 0 ? -1 : first + (consistent - 1) / 2;
      }
      case FIRST_TWO -> firstRun(curve, 2, false);
    };
  }

  /** The first of so many checkpoints in a row at the threshold, or strictly above. */
  private int firstRun(double[] curve, int length, boolean strictly) {
    int run = 0;
    for (int i = 0; i < curve.length; i++) {
      boolean above = strictly ? curve[i] > threshold : curve[i] >= threshold;
      run = above ? run + 1 : 0;
      if (run == length) {
        return i - length + 1;
      }
    }
    return -1;
  }

  /** The rule in words, such as {@code "settle at 0.8"}. */
  @Override
  public String toString() {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String at = words + " at " + threshold;
    return kind == Kind.SUSTAINED ? at + ", " + consistent + " in a row" : at;
  }
}
