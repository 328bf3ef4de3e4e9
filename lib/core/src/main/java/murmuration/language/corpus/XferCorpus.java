package murmuration.language.corpus;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;

/**
 * One corpus of the XferBench runs, means of its repeated runs.
 *
 * @param system the environment it comes from
 * @param variant which corpus of it
 * @param type emergent, human or synthetic
 * @param score mean cross-entropy over targets, nats
 * @param entropy of its single tokens, bits
 * @param reductions reduction of perplexity for each target, per cent: {@code 100 (1 - exp(c -
 *     c_none))} with c the mean cross-entropy of the runs
 */
public record XferCorpus(
    String system, String variant, String type, double score, double entropy, double[] reductions) {
  /** Checks the numbers and keeps its own copy. */
  public XferCorpus {
    Arguments.present("system", system);
    Arguments.present("variant", variant);
    Arguments.present("type", type);
    Arguments.finite("reductions", reductions, 1);
    reductions = reductions.clone();
  }

  @Override
  public double[] reductions() {
    return reductions.clone();
  }

  /** Mean reduction of perplexity over the targets, per cent. */
  public double reduction() {
    return Arrays.stream(reductions).average().orElseThrow();
  }

  /** Its 95 % percentile interval, targets drawn with replacement. */
  public BootstrapInterval interval() {
    return TransferEffect.interval(reductions);
  }
}
