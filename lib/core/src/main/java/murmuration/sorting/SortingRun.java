package murmuration.sorting;

import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.BarAnimation;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sorting.measure.Aggregation;
import murmuration.sorting.measure.DelayedGratification;
import murmuration.sorting.measure.Sortedness;
import murmuration.sorting.measure.SortingCost;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * One run of a {@link CellArray}, with every swap.
 *
 * @param array what was run
 * @param seed the seed of all its chance
 * @param start its start
 * @param trail its swaps
 * @param memory what each cell remembers at the end, by its number: the ideal position of a
 *     selection cell
 * @param cost what it took
 * @param rounds rounds of a synchronous schedule, else 0
 * @param end why it ended
 * @param disturbances what was done to it on the way
 */
public record SortingRun(
    CellArray array,
    long seed,
    CellStart start,
    SwapTrail trail,
    int[] memory,
    SortingCost cost,
    long rounds,
    StopReason end,
    List<Disturbance> disturbances)
    implements Charted {
  private static final int MOST_POINTS = 1500;

  /** Keeps its own copy. */
  public SortingRun {
    Arguments.present("array", array);
    Arguments.present("start", start);
    Arguments.present("trail", trail);
    memory = Arguments.present("memory", memory).clone();
    Arguments.present("cost", cost);
    Arguments.present("end", end);
    disturbances = Arguments.listed("disturbances", disturbances);
    Arguments.require(
        start.n() == array.n() && memory.length == array.n(),
        "start has %d cells, memory %d: expected n = %d",
        start.n(),
        memory.length,
        array.n());
  }

  @Override
  public int[] memory() {
    return memory.clone();
  }

  /** Swaps made. */
  public int swaps() {
    return trail.size();
  }

  /**
   * The array after {@code swaps} swaps, 0 to all, and after what was done to it before the next.
   */
  public CellState state(int swaps) {
    return replay().forward(swaps);
  }

  /** Walks along the run from its start. */
  Replay replay() {
    return new Replay(this);
  }

  /** The array at the end. */
  public CellState last() {
    return state(swaps());
  }

  /** Neighbours out of order at the end. */
  public int finalErrors() {
    return errors(last().values());
  }

  private int startErrors() {
    return errors(start.values());
  }

  private int errors(int[] values) {
    return array.population().isDescending()
        ? Sortedness.descending(values).descents()
        : Sortedness.descents(values);
  }

  /** Delayed gratification of the run's errors. */
  public DelayedGratification gratification() {
    return DelayedGratification.of(trail.errors());
  }

  /** Share of sortedness before the first and after every swap, {@code 100 (n - errors) / n}. */
  public double[] percent() {
    int[] errors = trail.errors();
    return series(i -> 100.0 * (array.n() - (i == 0 ? startErrors() : errors[i - 1])) / array.n());
  }

  /** Aggregation before the first and after every swap, pairs of like neighbours over cells. */
  public double[] aggregation() {
    int[] same = trail.samePairs();
    int first = Aggregation.samePairs(state(0).types());
    return series(i -> (double) (i == 0 ? first : same[i - 1]) / array.n());
  }

  private double[] series(IntToDoubleFunction value) {
    return IntStream.rangeClosed(0, swaps()).mapToDouble(value).toArray();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s
        schedule %s, seed %d: ended %s
        %d swaps, %d compare-and-swap steps, %d reads, %d activations (%s sweeps)
        neighbours out of order: %d at first, %d at the end
        delayed gratification %s\
        """,
        array.population(),
        array.schedule(),
        seed,
        end,
        cost.swaps(),
        cost.compareAndSwap(),
        cost.reads(),
        cost.activations(),
        Digits.of((double) cost.activations() / array.n(), 4),
        startErrors(),
        finalErrors(),
        Digits.of(gratification().value(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("one run")
        .and("swaps", (double) cost.swaps())
        .and("compare-and-swap steps", (double) cost.compareAndSwap())
        .and("reads", (double) cost.reads())
        .and("activations", (double) cost.activations())
        .and("errors at the start", startErrors())
        .and("errors at the end", finalErrors())
        .and("delayed gratification", gratification().value())
        .table();
  }

  /** One row a swap: its number from 1, both positions, errors and like pairs after it. */
  public Table swapTable() {
    return Table.create(
        "swaps",
        IntColumn.create("swap", IntStream.rangeClosed(1, swaps())),
        IntColumn.create("from", trail.from()),
        IntColumn.create("to", trail.to()),
        IntColumn.create("errors", trail.errors()),
        IntColumn.create("same pairs", trail.samePairs()));
  }

  /** Sortedness against swaps, and aggregation below it where there are several labels. */
  @Override
  public Figure chart() {
    double[] x = thin(IntStream.rangeClosed(0, swaps()).asDoubleStream().toArray());
    var sorted = Panel.of("Swaps", "Sortedness (%)").line("", x, thin(percent()));
    if (array.population().mix().isOneLabel()) {
      return Figure.of(sorted);
    }
    return Figure.column(sorted, Panel.of("Swaps", "Aggregation").line("", x, thin(aggregation())));
  }

  /**
   * The whole run at a glance: positions upwards, swaps from left to right, coloured by value, and
   * by label below where there are several.
   */
  public Figure raster() {
    return RunRaster.of(this);
  }

  /** The run as a picture that moves, of 60 frames in 10 s. */
  public BarAnimation animation() {
    return animation(60, 10);
  }

  /**
   * The run as a picture that moves.
   *
   * @param frames states shown, at equal numbers of swaps, 2 to 1000
   * @param seconds how long it takes, 0.5 to 600
   */
  public BarAnimation animation(int frames, double seconds) {
    return RunRaster.animation(this, frames, seconds);
  }

  private static double[] thin(double[] series) {
    int points = Math.min(series.length, MOST_POINTS);
    return IntStream.range(0, points)
        .mapToDouble(i -> series[(int) ((long) i * (series.length - 1) / Math.max(1, points - 1))])
        .toArray();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(array.options()).seed(seed);
  }
}
