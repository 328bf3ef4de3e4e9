package murmuration.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import murmuration.language.Language;
import murmuration.language.Topsim;
import murmuration.math.Rng;

/**
 * Our side of {@code language.py}: metrics of a language given as rows of 4 attributes, 8 symbols.
 */
final class LanguageJobs {
  private static final int ATTRIBUTES = 4;
  private static final int SYMBOLS = 8;
  private static final int CAPPED = 100_000;
  private static final ForkJoinPool ONE_CORE = new ForkJoinPool(1);

  private LanguageJobs() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 1 && arguments[0].equals("capped")) {
      capped();
    } else {
      JobLoop.serve(LanguageJobs::run);
    }
  }

  private static double[] run(String job, double[] x) {
    if (!job.startsWith("topsim-")) {
      throw new IllegalArgumentException("job is " + job + ": expected one of language.py");
    }
    var language = language(x);
    return new double[] {ONE_CORE.submit(() -> Topsim.of(language).value()).join()};
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
}
