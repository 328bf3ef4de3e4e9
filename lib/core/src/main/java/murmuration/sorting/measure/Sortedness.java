package murmuration.sorting.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Inversions;
import murmuration.math.Ranks;
import tech.tablesaw.api.Table;

/**
 * How sorted an array is, by every measure in use for self-sorting arrays (Zhang, Goldstein and
 * Levin 2024, arXiv:2401.05375). The static methods compute one of them; {@link #of} all, for an
 * array that should ascend, {@link #descending} for one that should descend.
 *
 * @param n cells
 * @param descents neighbours out of order, {@code #{i >= 1 : a[i] < a[i-1]}}: the paper's
 *     monotonicity error, 0 when sorted; equal neighbours are in order
 * @param misplaced {@code #{i : a[i] != sorted(a)[i]}}
 * @param inversions pairs out of order, {@code #{i < j : a[i] > a[j]}}
 * @param footrule {@code sum |rank(a[i]) - i|}, ranks from 0, equal values with their mean rank
 *     (Spearman's footrule, called Spearman distance in the published code). An array with repeats
 *     keeps a footrule above 0 when it is sorted
 */
public record Sortedness(int n, int descents, int misplaced, long inversions, double footrule)
    implements Result {
  /** Refuses counts that no array has. */
  public Sortedness {
    Arguments.require(n >= 1, "n is %d: expected 1 or more", n);
    Arguments.within("descents", descents, 0, n - 1.0);
    Arguments.within("misplaced", misplaced, 0, n);
    Arguments.within("inversions", (double) inversions, 0, 0.5 * n * (n - 1.0));
    Arguments.within("footrule", footrule, 0, 0.5 * n * n);
  }

  /**
   * All measures of an array that should ascend.
   *
   * @param values by position, at least 1
   */
  public static Sortedness of(int[] values) {
    return new Sortedness(
        checked(values).length,
        descents(values),
        misplaced(values),
        inversions(values),
        footrule(values));
  }

  /**
   * All measures of an array that should descend: {@link #descents} are then the places where it
   * ascends, and so on.
   *
   * @param values by position, at least 1
   */
  public static Sortedness descending(int[] values) {
    return of(Arrays.stream(checked(values)).map(v -> ~v).toArray());
  }

  /** Neighbours out of order, {@code #{i >= 1 : a[i] < a[i-1]}}. */
  public static int descents(int[] values) {
    int descents = 0;
    for (int i = 1; i < checked(values).length; i++) {
      descents += values[i] < values[i - 1] ? 1 : 0;
    }
    return descents;
  }

  /** Neighbours in order, {@code n - 1 - descents}: the curve of the paper's Figs 8 and 9. */
  public static int ascents(int[] values) {
    int descents = descents(values);
    return values.length - 1 - descents;
  }

  /**
   * {@code 100 (1 + ascents) / n}, the paper's sortedness (Fig. 3). The mean over random orders is
   * {@code 50 (n + 1) / n}, so 50.5 for 100 cells.
   */
  public static double monotonicityPercent(int[] values) {
    int ascents = ascents(values);
    return percent(ascents, values.length);
  }

  /**
   * Cells that are not where they are in the sorted array. The paper's words for its sortedness are
   * nearer this one; its code plots {@link #monotonicityPercent}.
   */
  public static int misplaced(int[] values) {
    int[] sorted = checked(values).clone();
    Arrays.sort(sorted);
    int misplaced = 0;
    for (int i = 0; i < values.length; i++) {
      misplaced += values[i] != sorted[i] ? 1 : 0;
    }
    return misplaced;
  }

  /** Pairs out of order; equal values are in order. */
  public static long inversions(int[] values) {
    return Inversions.of(checked(values));
  }

  /** {@code sum |rank(a[i]) - i|}, ranks from 0, equal values with their mean rank. */
  public static double footrule(int[] values) {
    double[] ranks = Ranks.average(Arrays.stream(checked(values)).asDoubleStream().toArray());
    double sum = 0;
    for (int i = 0; i < ranks.length; i++) {
      sum += Math.abs(ranks[i] - 1 - i);
    }
    return sum;
  }

  /**
   * Neighbours in order within the cells of one type, read from left to right as if the others were
   * not there.
   *
   * @param values by position, at least 1
   * @param types the type at each position, any codes, as many as values
   * @param type the type asked for
   * @return NaN where no cell is of the type
   */
  public static double perTypeAscents(int[] values, int[] types, int type) {
    int ascents = -1;
    int last = 0;
    for (int i = 0; i < sameLength(values, types); i++) {
      if (types[i] == type) {
        ascents += ascents < 0 || values[i] >= last ? 1 : 0;
        last = values[i];
      }
    }
    return ascents < 0 ? Double.NaN : ascents;
  }

  private static int sameLength(int[] values, int[] types) {
    Arguments.present("types", types);
    Arguments.require(
        types.length == checked(values).length,
        "types has %d values, values has %d: expected the same length",
        types.length,
        values.length);
    return values.length;
  }

  private static int[] checked(int[] values) {
    Arguments.present("values", values);
    Arguments.require(values.length > 0, "values is empty: expected at least 1 value");
    return values;
  }

  private static double percent(int ascents, int n) {
    return 100.0 * (1 + ascents) / n;
  }

  /** Neighbours in order. */
  public int ascents() {
    return n - 1 - descents;
  }

  /** {@code 100 (1 + ascents) / n}. */
  public double monotonicityPercent() {
    return percent(ascents(), n);
  }

  /** {@code 1 - 4 inversions / (n (n-1))}, which is Kendall's tau of values without repeats. */
  public double tau() {
    return n == 1 ? Double.NaN : 1 - 4.0 * inversions / ((double) n * (n - 1));
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        sortedness of %d cells: %d of %d neighbours in order (%s %%), %d descents
        %d cells misplaced, %d pairs inverted, footrule %s\
        """,
        n,
        ascents(),
        n - 1,
        Digits.of(monotonicityPercent(), 4),
        descents,
        misplaced,
        inversions,
        Digits.of(footrule, 4));
  }

  @Override
  public Table table() {
    return Quantities.of("sortedness")
        .and("descents", descents)
        .and("ascents", ascents())
        .and("monotonicity (%)", monotonicityPercent())
        .and("misplaced", misplaced)
        .and("inversions", (double) inversions)
        .and("tau", tau())
        .and("footrule", footrule)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("cells", Integer.toString(n)));
  }
}
