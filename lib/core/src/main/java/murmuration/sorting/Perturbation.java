package murmuration.sorting;

import java.util.Locale;
import murmuration.math.Arguments;

/** What is done to an array in the middle of a run, by a hand that is none of its cells'. */
public sealed interface Perturbation {
  /**
   * Random cells that are not frozen freeze, in the array's {@link FrozenMode}.
   *
   * @param count how many, 1 or more; all where there are fewer
   */
  record Freeze(int count) implements Perturbation {
    /** Checks the count. */
    public Freeze {
      Arguments.require(count >= 1, "count is %d: expected 1 or more cells", count);
    }
  }

  /** All frozen cells act again. */
  record Unfreeze() implements Perturbation {}

  /**
   * The cells at random positions change places at random.
   *
   * @param fraction the share of the positions, above 0 to 1; those of immovable cells are not
   *     among them
   */
  record Scramble(double fraction) implements Perturbation {
    /** Checks the share. */
    public Scramble {
      Arguments.require(
          fraction > 0 && fraction <= 1, "fraction is %s: expected above 0 to 1", fraction);
    }
  }

  /**
   * Two random blocks that do not overlap change places, cell by cell; immovable cells stay.
   *
   * @param length cells in a block, 1 or more; at most half of the array
   */
  record BlockSwap(int length) implements Perturbation {
    /** Checks the length. */
    public BlockSwap {
      Arguments.require(length >= 1, "length is %d: expected 1 or more cells", length);
    }
  }

  /** Random cells freeze. */
  static Perturbation freeze(int count) {
    return new Freeze(count);
  }

  /** All frozen cells act again. */
  static Perturbation unfreeze() {
    return new Unfreeze();
  }

  /** The cells at a share of the positions change places at random. */
  static Perturbation scramble(double fraction) {
    return new Scramble(fraction);
  }

  /** Two random blocks of this length change places. */
  static Perturbation blockSwap(int length) {
    return new BlockSwap(length);
  }

  /** What happens, in words. */
  default String words() {
    return switch (this) {
      case Freeze(int count) -> "freeze " + count;
      case Unfreeze() -> "unfreeze";
      case Scramble(double fraction) -> String.format(Locale.ROOT, "scramble %s", fraction);
      case BlockSwap(int length) -> "swap blocks of " + length;
    };
  }
}
