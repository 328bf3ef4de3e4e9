package murmuration.warning.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import murmuration.warning.model.DynamicalModel.Timing;
import murmuration.warning.model.StochasticFlow.Method;

/**
 * A model and what is done to it: an immutable description whose last verb simulates.
 *
 * <pre>{@code
 * var scenario = new MayHarvest().forced(Forcing.linear(0.15, 0.27)).duration(1000).every(2);
 * Simulation one = scenario.simulate(1);
 * Simulations many = scenario.simulate(200, 1);     // on all cores; the first of them is one
 * }</pre>
 *
 * <p>Order of time, with n points of integration {@code step} apart, {@code n = round(duration /
 * step)}: burn-in at the first value of the driver with draws of its own; the state after it is
 * point 0; the step from point i to i + 1 uses the driver at point i and draw i; components below
 * {@link DynamicalModel#floor} are set to it after each step; a shock at a point is part of its
 * state. A linear forcing is {@code p0 + (p1 - p0) i/(n-1)} at point i.
 *
 * @param model the model with its parameters
 * @param parameter the parameter that is driven
 * @param forcing how it is driven
 * @param timing lengths of time, in the model's unit
 * @param start state before burn-in, length d
 * @param method how steps are made; without effect on maps
 * @param shocks jumps of the state
 */
public record Scenario(
    DynamicalModel model,
    String parameter,
    Forcing forcing,
    Timing timing,
    double[] start,
    Method method,
    List<Shock> shocks) {
  private static final long MOST_STEPS = 20_000_000_000L;
  private static final long MOST_NUMBERS = 100_000_000;
  private static final double ROUNDING = 1e-6;

  /**
   * A jump of the state.
   *
   * @param time when, from 0 to the end of the run
   * @param component index of the component, from 0
   * @param by what is added to it
   */
  public record Shock(double time, int component, double by) {
    /** Checks the ranges. */
    public Shock {
      Arguments.within("time", time, 0, Double.MAX_VALUE);
      Arguments.require(component >= 0, "component is %d: expected 0 or more", component);
      Arguments.require(Double.isFinite(by), "by is %s: expected a finite number", by);
    }
  }

  /** Checks that all fits together, and keeps its own copies. */
  public Scenario {
    Arguments.present("model", model);
    Arguments.present("forcing", forcing);
    Arguments.present("timing", timing);
    Arguments.present("method", method);
    Arguments.finite("start", start, 1);
    shocks = Arguments.listed("shocks", shocks);
    int d = model.initial().length;
    Arguments.require(start.length == d, "start has %d values: expected %d", start.length, d);
    start = start.clone();
    check(timing, model);
    double last = timing.step() * (Math.rint(timing.duration() / timing.step()) - 1);
    Arguments.present(
        "model",
        model.with(parameter, forcing.at(0, last)).with(parameter, forcing.at(last, last)));
    for (Shock shock : shocks) {
      Arguments.require(
          shock.component() < d && shock.time() <= last,
          "shock of component %d at time %s: expected one of %d components, until time %s",
          shock.component(),
          shock.time(),
          d,
          last);
    }
  }

  private static void check(Timing timing, DynamicalModel model) {
    double points = timing.duration() / timing.step();
    Arguments.require(
        Math.rint(points) >= 2,
        "duration %s has %s steps of %s: expected at least 2",
        timing.duration(),
        points,
        timing.step());
    double steps = points + timing.burnIn() / timing.step();
    Arguments.require(
        steps <= MOST_STEPS, "a run has %s steps: expected at most %d", steps, MOST_STEPS);
    double stride = timing.every() / timing.step();
    Arguments.require(
        Math.abs(stride - Math.rint(stride)) <= ROUNDING * stride
            && Math.rint(stride) >= 1
            && stride <= Integer.MAX_VALUE,
        "every is %s, %s steps of %s: expected a whole number of steps, up to 2^31 - 1",
        timing.every(),
        stride,
        timing.step());
    Arguments.require(
        stride <= points,
        "every is %s: expected at most the duration %s",
        timing.every(),
        timing.duration());
    Arguments.require(
        model instanceof StochasticFlow || timing.step() == 1,
        "step is %s: expected 1, the step of a map",
        timing.step());
  }

  static Scenario of(DynamicalModel model, String parameter, Forcing forcing) {
    Method method = model instanceof StochasticFlow flow ? flow.method() : Method.EULER_MARUYAMA;
    return new Scenario(
        model, parameter, forcing, model.timing(), model.initial(), method, List.of());
  }

  /** The same for another length of time. */
  public Scenario duration(double time) {
    return with(new Timing(time, timing.step(), timing.burnIn(), timing.every()));
  }

  /**
   * The same with another step of integration. Samples are as far apart as before, which must be a
   * whole number of steps (see {@link #every(double, int)}), or a step where the step is longer.
   */
  public Scenario step(double time) {
    double every = Math.max(time, timing.every());
    return with(new Timing(timing.duration(), time, timing.burnIn(), every));
  }

  /** The same with another time before the run, 0 for none. */
  public Scenario burnIn(double time) {
    return with(new Timing(timing.duration(), timing.step(), time, timing.every()));
  }

  /** The same, sampled at another interval, a whole number of steps. */
  public Scenario every(double time) {
    return with(new Timing(timing.duration(), timing.step(), timing.burnIn(), time));
  }

  /** The same, sampled at another interval, with this many steps of integration in each. */
  public Scenario every(double time, int steps) {
    Arguments.require(steps >= 1, "steps is %d: expected at least 1", steps);
    return with(new Timing(timing.duration(), time / steps, timing.burnIn(), time));
  }

  /** The same, sampled at every step. */
  public Scenario everyStep() {
    return every(timing.step());
  }

  /** The same from another state, length d, before burn-in. */
  public Scenario from(double... state) {
    return new Scenario(model, parameter, forcing, timing, state, method, shocks);
  }

  /** The same with steps made in another way. */
  public Scenario method(Method other) {
    return new Scenario(model, parameter, forcing, timing, start, other, shocks);
  }

  /** The same with one more jump, of the first component of the state. */
  public Scenario shock(double time, double by) {
    return shock(time, 0, by);
  }

  /** The same with one more jump of a component of the state, counted from 0. */
  public Scenario shock(double time, int component, double by) {
    var more = new ArrayList<>(shocks);
    more.add(new Shock(time, component, by));
    return new Scenario(model, parameter, forcing, timing, start, method, more);
  }

  private Scenario with(Timing other) {
    return new Scenario(model, parameter, forcing, other, start, method, shocks);
  }

  @Override
  public double[] start() {
    return start.clone();
  }

  /** Points of integration, n. */
  public long points() {
    return Math.round(timing.duration() / timing.step());
  }

  /** Steps of integration from one sample to the next. */
  public int stride() {
    return (int) Math.rint(timing.every() / timing.step());
  }

  /** Steps of burn-in. */
  public long burnInSteps() {
    return Math.round(timing.burnIn() / timing.step());
  }

  /**
   * Samples of a run.
   *
   * @throws IllegalArgumentException for more than 1e8, which no run gives
   */
  public int samples() {
    long samples = (points() - 1) / stride() + 1;
    require(samples);
    return (int) samples;
  }

  /** Times of the samples, from 0. */
  public double[] times() {
    double[] times = new double[samples()];
    Arrays.setAll(times, k -> (double) k * stride() * timing.step());
    return times;
  }

  /** The driven parameter at the samples. */
  public double[] drive() {
    double last = (points() - 1) * timing.step();
    return Arrays.stream(times()).map(t -> forcing.at(t, last)).toArray();
  }

  /**
   * The first critical value of the driver that ends the regime which a run begins in, as {@link
   * DynamicalModel#ends} finds it; empty where the driver passes none.
   */
  public Optional<CriticalPoint> tipping() {
    return Tipping.of(this).map(Tipping::point);
  }

  /**
   * The time of the first point of integration at which the driver is at or beyond {@link
   * #tipping}; NaN where there is none. The state may follow later, or, with noise, may have gone
   * before.
   */
  public double transition() {
    return Tipping.of(this).map(Tipping::time).orElse(Double.NaN);
  }

  /**
   * One run.
   *
   * @param seed seed of the random numbers; the run is number 0 of {@link #simulate(int, long)}
   * @throws IllegalArgumentException for a run that leaves the finite numbers, as it may with too
   *     long a step
   */
  public Simulation simulate(long seed) {
    return run(seed, 0);
  }

  /**
   * Independent runs, on all cores; the same for a seed whatever the number of threads.
   *
   * @param runs number of runs, at least 1
   * @param seed seed of the random numbers
   * @throws IllegalArgumentException as {@link #simulate(long)}, and for more than 1e8 numbers
   */
  public Simulations simulate(int runs, long seed) {
    Arguments.require(runs >= 1, "runs is %d: expected at least 1", runs);
    require((double) runs * samples() * start.length);
    return new Simulations(this, seed, Parallel.map("simulation", runs, index -> run(seed, index)));
  }

  /**
   * The run that given normals make: to repeat a run of another program.
   *
   * @param burnIn standard normal numbers of each step of burn-in, each of length d
   * @param normals the same for each point, n rows; the last is not used
   */
  public Simulation simulate(double[][] burnIn, double[][] normals) {
    rows("burnIn", burnIn, burnInSteps());
    rows("normals", normals, points());
    require(samples() * (double) start.length);
    double[] values = new Path(this, new Given(burnIn), new Given(normals)).values();
    return new Simulation(this, values, provenance());
  }

  private void rows(String name, double[][] rows, long expected) {
    Arguments.present(name, rows);
    Arguments.require(
        rows.length == expected, "%s has %d rows: expected %d", name, rows.length, expected);
    for (double[] row : rows) {
      Arguments.finite("a row of " + name, row, start.length);
    }
  }

  private Simulation run(long seed, int index) {
    require(samples() * (double) start.length);
    RandomGenerator random = Rng.of(seed, index);
    Path.Normals drawn =
        z -> {
          for (int j = 0; j < z.length; j++) {
            z[j] = random.nextGaussian();
          }
        };
    return new Simulation(this, new Path(this, drawn, drawn).values(), provenance().seed(seed));
  }

  private static void require(double numbers) {
    Arguments.require(
        numbers <= MOST_NUMBERS,
        "the samples are %s numbers: expected at most %d; take a longer interval (every)",
        numbers,
        MOST_NUMBERS);
  }

  private static final class Given implements Path.Normals {
    private final double[][] rows;
    private int next;

    Given(double[][] rows) {
      this.rows = rows;
    }

    @Override
    public void next(double[] z) {
      System.arraycopy(rows[next++], 0, z, 0, z.length);
    }
  }

  /** Model, driver and timing, in one line. */
  public String words() {
    String parameters =
        model.parameters().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(parameter))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return model.getClass().getSimpleName()
        + " with "
        + parameter
        + " "
        + forcing.words()
        + " ("
        + parameters
        + ")";
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("model", words());
    options.put("duration", Double.toString(timing.duration()));
    options.put("step", Double.toString(timing.step()));
    options.put("burn-in", Double.toString(timing.burnIn()));
    options.put("every", Double.toString(timing.every()));
    options.put("start", Arrays.toString(start));
    if (model instanceof StochasticFlow) {
      options.put("method", method.toString());
    }
    if (!shocks.isEmpty()) {
      options.put("shocks", shocks.toString());
    }
    return Provenance.of(options);
  }
}
