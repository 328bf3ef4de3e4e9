package murmuration.language.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Naming games of several sizes on complete graphs, to see how time and memory grow with n.
 *
 * @param agents sizes n, 2 to 100 of them, ascending, each 2 to 1,000,000
 * @param runs of each size, 2 to 10,000
 * @param seed run i of size k is the one with the seed {@code Rng.seed(Rng.seed(seed, k), i)}
 */
public record NamingScaling(int[] agents, int[] runs, long seed) {
  private static final int MOST_SIZES = 100;
  private static final int ROOM = 16;

  /** Checks the sizes and keeps its own copies. */
  public NamingScaling {
    agents = Arguments.present("agents", agents).clone();
    runs = Arguments.present("runs", runs).clone();
    Arguments.require(
        agents.length >= 2 && agents.length <= MOST_SIZES,
        "agents has %d values: expected 2 to %d sizes",
        agents.length,
        MOST_SIZES);
    Arguments.require(
        runs.length == agents.length,
        "runs has %d values: expected %d, one a size",
        runs.length,
        agents.length);
    for (int k = 0; k < agents.length; k++) {
      Arguments.require(
          k == 0 || agents[k] > agents[k - 1],
          "agents[%d] is %d: expected ascending sizes",
          k,
          agents[k]);
      Arguments.require(runs[k] >= 2, "runs[%d] is %d: expected 2 or more", k, runs[k]);
      NamingGame.population(agents[k]).ensemble(runs[k]);
    }
  }

  static NamingScaling of(int... agents) {
    int[] runs = new int[Arguments.present("agents", agents).length];
    Arrays.fill(runs, 10);
    return new NamingScaling(agents, runs, 0);
  }

  /**
   * The same with this many runs, 10 unless said.
   *
   * @param values one number for all sizes, or one for each
   */
  public NamingScaling runs(int... values) {
    Arguments.present("runs", values);
    int[] each = values.clone();
    if (values.length == 1) {
      each = new int[agents.length];
      Arrays.fill(each, values[0]);
    }
    return new NamingScaling(agents, each, seed);
  }

  /** The same with another seed, which is 0 unless said. */
  public NamingScaling seed(long value) {
    return new NamingScaling(agents, runs, value);
  }

  @Override
  public int[] agents() {
    return agents.clone();
  }

  @Override
  public int[] runs() {
    return runs.clone();
  }

  /**
   * Runs all, the largest populations first.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public NamingExponents run() {
    int total = Arrays.stream(runs).sum();
    int[] size = new int[total];
    int[] run = new int[total];
    int job = 0;
    for (int k = agents.length - 1; k >= 0; k--) {
      for (int i = 0; i < runs[k]; i++) {
        size[job] = k;
        run[job++] = i;
      }
    }
    var each =
        Parallel.map(
            total + " naming games",
            total,
            j -> {
              long own = Rng.seed(Rng.seed(seed, size[j]), run[j]);
              return NamingRun.of(NamingGame.population(agents[size[j]]), own, ROOM);
            });
    var bySize = new ArrayList<NamingRuns>();
    int end = total;
    for (int k = 0; k < agents.length; k++) {
      var game = NamingGame.population(agents[k]);
      var ensemble = new NamingEnsemble(game, runs[k], Rng.seed(seed, k));
      bySize.add(new NamingRuns(ensemble, each.subList(end - runs[k], end)));
      end -= runs[k];
    }
    return NamingExponents.of(this, bySize);
  }

  /** What is needed to run it again. */
  Provenance provenance() {
    var options = new LinkedHashMap<String, String>();
    options.put("agents", Arrays.toString(agents));
    options.put("runs", Arrays.toString(runs));
    return Provenance.of(options).seed(seed);
  }
}
