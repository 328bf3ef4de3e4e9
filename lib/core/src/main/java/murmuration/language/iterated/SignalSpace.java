package murmuration.language.iterated;

import murmuration.math.Arguments;

/**
 * All meanings and signals of one world, and the numbers of their components: a set of features
 * with its values, and a set of positions with its symbols in a signal of some length.
 */
final class SignalSpace {
  final int meanings;
  final int signals;
  final int meaningComponents;
  final int signalComponents;
  final int features;

  /** By meaning, its values; by signal, its symbols. */
  final int[][] values;

  final int[][] symbols;

  /** By meaning and set of features, by signal and set of positions: the number of a component. */
  final int[][] meaningParts;

  final int[][] signalParts;

  /** By length less one: the {@link Analyses}. */
  final int[][][] analyses;

  SignalSpace(int features, int valueCount, int alphabet, int longest) {
    this.features = features;
    this.meanings = power(valueCount, features);
    this.meaningComponents = power(valueCount + 1, features);
    int signalCount = 0;
    int components = 0;
    for (int length = 1; length <= longest; length++) {
      signalCount += power(alphabet, length);
      components += power(alphabet + 1, length);
    }
    this.signals = signalCount;
    this.signalComponents = components;
    this.values = new int[meanings][];
    this.meaningParts = new int[meanings][];
    for (int m = 0; m < meanings; m++) {
      values[m] = digits(m, valueCount, features);
      meaningParts[m] = parts(values[m], valueCount, 0);
    }
    this.symbols = new int[signals][];
    this.signalParts = new int[signals][];
    this.analyses = new int[longest][][];
    int s = 0;
    int first = 0;
    for (int length = 1; length <= longest; length++) {
      analyses[length - 1] = Analyses.of(features, length);
      for (int i = 0; i < power(alphabet, length); i++) {
        symbols[s] = digits(i, alphabet, length);
        signalParts[s] = parts(symbols[s], alphabet, first);
        s++;
      }
      first += power(alphabet + 1, length);
    }
  }

  private static int[] digits(int number, int base, int length) {
    int[] digits = new int[length];
    int left = number;
    for (int i = length - 1; i >= 0; i--) {
      digits[i] = left % base;
      left /= base;
    }
    return digits;
  }

  /** By set of places: the digits there plus one, 0 elsewhere, read as a number. */
  private static int[] parts(int[] digits, int base, int first) {
    int[] parts = new int[1 << digits.length];
    for (int set = 0; set < parts.length; set++) {
      int number = 0;
      for (int i = 0; i < digits.length; i++) {
        number = number * (base + 1) + ((set >> i & 1) == 0 ? 0 : digits[i] + 1);
      }
      parts[set] = first + number;
    }
    return parts;
  }

  /** Refuses worlds too large to go through. */
  static void check(int features, int valueCount, int alphabet, int longest) {
    in("features", features, 5);
    in("values", valueCount, 100);
    in("alphabet", alphabet, 100);
    in("longest", longest, 5);
    double meanings = Math.pow(valueCount, features);
    double signals = 0;
    double components = 0;
    double work = 0;
    for (int length = 1; length <= longest; length++) {
      double these = Math.pow(alphabet, length);
      signals += these;
      components += Math.pow(alphabet + 1.0, length);
      work += meanings * these * Analyses.of(features, length).length;
    }
    double network = Math.pow(valueCount + 1.0, features) * components;
    Arguments.require(
        meanings >= 2 && meanings <= 10_000 && signals <= 100_000 && network <= 2e7 && work <= 2e8,
        "%d features of %d values and %d symbols in up to %d places are %.0f meanings, %.0f signals"
            + " and %.0f comparisons a generation: expected at least 2 meanings, and at most 10000,"
            + " 100000 and 2e8",
        features,
        valueCount,
        alphabet,
        longest,
        meanings,
        signals,
        work);
  }

  private static void in(String name, int value, int most) {
    Arguments.require(value >= 1 && value <= most, "%s is %d: expected 1 to %d", name, value, most);
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
