package murmuration.sorting;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Every swap of a run, in order.
 *
 * @param from the position of the cell that acted, one a swap
 * @param to the position that it swapped with
 * @param errors neighbours out of order after each swap: descents, or strict ascents where all
 *     cells want descending order
 * @param samePairs pairs of neighbours of one label after each swap
 */
public record SwapTrail(int[] from, int[] to, int[] errors, int[] samePairs) {
  /** Checks the lengths and keeps its own copies. */
  public SwapTrail {
    int swaps = Arguments.present("from", from).length;
    length("to", to, swaps);
    length("errors", errors, swaps);
    length("samePairs", samePairs, swaps);
    from = from.clone();
    to = to.clone();
    errors = errors.clone();
    samePairs = samePairs.clone();
  }

  private static void length(String name, int[] values, int swaps) {
    int found = Arguments.present(name, values).length;
    Arguments.require(
        found == swaps, "%s has %d entries, from has %d: expected the same", name, found, swaps);
  }

  @Override
  public int[] from() {
    return from.clone();
  }

  @Override
  public int[] to() {
    return to.clone();
  }

  @Override
  public int[] errors() {
    return errors.clone();
  }

  @Override
  public int[] samePairs() {
    return samePairs.clone();
  }

  /** Swaps made. */
  public int size() {
    return from.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SwapTrail that
        && Arrays.equals(from, that.from)
        && Arrays.equals(to, that.to)
        && Arrays.equals(errors, that.errors)
        && Arrays.equals(samePairs, that.samePairs);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
  }

  @Override
  public String toString() {
    return size() + " swaps";
  }
}
