package murmuration.concept.image;

import murmuration.math.Arguments;

/**
 * What an evaluator sees in some pictures that were generated for one prompt.
 *
 * @param probability for each concept, the mean probability of its value 1: the coordinates in
 *     concept space
 * @param right for each concept, the share of pictures that show what was asked for
 * @param joint the share that shows all of it
 * @param n pictures
 */
public record ConceptReading(double[] probability, double[] right, double joint, int n) {
  /** Checks the lengths and keeps its own copies. */
  public ConceptReading {
    Arguments.sameLength("probability", probability, "right", right);
    probability = probability.clone();
    right = right.clone();
  }

  @Override
  public double[] probability() {
    return probability.clone();
  }

  @Override
  public double[] right() {
    return right.clone();
  }
}
