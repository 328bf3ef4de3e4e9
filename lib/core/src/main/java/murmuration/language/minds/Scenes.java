package murmuration.language.minds;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Situations that two agents see, each with an error of its own, in several modalities such as
 * colour, shape, action and position; and situations that are kept back to ask them.
 *
 * @param first what the first agent sees: modality x situation x dimensions of that modality
 * @param second what the second agent sees of the same
 * @param values the true value of each situation in each modality: situation x modality, from 0 on;
 *     no agent knows it
 * @param firstAsked what the first agent sees of the situations kept back: modality x situation x
 *     dimensions
 * @param secondAsked what the second agent sees of the same
 */
public record Scenes(
    double[][][] first,
    double[][][] second,
    int[][] values,
    double[][][] firstAsked,
    double[][][] secondAsked)
    implements SceneSource {
  /** The most modalities: frames are permutations of them, and all are tried. */
  static final int MOST_MODALITIES = 6;

  static final int MOST_VALUES = 200;
  private static final int MOST_SITUATIONS = 200_000;
  private static final double MOST = 1e9;

  /** Checks the shapes and keeps its own copies. */
  public Scenes {
    Arguments.present("values", values);
    int n = values.length;
    Arguments.require(
        n >= 2 && n <= MOST_SITUATIONS,
        "values has %d rows: expected 2 to %d situations",
        n,
        MOST_SITUATIONS);
    int modalities = Arguments.present("values[0]", values[0]).length;
    Arguments.require(
        modalities >= 1 && modalities <= MOST_MODALITIES,
        "values[0] has %d values: expected 1 to %d modalities",
        modalities,
        MOST_MODALITIES);
    values = values.clone();
    for (int i = 0; i < n; i++) {
      Arguments.present("values[" + i + "]", values[i]);
      Arguments.require(
          values[i].length == modalities,
          "values[%d] has %d values: expected %d",
          i,
          values[i].length,
          modalities);
      for (int v : values[i]) {
        Arguments.require(
            v >= 0 && v < MOST_VALUES,
            "values[%d] has %d: expected 0 to %d",
            i,
            v,
            MOST_VALUES - 1);
      }
      values[i] = values[i].clone();
    }
    first = checked("first", first, modalities, n);
    second = checked("second", second, modalities, n);
    Arguments.present("firstAsked", firstAsked);
    Arguments.require(
        firstAsked.length == modalities && firstAsked[0] != null,
        "firstAsked has %d modalities: expected %d",
        firstAsked.length,
        modalities);
    int asked = firstAsked[0].length;
    Arguments.require(
        asked >= 1 && asked <= MOST_SITUATIONS,
        "firstAsked has %d situations: expected 1 to %d",
        asked,
        MOST_SITUATIONS);
    firstAsked = checked("firstAsked", firstAsked, modalities, asked);
    secondAsked = checked("secondAsked", secondAsked, modalities, asked);
    for (int c = 0; c < modalities; c++) {
      int d = first[c][0].length;
      Arguments.require(
          second[c][0].length == d && firstAsked[c][0].length == d && secondAsked[c][0].length == d,
          "modality %d has %d dimensions in first, others elsewhere: expected the same",
          c,
          d);
    }
  }

  private static double[][][] checked(String name, double[][][] seen, int modalities, int n) {
    Arguments.present(name, seen);
    Arguments.require(
        seen.length == modalities,
        "%s has %d modalities: expected %d",
        name,
        seen.length,
        modalities);
    double[][][] copy = new double[modalities][n][];
    for (int c = 0; c < modalities; c++) {
      String where = name + "[" + c + "]";
      Arguments.present(where, seen[c]);
      Arguments.require(
          seen[c].length == n, "%s has %d situations: expected %d", where, seen[c].length, n);
      for (int i = 0; i < n; i++) {
        String row = where + "[" + i + "]";
        Arguments.finite(row, seen[c][i], 1);
        Arguments.require(
            seen[c][i].length == seen[c][0].length && seen[c][i].length <= 64,
            "%s has %d numbers: expected %d, at most 64",
            row,
            seen[c][i].length,
            seen[c][0].length);
        for (double x : seen[c][i]) {
          Arguments.within(row, x, -MOST, MOST);
        }
        copy[c][i] = seen[c][i].clone();
      }
    }
    return copy;
  }

  @Override
  public Scenes scenes(long seed) {
    return this;
  }

  /** Situations, without those kept back. */
  public int size() {
    return values.length;
  }

  /** Modalities. */
  public int modalities() {
    return first.length;
  }

  /** How many values a modality has: one more than its highest. */
  public int valueCount(int modality) {
    Arguments.require(
        modality >= 0 && modality < modalities(),
        "modality is %d: expected 0 to %d",
        modality,
        modalities() - 1);
    return 1 + Arrays.stream(values).mapToInt(row -> row[modality]).max().orElseThrow();
  }

  @Override
  public double[][][] first() {
    return copy(first);
  }

  @Override
  public double[][][] second() {
    return copy(second);
  }

  @Override
  public int[][] values() {
    return Arrays.stream(values).map(int[]::clone).toArray(int[][]::new);
  }

  @Override
  public double[][][] firstAsked() {
    return copy(firstAsked);
  }

  @Override
  public double[][][] secondAsked() {
    return copy(secondAsked);
  }

  private static double[][][] copy(double[][][] seen) {
    return Arrays.stream(seen)
        .map(rows -> Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  @Override
  public String toString() {
    return size() + " situations in " + modalities() + " modalities";
  }
}
