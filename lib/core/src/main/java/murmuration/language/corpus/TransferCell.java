package murmuration.language.corpus;

import murmuration.math.Arguments;

/**
 * One test of one transfer: pretrained on a source, adapted to and tested on a target.
 *
 * @param source what was pretrained on
 * @param target what was tested on
 * @param seed which of the repeated runs
 * @param crossEntropy nats a token on the test text
 * @param baseline the same without pretraining
 * @param weight of the source model in the mixture, 0 to 1; NaN where the model has none
 */
public record TransferCell(
    String source, String target, int seed, double crossEntropy, double baseline, double weight) {
  /** Checks the numbers. */
  public TransferCell {
    Arguments.present("source", source);
    Arguments.present("target", target);
    Arguments.within("crossEntropy", crossEntropy, 0, Double.MAX_VALUE);
    Arguments.within("baseline", baseline, 0, Double.MAX_VALUE);
    Arguments.require(
        Double.isNaN(weight) || (weight >= 0 && weight <= 1),
        "weight is %s: expected 0 to 1 or NaN",
        weight);
  }

  /** Reduction of perplexity in per cent, {@code 100 (1 - exp(crossEntropy - baseline))}. */
  public double reduction() {
    return 100 * (1 - Math.exp(crossEntropy - baseline));
  }

  /** Whether pretraining made the test text more probable. */
  public boolean won() {
    return crossEntropy < baseline;
  }
}
