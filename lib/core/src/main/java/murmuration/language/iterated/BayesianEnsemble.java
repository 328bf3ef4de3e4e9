package murmuration.language.iterated;

import java.util.List;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Many chains of one {@link BayesianLearning}, on all cores; the same for any number of threads.
 *
 * @param study what is run
 * @param chains how many, 1 to 100,000
 * @param seed chain i is the one with the seed {@code Rng.seed(seed, i)}
 */
public record BayesianEnsemble(BayesianLearning study, int chains, long seed) {
  private static final int MOST_CHAINS = 100_000;
  private static final int BLOCK = 16;
  private static final int MOST_KEPT = 100_000;

  /** Checks the number of chains. */
  public BayesianEnsemble {
    Arguments.present("study", study);
    Arguments.require(
        chains >= 1 && chains <= MOST_CHAINS,
        "chains is %d: expected 1 to %d",
        chains,
        MOST_CHAINS);
  }

  /** The same with another seed, which is 0 unless said. */
  public BayesianEnsemble seed(long value) {
    return new BayesianEnsemble(study, chains, value);
  }

  /**
   * Runs all, and counts the kinds of languages in each generation.
   *
   * @throws IllegalArgumentException for more than 100,000 generations
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public BayesianChains run() {
    Arguments.require(
        study.generations() <= MOST_KEPT,
        "generations is %d: expected at most %d in an ensemble",
        study.generations(),
        MOST_KEPT);
    var kinds = List.of(LanguageClass.values());
    int[] kind = new int[MiniatureLanguages.COUNT];
    for (int h = 0; h < kind.length; h++) {
      kind[h] = kinds.indexOf(MiniatureLanguages.kind(h));
    }
    int[][] counts = new int[kinds.size()][study.generations() + 1];
    Parallel.forEach(
        chains + " chains of learners",
        Math.ceilDiv(chains, BLOCK),
        block -> {
          var teaching = new BayesianTeaching(study);
          for (int i = block * BLOCK; i < Math.min(chains, (block + 1) * BLOCK); i++) {
            int[] chain = teaching.chain(Rng.seed(seed, i));
            synchronized (counts) {
              for (int g = 0; g < chain.length; g++) {
                counts[kind[chain[g]]][g]++;
              }
            }
          }
        });
    return new BayesianChains(this, counts);
  }

  /** What is needed to run it again. */
  Provenance provenance() {
    var options = study.options();
    options.put("chains", Integer.toString(chains));
    return Provenance.of(options).seed(seed);
  }
}
