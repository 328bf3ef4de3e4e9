package murmuration.sorting;

import org.jspecify.annotations.Nullable;

/** When a run ends, with everything decided: without a rule it ends with its schedule or caps. */
record Ending(@Nullable StopRule rule, long maxSwaps, long maxActivations, int every) {
  boolean looksForRest() {
    return rule == StopRule.QUIESCENT || rule == StopRule.NO_SHOULD_MOVE;
  }
}
