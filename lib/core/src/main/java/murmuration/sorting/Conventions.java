package murmuration.sorting;

import murmuration.math.Arguments;

/**
 * Where the published code can be followed or not.
 *
 * @param peerCompat whether a frozen cell counts as the value -1 for a descending insertion cell,
 *     so that any value above -1 beyond it breaks the order: a slip of the published code
 * @param selection what selection cells do about frozen occupants that may be moved
 */
public record Conventions(boolean peerCompat, SelectionFrozenRule selection) {
  /** Checks that nothing is missing. */
  public Conventions {
    Arguments.present("selection", selection);
  }

  /** The published rules without the slip. */
  public static Conventions standard() {
    return new Conventions(false, SelectionFrozenRule.PUBLISHED);
  }
}
