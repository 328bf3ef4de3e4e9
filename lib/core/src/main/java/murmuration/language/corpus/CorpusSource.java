package murmuration.language.corpus;

import java.util.List;
import murmuration.language.Language;

/**
 * Where corpora of any length come from by chance: something to pretrain a model on.
 *
 * <pre>{@code
 * Corpus nested = CorpusSource.parentheses(64).draw(200_000, 1);
 * }</pre>
 */
public interface CorpusSource {
  /** Tokens a corpus may have at most, 10 million. */
  int MOST_TOKENS = 10_000_000;

  /** Its name. */
  String name();

  /**
   * A corpus by chance, its tokens ranked by how often they occur in it.
   *
   * @param tokens its length, 1 to {@link #MOST_TOKENS}
   * @param seed where chance comes from
   */
  Corpus draw(int tokens, long seed);

  /**
   * Independent tokens, all equally likely: nothing to learn.
   *
   * @param vocabulary kinds of tokens, 1 to a million
   */
  static CorpusSource uniform(int vocabulary) {
    return new UniformSource(vocabulary);
  }

  /** Independent tokens of the law of Zipf and Mandelbrot, {@code p(k) ∝ 1/(k + 2.7)}, k from 1. */
  static CorpusSource zipf(int vocabulary) {
    return zipf(vocabulary, 1, 2.7);
  }

  /**
   * Independent tokens of the law of Zipf and Mandelbrot, {@code p(k) ∝ (k + shift)^-exponent}, k
   * from 1: frequencies like those of words, and no more.
   *
   * @param vocabulary kinds of tokens, 1 to a million
   * @param exponent 0 or more
   * @param shift 0 or more
   */
  static CorpusSource zipf(int vocabulary, double exponent, double shift) {
    return new ZipfSource(ZipfMandelbrot.of(vocabulary, exponent, shift));
  }

  /** Nested parentheses that open with probability 0.5. */
  static CorpusSource parentheses(int vocabulary) {
    return parentheses(vocabulary, 0.5);
  }

  /**
   * Nested parentheses (Papadimitriou and Jurafsky 2020): each step either opens, with a token of
   * the Zipf-Mandelbrot law ({@link #zipf(int)}), or closes, repeating the one that was opened last
   * and is not yet closed; where none is open it opens. Generators in circulation declare a
   * probability of 0.4 and use 0.5: below 0.5 depth has a stationary law, at 0.5 it grows like the
   * root of the length, above it in proportion.
   *
   * @param vocabulary kinds of tokens, 1 to a million
   * @param open probability to open where both are possible, 0 to 1
   */
  static CorpusSource parentheses(int vocabulary, double open) {
    return new ParenthesesSource(ZipfMandelbrot.of(vocabulary, 1, 2.7), open);
  }

  /** The messages of a language one after another, of records drawn by their weights. */
  static CorpusSource emergent(Language language) {
    return new LanguageSource(language);
  }

  /**
   * Natural text in lower case: paragraphs in random order, all once before any comes again, a
   * space between them. Tokens are characters.
   *
   * @param name what it is called
   * @param paragraphs at least one that is not empty
   */
  static CorpusSource text(String name, List<String> paragraphs) {
    return new TextSource(name, paragraphs);
  }
}
