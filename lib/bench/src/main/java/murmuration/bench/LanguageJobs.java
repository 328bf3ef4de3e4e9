package murmuration.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import murmuration.language.Disentanglement;
import murmuration.language.Language;
import murmuration.language.Topsim;
import murmuration.language.naming.NamingGame;
import murmuration.math.Rng;

/**
 * Our side of {@code language.py}: metrics of a language given as rows of 4 attributes, 8 symbols.
 */
final class LanguageJobs {
  private static final int ATTRIBUTES = 4;
  private static final int SYMBOLS = 8;
  private static final int CAPPED = 100_000;
  private static final ForkJoinPool ONE_CORE = new ForkJoinPool(1);

  private static long seed = 1;

  private LanguageJobs() {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments.length == 1 ? arguments[0] : "") {
      case "capped" -> capped();
      case "naming" -> naming();
      default -> JobLoop.serve(LanguageJobs::run);
    }
  }

  private static double[] run(String job, double[] x) {
    if (job.startsWith("naming-")) {
      return new double[] {NamingGame.population((int) x[0]).simulate(seed++).interactions()};
    }
    var language = language(x);
    double value =
        switch (job.substring(0, job.indexOf('-'))) {
          case "topsim" -> ONE_CORE.submit(() -> Topsim.of(language).value()).join();
          case "posdis" -> Disentanglement.posdis(language).value();
          case "bosdis" -> Disentanglement.bosdis(language).value();
          default ->
              throw new IllegalArgumentException("job is " + job + ": expected one of language.py");
        };
    return new double[] {value};
  }

  private static Language language(double[] x) {
    int n = x.length / (ATTRIBUTES + SYMBOLS);
    int[][] meanings = new int[n][ATTRIBUTES];
    int[][] messages = new int[n][SYMBOLS];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < ATTRIBUTES; a++) {
        meanings[i][a] = (int) x[at++];
      }
      for (int s = 0; s < SYMBOLS; s++) {
        messages[i][s] = (int) x[at++];
      }
    }
    return Language.of(meanings, messages);
  }

  /** A language drawn evenly. */
  static Language drawn(int n) {
    RandomGenerator random = Rng.of(1);
    int[][] meanings = new int[n][];
    int[][] messages = new int[n][];
    for (int i = 0; i < n; i++) {
      meanings[i] = random.ints(ATTRIBUTES, 0, 8).toArray();
      messages[i] = random.ints(SYMBOLS, 0, 20).toArray();
    }
    return Language.of(meanings, messages);
  }

  /** Five thousand million pairs, once, in whatever heap this JVM has. */
  private static void capped() {
    var language = drawn(CAPPED);
    long start = System.nanoTime();
    var topsim = Topsim.of(language);
    System.out.printf(
        Locale.ROOT,
        "bench: topsim-%d ours=%.3g (%d pairs, %d cores, whole heap of %d MB)%n",
        CAPPED,
        (System.nanoTime() - start) / 1e9,
        topsim.pairs(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** A population of a hundred thousand until it agrees, from a cold start. */
  private static void naming() {
    long start = System.nanoTime();
    var run = NamingGame.population(CAPPED).simulate(1);
    System.out.printf(
        Locale.ROOT,
        "bench: naming-%d ours=%.3g (%d interactions)%n",
        CAPPED,
        (System.nanoTime() - start) / 1e9,
        run.interactions());
  }
}
