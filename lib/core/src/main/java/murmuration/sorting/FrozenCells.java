package murmuration.sorting;

import murmuration.math.Arguments;

/**
 * How many cells are frozen, and how.
 *
 * @param count how many are drawn, 0 or more
 * @param mode whether others may move them
 * @param draw how they are drawn
 */
public record FrozenCells(int count, FrozenMode mode, FrozenDraw draw) {
  /** Checks the count. */
  public FrozenCells {
    Arguments.require(count >= 0, "frozen cells are %d: expected 0 or more", count);
    Arguments.present("mode", mode);
    Arguments.present("draw", draw);
  }

  /** None. */
  public static FrozenCells none() {
    return new FrozenCells(0, FrozenMode.MOVABLE, FrozenDraw.DISTINCT);
  }

  @Override
  public String toString() {
    return count + " " + mode + (draw == FrozenDraw.DISTINCT ? "" : " drawn with replacement");
  }
}
