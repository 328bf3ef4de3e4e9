package murmuration.language;

import java.util.Arrays;

/**
 * Records of a language drawn anew: the meanings of some places with the messages of others.
 *
 * @param source the language
 * @param coded the same records in class numbers
 * @param meanings place of each meaning
 * @param messages place of each message
 */
record LanguageSample(Language source, CodedLanguage coded, int[] meanings, int[] messages) {
  /** As a language under the same rule for EOS, of weights 1. */
  Language language() {
    int[][] rows = source.meaningRows();
    int[][] said = source.messageRows();
    int[][] meant = Arrays.stream(meanings).mapToObj(i -> rows[i]).toArray(int[][]::new);
    int[][] chosen = Arrays.stream(messages).mapToObj(i -> said[i]).toArray(int[][]::new);
    return source.eos().isPresent()
        ? Language.fromPadded(meant, chosen, source.eos().getAsInt()).eos(source.policy())
        : Language.of(meant, chosen);
  }
}
