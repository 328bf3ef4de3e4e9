package murmuration.language.corpus;

import murmuration.math.Arguments;

/**
 * One run of XferBench.
 *
 * @param system the environment the corpus comes from
 * @param variant which corpus of it
 * @param type emergent, human, synthetic or baseline
 * @param run which of the repeated runs
 * @param score mean cross-entropy over targets, nats
 * @param entropy of the single tokens of the corpus, bits; NaN where there is no corpus
 * @param crossEntropies nats for each target
 */
public record XferRun(
    String system,
    String variant,
    String type,
    int run,
    double score,
    double entropy,
    double[] crossEntropies) {
  /** Checks the numbers and keeps its own copy. */
  public XferRun {
    Arguments.present("system", system);
    Arguments.present("variant", variant);
    Arguments.present("type", type);
    Arguments.within("score", score, 0, Double.MAX_VALUE);
    Arguments.finite("crossEntropies", crossEntropies, 1);
    crossEntropies = crossEntropies.clone();
  }

  @Override
  public double[] crossEntropies() {
    return crossEntropies.clone();
  }
}
