package murmuration.sorting;

import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * When a run ends.
 *
 * @param rule the rule, or null for {@link StopRule#SORTED}, or {@link StopRule#QUIESCENT} where
 *     cells are frozen or goals conflict
 * @param maxSwaps cap on swaps, 0 or more
 * @param maxActivations cap on activations, 0 or more
 * @param every activations from one look for rest to the next, or 0 for n
 */
public record Stopping(@Nullable StopRule rule, long maxSwaps, long maxActivations, int every) {
  static final long MOST_ACTIVATIONS = 1_000_000_000_000L;

  /** Checks the caps. */
  public Stopping {
    Arguments.require(maxSwaps >= 0, "maxSwaps is %d: expected 0 or more", maxSwaps);
    Arguments.require(
        maxActivations >= 0 && maxActivations <= MOST_ACTIVATIONS,
        "maxActivations is %d: expected 0 to %d",
        maxActivations,
        MOST_ACTIVATIONS);
    Arguments.require(every >= 0, "every is %d: expected 0 or more activations", every);
  }
}
