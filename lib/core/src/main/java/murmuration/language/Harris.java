package murmuration.language;

import java.util.LinkedHashMap;
import murmuration.data.Provenance;
import murmuration.math.Arguments;

/**
 * Harris' articulation scheme: messages are cut into word-like segments where it becomes more open
 * what comes next. A boundary is put after a context when its last symbol raised the branching
 * entropy by more than a threshold (Harris 1955; Tanaka-Ishii 2021; Ueda et al. 2023, ICLR).
 *
 * <pre>{@code
 * var code = Language.of(
 *     new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
 *     new int[][] {{1, 2, 3, 5, 6}, {1, 2, 3, 6, 4}, {2, 4, 1, 5, 6}, {2, 4, 1, 6, 4}});
 * HarrisSegments words = Harris.of(code).threshold(0.5).run();
 * HarrisSegments chance = words.random(1);
 * }</pre>
 *
 * <p>A study: {@link #of}, words, {@link #run}. By default boundaries lie inside the message, and
 * branching entropies are those of the published code; {@link #peer} is that code whole.
 */
public final class Harris {
  private final Language language;
  private final double threshold;
  private final BranchingRule branching;
  private final BoundaryRule boundaries;

  private Harris(
      Language language, double threshold, BranchingRule branching, BoundaryRule boundaries) {
    this.language = language;
    this.threshold = threshold;
    this.branching = branching;
    this.boundaries = boundaries;
  }

  /**
   * The scheme on the messages of a language, under its rule for EOS; threshold 0.5 bits.
   *
   * @param language at most 10 million symbols in different messages
   */
  public static Harris of(Language language) {
    Arguments.present("language", language);
    return new Harris(language, 0.5, BranchingRule.PEER, BoundaryRule.INSIDE);
  }

  /**
   * The same with this threshold.
   *
   * @param bits rise of the branching entropy that must be exceeded, finite; usually 0 to 2
   */
  public Harris threshold(double bits) {
    Arguments.require(Double.isFinite(bits), "threshold is %s: expected a finite number", bits);
    return new Harris(language, bits, branching, boundaries);
  }

  /** The same with this rule for branching entropies. */
  public Harris branching(BranchingRule rule) {
    return new Harris(language, threshold, Arguments.present("rule", rule), boundaries);
  }

  /** The same with this rule for boundaries at the end. */
  public Harris boundaries(BoundaryRule rule) {
    return new Harris(language, threshold, branching, Arguments.present("rule", rule));
  }

  /** The same as the published code of Ueda et al. (2023) does it, whatever was chosen before. */
  public Harris peer() {
    return new Harris(language, threshold, BranchingRule.PEER, BoundaryRule.PEER);
  }

  /** Cuts the messages. */
  public HarrisSegments run() {
    var substrings = Substrings.of(language);
    var scan = new HarrisScan(substrings, branching, threshold, boundaries);
    var options = new LinkedHashMap<String, String>();
    options.put("threshold", threshold + " bits");
    options.put("branching", branching.toString());
    options.put("boundaries", boundaries.toString());
    options.put("EOS", language.policy().toString());
    return HarrisSegments.cut(
        language,
        scan.boundaries(language.size()),
        substrings.conditionalEntropies(branching),
        substrings.distinct(),
        Provenance.of(options).data(language.source()));
  }
}
