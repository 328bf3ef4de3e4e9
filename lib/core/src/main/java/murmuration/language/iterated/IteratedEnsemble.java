package murmuration.language.iterated;

import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Many lines of one {@link IteratedLearning}, on all cores; the same for any number of threads.
 *
 * @param study what is run
 * @param runs how many lines, 1 to 10,000
 * @param seed line i is the one with the seed {@code Rng.seed(seed, i)}
 */
public record IteratedEnsemble(IteratedLearning study, int runs, long seed) {
  private static final int MOST_RUNS = 10_000;

  /** Checks the number of lines. */
  public IteratedEnsemble {
    Arguments.present("study", study);
    Arguments.require(
        runs >= 1 && runs <= MOST_RUNS, "runs is %d: expected 1 to %d", runs, MOST_RUNS);
  }

  /** The same with another seed, which is 0 unless said. */
  public IteratedEnsemble seed(long value) {
    return new IteratedEnsemble(study, runs, value);
  }

  /**
   * Runs all.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public IteratedRuns run() {
    var space =
        new SignalSpace(study.features(), study.values(), study.alphabet(), study.longest());
    return new IteratedRuns(
        this,
        Parallel.map(
            runs + " lines of learners", runs, i -> study.simulate(Rng.seed(seed, i), space)));
  }

  /** What is needed to run it again. */
  Provenance provenance() {
    var options = study.options();
    options.put("runs", Integer.toString(runs));
    return Provenance.of(options).seed(seed);
  }
}
