package murmuration.language.iterated;

/** The kinds of the 256 {@link MiniatureLanguages}. */
public enum LanguageClass {
  /** One signal for every meaning. */
  DEGENERATE,
  /** Each letter stands for a value of one attribute. */
  COMPOSITIONAL,
  /** A signal of its own for every meaning, without a system. */
  HOLISTIC,
  /** All others: some signals are shared, some are not. */
  OTHER
}
