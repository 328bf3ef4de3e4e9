package murmuration.language.corpus;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/** Paragraphs of natural text in random order. */
record TextSource(String name, List<String> paragraphs) implements CorpusSource {
  TextSource {
    Arguments.present("name", name);
    paragraphs = Arguments.listed("paragraphs", paragraphs);
    Arguments.require(
        paragraphs.stream().anyMatch(p -> !p.isEmpty()),
        "paragraphs hold no character: expected a text");
  }

  @Override
  public Corpus draw(int tokens, long seed) {
    int[] symbols = new int[UniformSource.length(tokens)];
    int[][] texts =
        paragraphs.stream()
            .map(p -> (p + " ").toLowerCase(Locale.ROOT).codePoints().toArray())
            .toArray(int[][]::new);
    var rng = Rng.of(seed);
    int filled = 0;
    for (int i = 0; filled < tokens; i = (i + 1) % texts.length) {
      if (i == 0) {
        shuffle(texts, rng);
      }
      int taken = Math.min(texts[i].length, tokens - filled);
      System.arraycopy(texts[i], 0, symbols, filled, taken);
      filled += taken;
    }
    return Corpus.of(name, symbols);
  }

  private static void shuffle(int[][] rows, RandomGenerator rng) {
    for (int i = rows.length - 1; i > 0; i--) {
      int j = rng.nextInt(i + 1);
      int[] row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
  }
}
