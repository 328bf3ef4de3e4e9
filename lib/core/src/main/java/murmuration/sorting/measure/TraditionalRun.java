package murmuration.sorting.measure;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.Table;

/**
 * What a {@link TraditionalSort} did.
 *
 * @param sort the sort
 * @param values the array at the end, by position; in order unless cells were frozen
 * @param descentsAfterSwap the descents of the array after every swap
 * @param comparisons comparisons of two values
 */
public record TraditionalRun(
    TraditionalSort sort, int[] values, int[] descentsAfterSwap, long comparisons)
    implements Result {
  /** Keeps its own copies. */
  public TraditionalRun {
    Arguments.present("sort", sort);
    values = Arguments.present("values", values).clone();
    Arguments.require(values.length > 0, "values is empty: expected at least 1 value");
    descentsAfterSwap = Arguments.present("descentsAfterSwap", descentsAfterSwap).clone();
    Arguments.require(comparisons >= 0, "comparisons is %d: expected 0 or more", comparisons);
  }

  /** The array at the end. */
  @Override
  public int[] values() {
    return values.clone();
  }

  /** The error series. */
  @Override
  public int[] descentsAfterSwap() {
    return descentsAfterSwap.clone();
  }

  /** Swaps made; refused ones do not count. */
  public int swaps() {
    return descentsAfterSwap.length;
  }

  /** Descents at the end. */
  public int descents() {
    return Sortedness.descents(values);
  }

  /** Delayed gratification of the error series. */
  public DelayedGratification gratification() {
    return DelayedGratification.of(descentsAfterSwap);
  }

  /** What it took. */
  public SortingCost cost() {
    return SortingCost.traditional(swaps(), comparisons);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        traditional %s sort of %d cells: %d swaps, %d comparisons
        descents at the end %d, delayed gratification %s\
        """,
        sort.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        values.length,
        swaps(),
        comparisons,
        descents(),
        Digits.of(gratification().value(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("traditional sort")
        .and("swaps", swaps())
        .and("comparisons", (double) comparisons)
        .and("descents at the end", descents())
        .and("delayed gratification", gratification().value())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("sort", sort.name(), "cells", Integer.toString(values.length)));
  }
}
