package murmuration.sorting.measure;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * What a sort cost, by every way of counting. The published comparison (Fig. 4B of Zhang, Goldstein
 * and Levin 2024) sets comparisons + swaps of the traditional sorts beside the steps of cells,
 * which are turns in which a cell has reason to move: idle turns and the reads of insertion's
 * prefix are free. {@link #published()} counts so, {@link #everyRead()} counts all.
 *
 * @param view whether cells act or one hand does
 * @param swaps swaps made
 * @param compareAndSwap turns in which a cell has reason to move; 0 for the traditional sorts
 * @param reads values read of other cells, idle turns included (bubble 1 a turn, insertion the
 *     scanned prefix and 1 more, selection 1); for the traditional sorts one a comparison
 * @param activations turns, idle ones included; 0 for the traditional sorts
 */
public record SortingCost(View view, long swaps, long compareAndSwap, long reads, long activations)
    implements Result {
  /** Who sorts. */
  public enum View {
    /** Each cell acts by itself. */
    CELL,
    /** One algorithm moves all. */
    TRADITIONAL
  }

  /** Refuses negative counts. */
  public SortingCost {
    Arguments.present("view", view);
    counted("swaps", swaps);
    counted("compareAndSwap", compareAndSwap);
    counted("reads", reads);
    counted("activations", activations);
  }

  private static void counted(String name, long count) {
    Arguments.require(count >= 0, "%s is %d: expected 0 or more", name, count);
  }

  /** The cost of cells that sort themselves. */
  public static SortingCost cells(long swaps, long compareAndSwap, long reads, long activations) {
    return new SortingCost(View.CELL, swaps, compareAndSwap, reads, activations);
  }

  /** The cost of a traditional sort. */
  public static SortingCost traditional(long swaps, long comparisons) {
    return new SortingCost(View.TRADITIONAL, swaps, 0, comparisons, 0);
  }

  /** Fig. 4B's "swapping and reading steps": compareAndSwap of cells, else comparisons + swaps. */
  public double published() {
    return view == View.CELL ? compareAndSwap : everyRead();
  }

  /** Reads and swaps, nothing left out. */
  public double everyRead() {
    return (double) reads + swaps;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        cost (%s view): %d swaps, %.0f steps as published
        %.0f reads and swaps, %d activations\
        """,
        view.name().toLowerCase(Locale.ROOT),
        swaps,
        published(),
        everyRead(),
        activations);
  }

  @Override
  public Table table() {
    return Quantities.of("cost")
        .and("swaps", (double) swaps)
        .and("steps as published", published())
        .and("reads", (double) reads)
        .and("reads and swaps", everyRead())
        .and("activations", (double) activations)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("view", view.name()));
  }
}
