package murmuration.language.corpus;

import murmuration.math.Arguments;
import murmuration.math.Rng;

/** Independent tokens, all equally likely. */
record UniformSource(int vocabulary) implements CorpusSource {
  UniformSource {
    ZipfMandelbrot.vocabulary(vocabulary);
  }

  /** Refuses lengths that are too small or too large. */
  static int length(int tokens) {
    Arguments.require(
        tokens >= 1 && tokens <= MOST_TOKENS,
        "tokens is %d: expected 1 to %d",
        tokens,
        MOST_TOKENS);
    return tokens;
  }

  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public Corpus draw(int tokens, long seed) {
    var rng = Rng.of(seed);
    return Corpus.of(name(), rng.ints(length(tokens), 0, vocabulary).toArray());
  }
}
