package murmuration.sorting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.math.Arguments;
import murmuration.math.SplitMix64;
import murmuration.sorting.measure.SortingCost;
import murmuration.sorting.policy.Algotype;
import murmuration.sorting.policy.Algotypes;
import org.jspecify.annotations.Nullable;

/**
 * An array of cells that sort themselves, each by its own algotype: a description, refined word by
 * word, of the model of Zhang, Goldstein and Levin (2024), Classical sorting algorithms as a model
 * of morphogenesis (arXiv:2401.05375).
 *
 * <pre>{@code
 * var cells = CellArray.of(100).algotypes(Algotypes.BUBBLE, Algotypes.SELECTION);
 * SortingRun one = cells.schedule(Schedule.burst(8)).simulate(1);
 * one.summary();
 * }</pre>
 *
 * <p>Defaults: values 0 to n - 1 in random order, bubble cells, none frozen, ascending order, one
 * random cell at a time; a run ends when sorted, or at rest where cells are frozen or goals
 * conflict, and after a billion activations at the latest. Conflicts, and mixes with frozen cells
 * that may be moved, need never rest: they end after 15,000 swaps at the latest, as in the paper
 * ({@code 1.5 n^2} beyond 100 cells).
 *
 * @param population the cells at the start
 * @param schedule who acts next
 * @param stopping when a run ends
 * @param conventions where the published code can be followed or not
 * @param engine how turns are drawn
 * @param perturbations what is done to the array on the way, by time
 */
public record CellArray(
    Population population,
    Schedule schedule,
    Stopping stopping,
    Conventions conventions,
    EngineKind engine,
    List<TimedPerturbation> perturbations) {
  static final int MOST_CELLS = 10_000;
  private static final long RESTLESS_SWAPS = 15_000;
  private static final double RESTLESS_RATE = 1.5;
  private static final long ACTIVATIONS = 1_000_000_000;

  /** Checks that the schedule has cells of this array only, and that the engine can run it. */
  public CellArray {
    Arguments.present("population", population);
    Arguments.present("schedule", schedule);
    Arguments.present("stopping", stopping);
    Arguments.present("conventions", conventions);
    check(schedule, population.n(), population.mix().algotypes().size());
    if (Arguments.present("engine", engine) == EngineKind.REJECTION_FREE) {
      checkRejectionFree(population, schedule, stopping, conventions);
      Arguments.require(
          Arguments.present("perturbations", perturbations).isEmpty(),
          "perturbations are %d: expected none for the rejection-free engine",
          perturbations.size());
    }
    perturbations =
        Arguments.listed("perturbations", perturbations).stream()
            .sorted(Comparator.comparingDouble(TimedPerturbation::sweeps))
            .toList();
  }

  private static void check(Schedule schedule, int n, int entries) {
    switch (schedule) {
      case Schedule.Rated(double[] rates) ->
          Arguments.require(
              rates.length == n, "rates are %d: expected one for each of %d", rates.length, n);
      case Schedule.Paced(double[] rates) ->
          Arguments.require(
              rates.length == entries,
              "rates are %d: expected one for each of %d algotypes",
              rates.length,
              entries);
      case Schedule.Fixed(int[] cells, boolean[] right) -> {
        int last = Arrays.stream(cells).max().orElse(0);
        Arguments.require(last < n, "the schedule has cell %d: expected 0 to %d", last, n - 1);
      }
      default -> {}
    }
  }

  private static void checkRejectionFree(
      Population population, Schedule schedule, Stopping stopping, Conventions conventions) {
    Arguments.require(
        schedule instanceof Schedule.Uniform || schedule instanceof Schedule.Burst,
        "the schedule is %s: expected uniform or burst for the rejection-free engine",
        schedule);
    var known = List.of(Algotypes.BUBBLE, Algotypes.INSERTION, Algotypes.SELECTION);
    Arguments.require(
        known.containsAll(population.mix().algotypes()),
        "algotypes are %s: expected published ones for the rejection-free engine",
        population.mix());
    Arguments.require(
        stopping.rule() != StopRule.NO_SHOULD_MOVE && stopping.maxActivations() >= ACTIVATIONS,
        "%s: expected another rule and no cap on activations for the rejection-free engine",
        stopping);
    Arguments.require(
        !conventions.peerCompat(),
        "conventions have peerCompat: expected none for the rejection-free engine");
  }

  /** Refuses what is no number of cells. */
  static int size(int n) {
    Arguments.require(n >= 1 && n <= MOST_CELLS, "n is %d: expected 1 to %d cells", n, MOST_CELLS);
    return n;
  }

  /**
   * Values 0 to n - 1.
   *
   * @param n cells, 1 to 10,000
   */
  public static CellArray of(int n) {
    return of(IntStream.range(0, size(n)).toArray());
  }

  /**
   * Given values, which each run shuffles; repeats are allowed.
   *
   * @param values 1 to 10,000
   */
  public static CellArray of(int[] values) {
    return new CellArray(
        new Population(
            values, AlgotypeMix.of(Algotypes.BUBBLE), List.of(), FrozenCells.none(), null),
        Schedule.uniform(),
        new Stopping(null, Long.MAX_VALUE, ACTIVATIONS, 0),
        Conventions.standard(),
        EngineKind.EXACT,
        List.of());
  }

  /** Cells, n. */
  public int n() {
    return population.n();
  }

  /** The same with these algotypes in equal shares. */
  public CellArray algotypes(Algotype... algotypes) {
    return mix(AlgotypeMix.of(algotypes));
  }

  /** The same with this mix of algotypes. */
  public CellArray mix(AlgotypeMix mix) {
    var p = population;
    return with(new Population(p.values(), mix, List.of(), p.frozen(), p.exact()));
  }

  /**
   * The negative control of a mix: every cell keeps its label and follows the mix's first algotype,
   * so that like cells stand together by chance only.
   */
  public CellArray control() {
    return control(population.mix().algotypes().getFirst());
  }

  /** The negative control of a mix, in which all follow this algotype. */
  public CellArray control(Algotype algotype) {
    return mix(population.mix().control(algotype));
  }

  /** The same where the cells of these algotypes want descending order. */
  public CellArray descending(Algotype... algotypes) {
    var p = population;
    var list = Arguments.listed("algotypes", algotypes);
    return with(new Population(p.values(), p.mix(), list, p.frozen(), p.exact()));
  }

  /** The same with this many different random cells frozen. */
  public CellArray frozen(int count, FrozenMode mode) {
    return frozen(new FrozenCells(count, mode, FrozenDraw.DISTINCT));
  }

  /** The same with these cells frozen. */
  public CellArray frozen(FrozenCells frozen) {
    var p = population;
    return with(new Population(p.values(), p.mix(), p.descending(), frozen, p.exact()));
  }

  /** The same from one exact start, of which nothing is drawn. */
  public CellArray start(CellStart start) {
    var p = population;
    int[] values = Arguments.present("start", start).values();
    return with(new Population(values, p.mix(), p.descending(), p.frozen(), start));
  }

  /** The same under another schedule. */
  public CellArray schedule(Schedule value) {
    return new CellArray(population, value, stopping, conventions, engine, perturbations);
  }

  /** The same with another rule of when a run is over. */
  public CellArray stop(StopRule rule) {
    Arguments.present("rule", rule);
    var s = stopping;
    return with(new Stopping(rule, s.maxSwaps(), s.maxActivations(), s.every()));
  }

  /** The same, looking for rest once in this many activations instead of n. */
  public CellArray lookEvery(int activations) {
    var s = stopping;
    Arguments.require(activations >= 1, "activations is %d: expected 1 or more", activations);
    return with(new Stopping(s.rule(), s.maxSwaps(), s.maxActivations(), activations));
  }

  /** The same with a cap on swaps. */
  public CellArray maxSwaps(long swaps) {
    var s = stopping;
    return with(new Stopping(s.rule(), swaps, s.maxActivations(), s.every()));
  }

  /** The same with a cap on activations. */
  public CellArray maxActivations(long activations) {
    var s = stopping;
    return with(new Stopping(s.rule(), s.maxSwaps(), activations, s.every()));
  }

  /** The same with other conventions. */
  public CellArray conventions(Conventions value) {
    return new CellArray(population, schedule, stopping, value, engine, perturbations);
  }

  /**
   * The same with idle turns passed over: every count has the same law, in less time, but a seed
   * gives another run; see {@link EngineKind#REJECTION_FREE}. A run also ends when it is at rest
   * without being sorted; the cap on activations must be as at first.
   *
   * @throws IllegalArgumentException for schedules but uniform and burst, algotypes but the
   *     published ones, {@link StopRule#NO_SHOULD_MOVE}, and {@link Conventions#peerCompat}
   */
  public CellArray rejectionFree() {
    return new CellArray(
        population, schedule, stopping, conventions, EngineKind.REJECTION_FREE, perturbations);
  }

  /**
   * The same with something done to it on the way. The run does not end before the last
   * perturbation, though it be sorted; idle until then.
   *
   * @param sweeps time of it in sweeps, activations over n, 0 or more
   */
  public CellArray perturb(double sweeps, Perturbation perturbation) {
    var more = new ArrayList<>(perturbations);
    more.add(new TimedPerturbation(sweeps, perturbation));
    return new CellArray(population, schedule, stopping, conventions, engine, more);
  }

  /** The start that a run with this seed has. */
  public CellStart start(long seed) {
    return population.draw(new SplitMix64(seed));
  }

  /**
   * One run, with every swap kept.
   *
   * @throws IllegalArgumentException if it makes more than 50 million swaps
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public SortingRun simulate(long seed) {
    var rng = new SplitMix64(seed);
    var start = population.draw(rng);
    var state = state(start);
    var trail = new Trail(true);
    var runner = runner(state, rng, trail);
    var reason = runner.run();
    var cost = cost(state, runner);
    var swaps = new SwapTrail(trail.froms(), trail.tos(), trail.errors(), trail.samePairs());
    return new SortingRun(
        this,
        seed,
        start,
        swaps,
        state.memory,
        cost,
        runner.rounds(),
        reason,
        runner.disturbances());
  }

  /**
   * What the run with this seed takes, without keeping any of it.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public SortingCost cost(long seed) {
    var rng = new SplitMix64(seed);
    var state = state(population.draw(rng));
    var runner = runner(state, rng, Trail.none());
    runner.run();
    return cost(state, runner);
  }

  private static SortingCost cost(ArrayState state, Runner runner) {
    return SortingCost.cells(state.swaps, state.compareAndSwap, state.reads, runner.activations());
  }

  /**
   * Many runs: run i is the one of {@link #simulate} with the seed {@code Rng.seed(seed, i)}.
   *
   * @param runs 1 to 100,000,000
   */
  public CellEnsemble ensemble(int runs) {
    return CellEnsemble.of(this, runs);
  }

  ArrayState state(CellStart start) {
    return new ArrayState(start, population.mix(), population.frozen().mode(), conventions);
  }

  Runner runner(ArrayState state, SplitMix64 rng, Trail trail) {
    if (engine == EngineKind.EXACT) {
      return new Engine(this, state, rng, trail);
    }
    var ending = ending();
    boolean plain = ending.rule() == StopRule.SORTED && !population.isConflict();
    if (plain && schedule instanceof Schedule.Uniform && state.isAll(ArrayState.BUBBLE)) {
      return new PairEngine(state, rng, ending, trail);
    }
    return plain && state.isAll(ArrayState.SELECTION)
        ? new SelectionEngine(this, state, rng, trail)
        : new ActiveEngine(this, state, rng, trail);
  }

  /** When a run of this array ends, with the defaults filled in. */
  Ending ending() {
    boolean conflict = population.isConflict();
    boolean restless = conflict || population.mayBeRestless();
    long cap = stopping.maxSwaps();
    if (restless && cap == Long.MAX_VALUE) {
      cap = Math.max(RESTLESS_SWAPS, (long) (RESTLESS_RATE * n() * n()));
    }
    int every = stopping.every() == 0 ? n() : stopping.every();
    return new Ending(rule(conflict), cap, stopping.maxActivations(), every);
  }

  private @Nullable StopRule rule(boolean conflict) {
    if (stopping.rule() != null || schedule instanceof Schedule.Fixed) {
      return stopping.rule();
    }
    boolean freezes = false;
    for (var timed : perturbations) {
      freezes |= timed.perturbation() instanceof Perturbation.Freeze;
    }
    return conflict || freezes || population.hasFrozen() ? StopRule.QUIESCENT : StopRule.SORTED;
  }

  /** The choices, for provenance. */
  Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    var ending = ending();
    options.put("cells", population.toString());
    options.put("schedule", schedule.toString());
    options.put("stop", String.valueOf(ending.rule()));
    options.put("maxSwaps", Long.toString(ending.maxSwaps()));
    options.put("maxActivations", Long.toString(ending.maxActivations()));
    options.put("lookEvery", Integer.toString(ending.every()));
    options.put("conventions", conventions.toString());
    options.put("engine", engine.toString());
    if (!perturbations.isEmpty()) {
      options.put("perturbations", perturbations.toString());
    }
    return options;
  }

  private CellArray with(Population value) {
    return new CellArray(value, schedule, stopping, conventions, engine, perturbations);
  }

  private CellArray with(Stopping value) {
    return new CellArray(population, schedule, value, conventions, engine, perturbations);
  }
}
