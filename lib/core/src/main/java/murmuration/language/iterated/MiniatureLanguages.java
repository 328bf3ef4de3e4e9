package murmuration.language.iterated;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.math.Arguments;

/**
 * All 256 languages of a small world (after Kirby, Tamariz, Cornish and Smith 2015, Cognition
 * 141:87): four meanings of two attributes, the first 0 or 1, the second 2 or 3, and four signals,
 * aa, ab, ba, bb. A language gives each of the meanings 02, 03, 12, 13 a signal.
 *
 * <p>How simple a language is, is the length of its shortest grammar here: {@code
 * SAB.A0x.A1y.B2z.B3w} of a compositional one (SBA where the first letter carries the second
 * attribute; x, y, z, w are letters), {@code S02aa.S03ab.S12ba.S13bb} with its own signals of all
 * others. Each character costs {@code -log2} of its share of the characters.
 *
 * <p>Languages are numbered 0 to 255: signals count aa 0, ab 1, ba 2, bb 3, and are the digits to
 * base 4, of meaning 02 first.
 */
public final class MiniatureLanguages {
  static final int COUNT = 256;
  static final int MEANINGS = 4;
  static final int SIGNALS = 4;
  private static final String[] SIGNAL = {"aa", "ab", "ba", "bb"};
  private static final String[] MEANING = {"02", "03", "12", "13"};
  private static final int[][] ATTRIBUTES = {{0, 2}, {0, 3}, {1, 2}, {1, 3}};

  private MiniatureLanguages() {}

  /** How many there are, 256. */
  public static int count() {
    return COUNT;
  }

  /** The signals of a language, such as {@code "aa ab ba bb"}, for the meanings 02, 03, 12, 13. */
  public static String spelled(int language) {
    return IntStream.range(0, MEANINGS)
        .mapToObj(m -> SIGNAL[signal(language, m)])
        .collect(Collectors.joining(" "));
  }

  /** The language itself, to measure: two attributes, messages of two symbols, 0 for a. */
  public static Language language(int number) {
    int[][] messages = new int[MEANINGS][];
    for (int m = 0; m < MEANINGS; m++) {
      int s = signal(number, m);
      messages[m] = new int[] {s >> 1, s & 1};
    }
    return Language.of(ATTRIBUTES, messages).named(spelled(number));
  }

  /** What kind a language is. */
  public static LanguageClass kind(int language) {
    long distinct = signals(language).distinct().count();
    if (distinct == 1) {
      return LanguageClass.DEGENERATE;
    }
    if (isCompositional(language, 1, 0) || isCompositional(language, 0, 1)) {
      return LanguageClass.COMPOSITIONAL;
    }
    return distinct == MEANINGS ? LanguageClass.HOLISTIC : LanguageClass.OTHER;
  }

  /** How many languages there are of a kind. */
  public static int count(LanguageClass kind) {
    Arguments.present("kind", kind);
    return (int) IntStream.range(0, COUNT).filter(h -> kind(h) == kind).count();
  }

  /** The grammar of a language. */
  public static String code(int language) {
    if (isCompositional(language, 1, 0)) {
      return "SAB" + words(language, 1, 0);
    }
    if (isCompositional(language, 0, 1)) {
      return "SBA" + words(language, 0, 1);
    }
    return IntStream.range(0, MEANINGS)
        .mapToObj(m -> "S" + MEANING[m] + SIGNAL[signal(language, m)])
        .collect(Collectors.joining("."));
  }

  /** Length of its grammar in bits. */
  public static double codeLength(int language) {
    String code = code(language);
    var counts = new int[128];
    code.chars().forEach(c -> counts[c]++);
    return -code.chars().mapToDouble(c -> log2((double) counts[c] / code.length())).sum();
  }

  /** The prior probability of each language, {@code 2^-codeLength} over their sum; length 256. */
  public static double[] prior() {
    double[] prior =
        IntStream.range(0, COUNT).mapToDouble(h -> Math.pow(2, -codeLength(h))).toArray();
    double sum = Arrays.stream(prior).sum();
    return Arrays.stream(prior).map(p -> p / sum).toArray();
  }

  /**
   * The mass of each kind under a law on the languages.
   *
   * @param law a probability for each of the 256 languages
   */
  public static ClassShares mass(double[] law) {
    Arguments.finite("law", law, COUNT);
    Arguments.require(law.length == COUNT, "law has %d values: expected %d", law.length, COUNT);
    return new ClassShares(
        mass(law, LanguageClass.DEGENERATE),
        mass(law, LanguageClass.COMPOSITIONAL),
        mass(law, LanguageClass.HOLISTIC),
        mass(law, LanguageClass.OTHER));
  }

  private static double mass(double[] law, LanguageClass kind) {
    return IntStream.range(0, COUNT).filter(h -> kind(h) == kind).mapToDouble(h -> law[h]).sum();
  }

  /** The signal of meaning m, 0 to 3. */
  static int signal(int language, int m) {
    Arguments.require(
        language >= 0 && language < COUNT, "language is %d: expected 0 to 255", language);
    return language >> (2 * (MEANINGS - 1 - m)) & 3;
  }

  static IntStream signals(int language) {
    return IntStream.range(0, MEANINGS).map(m -> signal(language, m));
  }

  /**
   * True where the letter at bit {@code first} of a signal stands for the first attribute only, and
   * the one at bit {@code second} for the second.
   */
  private static boolean isCompositional(int language, int first, int second) {
    int[] a = signals(language).map(s -> s >> first & 1).toArray();
    int[] b = signals(language).map(s -> s >> second & 1).toArray();
    return a[0] == a[1]
        && a[2] == a[3]
        && a[0] != a[2]
        && b[0] == b[2]
        && b[1] == b[3]
        && b[0] != b[1];
  }

  private static String words(int language, int first, int second) {
    return ".A0%s.A1%s.B2%s.B3%s"
        .formatted(
            letter(language, 0, first),
            letter(language, 2, first),
            letter(language, 0, second),
            letter(language, 1, second));
  }

  private static String letter(int language, int m, int bit) {
    return (signal(language, m) >> bit & 1) == 0 ? "a" : "b";
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
