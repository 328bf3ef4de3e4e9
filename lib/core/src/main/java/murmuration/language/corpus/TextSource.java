package murmuration.language.corpus;

import java.util.List;
import java.util.Locale;
import murmuration.math.Arguments;
import murmuration.math.RandomOrder;
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
    while (filled < tokens) {
      for (int i : RandomOrder.of(texts.length, rng)) {
        int taken = Math.min(texts[i].length, tokens - filled);
        System.arraycopy(texts[i], 0, symbols, filled, taken);
        filled += taken;
      }
    }
    return Corpus.of(name, symbols);
  }
}
