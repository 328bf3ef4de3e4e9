package murmuration.language.game;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * All meanings of A attributes with V values each: the world of a reconstruction game. A meaning
 * has an index, its values read as digits to the base V, the first attribute the highest.
 *
 * <pre>{@code
 * var world = MeaningSpace.of(2, 8);
 * int[] meaning = world.meaning(13); // 1, 5
 * MeaningSplit split = world.split(1);
 * }</pre>
 *
 * @param attributes A, 1 to 20
 * @param values V, 2 to 1,000; V^A is at most 1,000,000
 */
public record MeaningSpace(int attributes, int values) {
  private static final int MOST_ATTRIBUTES = 20;
  private static final int MOST_VALUES = 1000;
  private static final int MOST = 1_000_000;

  /** Checks the sizes. */
  public MeaningSpace {
    Arguments.require(
        attributes >= 1 && attributes <= MOST_ATTRIBUTES,
        "attributes is %d: expected 1 to %d",
        attributes,
        MOST_ATTRIBUTES);
    Arguments.require(
        values >= 2 && values <= MOST_VALUES,
        "values is %d: expected 2 to %d",
        values,
        MOST_VALUES);
    power(values, attributes, "meanings");
  }

  /**
   * The space of A attributes with V values.
   *
   * @param attributes A, 1 to 20
   * @param values V, 2 to 1,000
   */
  public static MeaningSpace of(int attributes, int values) {
    return new MeaningSpace(attributes, values);
  }

  /** base^exponent, refused above a million. */
  static int power(int base, int exponent, String what) {
    double size = Math.pow(base, exponent);
    Arguments.require(
        size <= MOST, "%s are %d^%d: expected at most %d", what, base, exponent, MOST);
    return (int) size;
  }

  /** Meanings: V^A. */
  public int size() {
    return power(values, attributes, "meanings");
  }

  /**
   * The meaning at an index.
   *
   * @param index 0 to V^A - 1
   */
  public int[] meaning(int index) {
    Arguments.require(
        index >= 0 && index < size(), "index is %d: expected 0 to %d", index, size() - 1);
    int[] meaning = new int[attributes];
    int rest = index;
    for (int a = attributes - 1; a >= 0; a--) {
      meaning[a] = rest % values;
      rest /= values;
    }
    return meaning;
  }

  /**
   * The index of a meaning.
   *
   * @param meaning A values, each 0 to V - 1
   */
  public int index(int[] meaning) {
    Arguments.present("meaning", meaning);
    Arguments.require(
        meaning.length == attributes,
        "meaning has %d values: expected %d",
        meaning.length,
        attributes);
    int index = 0;
    for (int a = 0; a < attributes; a++) {
      Arguments.require(
          meaning[a] >= 0 && meaning[a] < values,
          "meaning[%d] is %d: expected 0 to %d",
          a,
          meaning[a],
          values - 1);
      index = index * values + meaning[a];
    }
    return index;
  }

  /** All meanings, in the order of their index: V^A x A. */
  public int[][] meanings() {
    return meanings(IntStream.range(0, size()).toArray());
  }

  /** The meanings at these indices. */
  public int[][] meanings(int[] indices) {
    return Arrays.stream(Arguments.present("indices", indices))
        .mapToObj(this::meaning)
        .toArray(int[][]::new);
  }

  /**
   * What is trained and what is held out, as in Chaabouni et al. (2020): see {@link MeaningSplit}.
   *
   * @param seed of the permutation that chooses the uniform holdout
   */
  public MeaningSplit split(long seed) {
    return MeaningSplit.of(this, seed);
  }
}
