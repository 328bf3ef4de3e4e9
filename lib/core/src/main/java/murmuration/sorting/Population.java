package murmuration.sorting;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.SplitMix64;
import murmuration.sorting.policy.Algotype;
import org.jspecify.annotations.Nullable;

/**
 * The cells that an array starts with: drawn at random for each run, or the same in all.
 *
 * @param values the values that are shuffled, length n
 * @param mix the algotypes that are shuffled
 * @param descending the algotypes whose cells want descending order
 * @param frozen how many cells are frozen, and how
 * @param exact the start where it is given and nothing is drawn, or null
 */
public record Population(
    int[] values,
    AlgotypeMix mix,
    List<Algotype> descending,
    FrozenCells frozen,
    @Nullable CellStart exact) {
  /** Checks that the parts fit, and keeps its own copies. */
  public Population {
    CellArray.size(Arguments.present("values", values).length);
    Arguments.present("mix", mix);
    Arguments.present("frozen", frozen);
    descending = Arguments.listed("descending", descending);
    for (Algotype algotype : descending) {
      Arguments.require(
          mix.algotypes().contains(algotype),
          "descending has %s: expected one of %s",
          algotype.name(),
          mix);
    }
    Arguments.require(
        frozen.draw() == FrozenDraw.WITH_REPLACEMENT || frozen.count() <= values.length,
        "frozen cells are %d: expected at most n = %d",
        frozen.count(),
        values.length);
    Arguments.require(
        frozen.count() <= CellArray.MOST_CELLS,
        "frozen cells are %d draws: expected at most %d",
        frozen.count(),
        CellArray.MOST_CELLS);
    values = values.clone();
    if (exact != null) {
      Arguments.require(
          exact.n() == values.length,
          "start has %d cells: expected n = %d",
          exact.n(),
          values.length);
      for (int type : exact.types()) {
        Arguments.require(
            type < mix.algotypes().size(),
            "start has type %d: expected an entry of %s, from 0",
            type,
            mix);
      }
    }
  }

  @Override
  public int[] values() {
    return values.clone();
  }

  /** Cells, n. */
  public int n() {
    return values.length;
  }

  /** Whether some cells want descending and others ascending order. */
  public boolean isConflict() {
    if (exact == null) {
      return !descending.isEmpty() && !descending.containsAll(mix.algotypes());
    }
    boolean[] goals = exact.descending();
    return IntStream.range(1, goals.length).anyMatch(i -> goals[i] != goals[0]);
  }

  /** Whether all cells want descending order. */
  public boolean isDescending() {
    return exact == null
        ? descending.containsAll(mix.algotypes())
        : !isConflict() && exact.descending()[0];
  }

  /** Whether some cells are frozen from the start. */
  public boolean hasFrozen() {
    if (exact == null) {
      return frozen.count() > 0;
    }
    boolean[] cells = exact.frozen();
    return IntStream.range(0, cells.length).anyMatch(i -> cells[i]);
  }

  /**
   * Whether cells of one goal might still go on for ever: a selection cell that a frozen one pushed
   * past its place and a bubble cell can displace each other without end.
   */
  boolean mayBeRestless() {
    return !mix.isUniform() && hasFrozen() && frozen.mode() == FrozenMode.MOVABLE;
  }

  /**
   * Draws a start: shuffles the values, then the algotypes, then draws the frozen cells, in this
   * order from one stream. An exact start draws nothing.
   */
  CellStart draw(SplitMix64 rng) {
    if (exact != null) {
      return exact;
    }
    int[] drawn = values.clone();
    rng.shuffle(drawn);
    int entries = mix.algotypes().size();
    int[] types = new int[drawn.length];
    Arrays.setAll(types, i -> i % entries);
    rng.shuffle(types);
    boolean[] down = new boolean[drawn.length];
    for (int i = 0; i < down.length && !descending.isEmpty(); i++) {
      down[i] = descending.contains(mix.algotypes().get(types[i]));
    }
    return new CellStart(drawn, types, down, drawFrozen(rng));
  }

  private boolean[] drawFrozen(SplitMix64 rng) {
    boolean[] cells = new boolean[values.length];
    int missing = frozen.count();
    while (missing > 0) {
      int id = rng.bounded(cells.length);
      missing -= frozen.draw() == FrozenDraw.WITH_REPLACEMENT || !cells[id] ? 1 : 0;
      cells[id] = true;
    }
    return cells;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Population that
        && Arrays.equals(values, that.values)
        && mix.equals(that.mix)
        && descending.equals(that.descending)
        && frozen.equals(that.frozen)
        && Objects.equals(exact, that.exact);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(values), mix, descending, frozen, exact);
  }

  /** The cells in words; a hash stands for values that are not 0 to n - 1. */
  @Override
  public String toString() {
    boolean plain = IntStream.range(0, values.length).allMatch(i -> values[i] == i);
    String what =
        exact != null
            ? exact.toString()
            : values.length
                + " cells"
                + (plain ? "" : " of values " + Integer.toHexString(Arrays.hashCode(values)));
    String goals =
        descending.isEmpty()
            ? ""
            : ", descending " + String.join(", ", descending.stream().map(Algotype::name).toList());
    return what + ", " + mix + goals + ", frozen " + frozen;
  }
}
