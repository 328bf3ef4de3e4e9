package murmuration.language.corpus;

import java.util.Locale;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/** Nested parentheses over tokens of a Zipf-Mandelbrot law. */
record ParenthesesSource(ZipfMandelbrot law, double open) implements CorpusSource {
  ParenthesesSource {
    Arguments.within("open", open, 0, 1);
  }

  @Override
  public String name() {
    return open == 0.5 ? "parentheses" : String.format(Locale.ROOT, "parentheses, open %s", open);
  }

  @Override
  public Corpus draw(int tokens, long seed) {
    return Corpus.of(name(), symbols(tokens, seed, new int[UniformSource.length(tokens)]));
  }

  /**
   * The ranks of the law, before they are ranked by how often they came.
   *
   * @param depth filled with the number of parentheses that are open after each token
   */
  int[] symbols(int tokens, long seed, int[] depth) {
    var rng = Rng.of(seed);
    int[] symbols = new int[tokens];
    int[] stack = new int[tokens];
    int height = 0;
    for (int i = 0; i < tokens; i++) {
      if (height == 0 || rng.nextDouble() < open) {
        symbols[i] = law.next(rng);
        stack[height++] = symbols[i];
      } else {
        symbols[i] = stack[--height];
      }
      depth[i] = height;
    }
    return symbols;
  }
}
