package murmuration.sorting;

import java.util.List;

/** A way to run an array to its end; what it counts is in the state, besides these. */
interface Runner {
  /** Runs to the end. */
  StopReason run();

  /** Activations, idle ones included. */
  long activations();

  /** The perturbations as they happened, in order. */
  default List<Disturbance> disturbances() {
    return List.of();
  }

  /** Rounds of a synchronous schedule, else 0. */
  default long rounds() {
    return 0;
  }
}
