package murmuration.language.corpus;

import java.util.stream.IntStream;
import murmuration.math.Rng;

/** Independent tokens of a Zipf-Mandelbrot law. */
record ZipfSource(ZipfMandelbrot law) implements CorpusSource {
  @Override
  public String name() {
    return "zipf";
  }

  @Override
  public Corpus draw(int tokens, long seed) {
    return Corpus.of(name(), symbols(tokens, seed));
  }

  /** The ranks of the law itself, before they are ranked by how often they came. */
  int[] symbols(int tokens, long seed) {
    var rng = Rng.of(seed);
    return IntStream.generate(() -> law.next(rng)).limit(UniformSource.length(tokens)).toArray();
  }
}
