package murmuration.sorting;

import murmuration.math.Arguments;

/**
 * A perturbation and when it comes.
 *
 * @param sweeps time in sweeps, activations over n, 0 to 10^8
 * @param perturbation what is done
 */
public record TimedPerturbation(double sweeps, Perturbation perturbation) {
  /** Checks the time. */
  public TimedPerturbation {
    Arguments.within("sweeps", sweeps, 0, 1e8);
    Arguments.present("perturbation", perturbation);
  }

  /** The number of activations before it, in an array of n cells. */
  long activations(int n) {
    return (long) Math.ceil(sweeps * n);
  }

  @Override
  public String toString() {
    return perturbation.words() + " at " + sweeps;
  }
}
