package murmuration.language.corpus;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/** Messages of a language, records drawn by their weights. */
record LanguageSource(Language language) implements CorpusSource {
  LanguageSource {
    Arguments.present("language", language);
    Arguments.require(
        Arrays.stream(language.messages()).anyMatch(m -> m.length > 0),
        "every message of %s is empty: expected symbols",
        language.name());
  }

  @Override
  public String name() {
    return language.name();
  }

  @Override
  public Corpus draw(int tokens, long seed) {
    int[] symbols = new int[UniformSource.length(tokens)];
    int[][] messages = language.messages();
    double[] sums = IntStream.range(0, messages.length).mapToDouble(language::weight).toArray();
    Arrays.parallelPrefix(sums, Double::sum);
    var rng = Rng.of(seed);
    int filled = 0;
    while (filled < tokens) {
      int at = Arrays.binarySearch(sums, rng.nextDouble() * sums[sums.length - 1]);
      int[] message = messages[Math.min(at < 0 ? -at - 1 : at + 1, messages.length - 1)];
      int taken = Math.min(message.length, tokens - filled);
      System.arraycopy(message, 0, symbols, filled, taken);
      filled += taken;
    }
    return Corpus.of(name(), symbols);
  }
}
