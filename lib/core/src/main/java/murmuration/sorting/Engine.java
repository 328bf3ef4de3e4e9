package murmuration.sorting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import murmuration.math.Interruption;
import murmuration.math.SplitMix64;
import org.jspecify.annotations.Nullable;

/**
 * Runs an array activation by activation, draw for draw as the model prescribes. Turns in which a
 * cell can do nothing are passed over in one step where a burst holds many of them; that changes no
 * draw.
 */
final class Engine implements Runner {
  private static final int OFTEN = 1 << 20;

  private final Schedule schedule;
  private final ArrayState state;
  private final OpenView open;
  private final SplitMix64 rng;
  private final Ending ending;
  private final Trail trail;
  private final boolean descendingGoal;
  private long activations;
  private long rounds;

  /** Activations at which something besides turns is due. */
  private long wake;

  private final List<TimedPerturbation> perturbations;
  private final List<Disturbance> disturbances = new ArrayList<>();
  private @Nullable Sampler sampler;
  private @Nullable StopReason reason;

  Engine(CellArray array, ArrayState state, SplitMix64 rng, Trail trail) {
    schedule = array.schedule();
    ending = array.ending();
    descendingGoal = array.population().isDescending();
    this.state = state;
    this.rng = rng;
    this.trail = trail;
    perturbations = array.perturbations();
    open = new OpenView(state, rng);
  }

  @Override
  public long activations() {
    return activations;
  }

  @Override
  public long rounds() {
    return rounds;
  }

  @Override
  public List<Disturbance> disturbances() {
    return List.copyOf(disturbances);
  }

  /** Runs with the errors noted at given times. */
  StopReason run(Sampler noted) {
    sampler = noted;
    var end = run();
    noted.finish(errors());
    return end;
  }

  @Override
  public StopReason run() {
    if (!sorted() && state.swaps < ending.maxSwaps() && !wake()) {
      switch (schedule) {
        case Schedule.Uniform() -> {
          if (state.isAll(ArrayState.BUBBLE) && perturbations.isEmpty()) {
            uniformBubble();
          } else {
            uniform();
          }
        }
        case Schedule.Burst(double mean) -> burst(BurstLength.of(mean));
        case Schedule.Shuffled() -> sweep(true);
        case Schedule.Ordered() -> sweep(false);
        case Schedule.Synchronous() -> synchronous();
        case Schedule.Rated(double[] rates) -> rated(new AliasTable(rates));
        case Schedule.Paced(double[] rates) -> rated(new AliasTable(ofEach(rates)));
        case Schedule.Fixed(int[] cells, boolean[] right) -> fixed(cells, right);
      }
    }
    return reason == null ? StopReason.SCHEDULE_END : reason;
  }

  private void uniform() {
    int n = state.n;
    boolean ended = false;
    while (!ended) {
      ended = act(rng.bounded(n));
    }
  }

  /** The same for bubble cells alone, with the stream's state at hand. */
  private void uniformBubble() {
    int n = state.n;
    int[] pos = state.pos;
    byte[] pair = state.pair;
    int[] goal = state.goal;
    long stream = rng.state();
    long turns = activations;
    state.reads -= turns;
    long willing = 0;
    boolean ended = false;
    while (!ended) {
      stream += SplitMix64.GAMMA;
      int x = (int) Math.unsignedMultiplyHigh(SplitMix64.output(stream), n);
      stream += SplitMix64.GAMMA;
      int coin = (int) (SplitMix64.output(stream) >>> 63);
      int p = pos[x];
      int wrong = goal[x];
      willing += ((pair[p] | pair[p + 1]) & wrong) >>> (wrong - 1);
      turns++;
      if ((pair[p + 1 - coin] & wrong) != 0) {
        swap(p, p + 1 - 2 * coin);
        ended = sorted() || capped();
      }
      if (turns >= wake && !ended) {
        activations = turns;
        ended = wake();
      }
    }
    rng.state(stream);
    state.compareAndSwap += willing;
    state.reads += turns;
    activations = turns;
  }

  private void rated(AliasTable table) {
    boolean ended = false;
    while (!ended) {
      ended = act(table.draw(rng));
    }
  }

  private double[] ofEach(double[] rates) {
    return Arrays.stream(state.entry).mapToDouble(entry -> rates[entry]).toArray();
  }

  private void burst(BurstLength lengths) {
    int n = state.n;
    boolean ended = false;
    while (!ended) {
      int x = rng.bounded(n);
      int turns = lengths.next(rng);
      while (turns > 0 && !ended) {
        if (state.isIdle(x)) {
          int passed = (int) Math.min(turns, wake - activations);
          pass(x, passed);
          turns -= passed;
          ended = activations >= wake && wake();
        } else {
          ended = act(x);
          turns--;
        }
      }
    }
  }

  /** Turns of a cell that can do nothing: it still looks, and a bubble cell tosses its coin. */
  private void pass(int x, int turns) {
    activations += turns;
    state.reads += (long) turns * state.idleReads(x);
    if (state.kind[x] == ArrayState.BUBBLE) {
      rng.skip(turns);
    }
  }

  private void sweep(boolean shuffled) {
    int[] order = new int[state.n];
    boolean ended = false;
    while (!ended) {
      Arrays.setAll(order, i -> i);
      if (shuffled) {
        rng.shuffle(order);
      }
      for (int i = 0; i < order.length && !ended; i++) {
        ended = act(order[i]);
      }
    }
  }

  private void fixed(int[] cells, boolean[] right) {
    boolean ended = false;
    for (int i = 0; i < cells.length && !ended; i++) {
      ended = act(cells[i], right[i] ? 0 : 1);
    }
  }

  private void synchronous() {
    int n = state.n;
    int[] targets = new int[n];
    int[] order = new int[n];
    long[] used = new long[n];
    boolean ended = false;
    while (!ended) {
      rounds++;
      for (int x = 0; x < n; x++) {
        targets[x] = target(x);
        order[x] = x;
      }
      rng.shuffle(order);
      for (int x : order) {
        int p = state.pos[x];
        int q = targets[x];
        if (q != ArrayState.STAY && used[p] < rounds && used[q] < rounds) {
          used[p] = rounds;
          used[q] = rounds;
          swap(p, q);
        }
      }
      activations += n;
      ended = sorted() || capped() || (activations >= wake && wake());
    }
  }

  private int target(int x) {
    return switch (state.kind[x]) {
      case ArrayState.BUBBLE -> state.bubble(x, rng.coin());
      case ArrayState.INSERTION -> state.insertion(x);
      case ArrayState.SELECTION -> state.selection(x);
      case ArrayState.OPEN -> open.target(x, -1);
      default -> ArrayState.STAY;
    };
  }

  private boolean act(int x) {
    return after(x, target(x));
  }

  /** One turn with the coin given. */
  private boolean act(int x, int coin) {
    return after(
        x,
        switch (state.kind[x]) {
          case ArrayState.BUBBLE -> state.bubble(x, coin);
          case ArrayState.OPEN -> open.target(x, coin);
          default -> target(x);
        });
  }

  /** Whether the run has ended. */
  private boolean after(int x, int target) {
    activations++;
    if (target != ArrayState.STAY) {
      swap(state.pos[x], target);
      if (sorted() || capped()) {
        return true;
      }
    }
    return activations >= wake && wake();
  }

  private void swap(int p, int q) {
    state.swap(p, q);
    trail.add(p, q, errors(), state.samePairs());
  }

  private int errors() {
    return descendingGoal ? state.ascents() : state.descents();
  }

  private boolean sorted() {
    if (ending.rule() == StopRule.SORTED && errors() == 0 && !isPerturbationAhead()) {
      reason = StopReason.SORTED;
    }
    return reason != null;
  }

  private boolean capped() {
    if (state.swaps >= ending.maxSwaps()) {
      reason = StopReason.MAX_SWAPS;
    }
    return reason != null;
  }

  private boolean wake() {
    Interruption.check("a run of an array");
    while (isPerturbationAhead() && activations >= nextPerturbation()) {
      var perturbation = perturbations.get(disturbances.size()).perturbation();
      disturbances.add(new Disturber(state, rng).apply(perturbation, activations));
    }
    if (sampler != null) {
      sampler.take(activations, errors());
    }
    if (sorted()) {
      return true;
    }
    if (ending.looksForRest() && activations % ending.every() == 0 && atRest()) {
      return true;
    }
    if (activations >= ending.maxActivations()) {
      reason = StopReason.MAX_ACTIVATIONS;
      return true;
    }
    long often = ending.looksForRest() ? ending.every() : OFTEN;
    wake = Math.min((activations / often + 1) * often, ending.maxActivations());
    if (isPerturbationAhead()) {
      wake = Math.min(wake, nextPerturbation());
    }
    if (sampler != null) {
      wake = Math.min(wake, sampler.next());
    }
    return false;
  }

  private boolean isPerturbationAhead() {
    return disturbances.size() < perturbations.size();
  }

  private long nextPerturbation() {
    return perturbations.get(disturbances.size()).activations(state.n);
  }

  private boolean atRest() {
    if (!state.changed || isPerturbationAhead()) {
      return false;
    }
    state.changed = false;
    for (int x = 0; x < state.n; x++) {
      if (stirs(x)) {
        return false;
      }
    }
    reason = ending.rule() == StopRule.QUIESCENT ? StopReason.QUIESCENT : StopReason.NO_SHOULD_MOVE;
    return true;
  }

  private boolean stirs(int x) {
    boolean quiescent = ending.rule() == StopRule.QUIESCENT;
    if (state.kind[x] == ArrayState.OPEN) {
      return quiescent ? open.canAct(x) : open.shouldMove(x);
    }
    return quiescent ? state.canAct(x) : state.shouldMove(x);
  }
}
