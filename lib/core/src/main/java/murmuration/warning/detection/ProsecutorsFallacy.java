package murmuration.warning.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Kendall;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Window;
import murmuration.warning.model.MayHarvest;
import murmuration.warning.model.Scenario;

/**
 * What choosing records because they collapsed does to their indicators, where no bifurcation is
 * approached at all: a system with two states and nothing that changes but noise is run many times;
 * from the runs that noise happened to carry over the edge, the stretch before the passage is taken
 * as one takes a historical record, from the others a stretch at a fixed time (Boettiger and
 * Hastings 2012, Early warning signals and the prosecutor's fallacy, Proc. R. Soc. B 279:4734). To
 * read a rise in a record that was chosen for its collapse as evidence of an approaching
 * bifurcation is to take the probability of the evidence given innocence for that of innocence
 * given the evidence.
 *
 * <pre>{@code
 * SelectionBias bias = ProsecutorsFallacy.ofMayHarvest().runs(4000).seed(1).run();
 * bias.roc("variance").auc();     // 0.5 would be no bias
 * }</pre>
 *
 * @param scenario the model and its run: no forcing, equal samples
 * @param level the first component has collapsed where a sample lies beyond this level, seen from
 *     where the run starts
 * @param stretch samples in a stretch: those right before the passage
 * @param earliest first sample at which a passage counts, at least {@code stretch}; runs that pass
 *     before it are left out of both groups
 * @param control first sample of the stretch of runs that did not pass
 * @param window window that slides along a stretch
 * @param indicators what is measured in it; its trend is Kendall's tau
 * @param runs number of runs
 * @param seed seed of the random numbers
 */
public record ProsecutorsFallacy(
    Scenario scenario,
    double level,
    int stretch,
    int earliest,
    int control,
    Window window,
    List<Indicator> indicators,
    int runs,
    long seed) {
  private static final int MOST = 1_000_000;

  /** Checks that the stretches lie within the run. */
  public ProsecutorsFallacy {
    Arguments.present("scenario", scenario);
    Arguments.require(Double.isFinite(level), "level is %s: expected a finite number", level);
    int samples = scenario.samples();
    double[] drive = scenario.drive();
    Arguments.require(
        Arrays.stream(drive).allMatch(v -> v == drive[0]),
        "scenario is forced, %s %s: expected one that nothing but noise moves, such as unforced()",
        scenario.parameter(),
        scenario.forcing().words());
    Arguments.require(
        stretch >= 4 && stretch <= samples, "stretch is %d: expected 4 to %d", stretch, samples);
    Arguments.require(
        earliest >= stretch && earliest < samples,
        "earliest is %d: expected %d to %d",
        earliest,
        stretch,
        samples - 1);
    Arguments.require(
        control >= 0 && control <= samples - stretch,
        "control is %d: expected 0 to %d",
        control,
        samples - stretch);
    Arguments.present("window", window);
    indicators = Arguments.listed("indicators", indicators);
    Arguments.require(!indicators.isEmpty(), "indicators is empty: expected at least 1");
    Arguments.require(runs >= 2 && runs <= MOST, "runs is %d: expected 2 to %d", runs, MOST);
  }

  /**
   * The experiment on harvested logistic growth: h = 0.24 (the fold is at 0.2604), sigma = 0.045,
   * 600 samples 1 apart from 0.6 on, collapse below 0.2; stretches of 100 samples, for passages
   * from sample 110 on, control from sample 300 on; window of 50; variance and acf at lag 1; 4000
   * runs. About a third of the runs collapse.
   */
  public static ProsecutorsFallacy ofMayHarvest() {
    var model = new MayHarvest(1, 1, 0.1, 0.24, 0.045);
    var scenario = model.unforced().burnIn(0).from(0.6).step(0.05).every(1).duration(600);
    return new ProsecutorsFallacy(
        scenario,
        0.2,
        100,
        110,
        300,
        Window.points(50),
        List.of(Indicators.VARIANCE, Indicators.acf(1)),
        4000,
        1);
  }

  /**
   * The experiment on another model: stretches of a sixth of the run, control in its middle, window
   * of half a stretch.
   *
   * @param scenario a run without forcing, at least 24 samples
   * @param level where the first component has collapsed
   */
  public static ProsecutorsFallacy of(Scenario scenario, double level) {
    int samples = Arguments.present("scenario", scenario).samples();
    Arguments.require(samples >= 24, "scenario has %d samples: expected at least 24", samples);
    int stretch = samples / 6;
    return new ProsecutorsFallacy(
        scenario,
        level,
        stretch,
        stretch,
        samples / 2,
        Window.fraction(0.5),
        List.of(Indicators.VARIANCE, Indicators.acf(1)),
        4000,
        1);
  }

  /** The same with this many runs. */
  public ProsecutorsFallacy runs(int count) {
    return new ProsecutorsFallacy(
        scenario, level, stretch, earliest, control, window, indicators, count, seed);
  }

  /** The same with another seed. */
  public ProsecutorsFallacy seed(long value) {
    return new ProsecutorsFallacy(
        scenario, level, stretch, earliest, control, window, indicators, runs, value);
  }

  /** The same with another window. */
  public ProsecutorsFallacy window(Window value) {
    return new ProsecutorsFallacy(
        scenario, level, stretch, earliest, control, value, indicators, runs, seed);
  }

  /** The same with other indicators. */
  public ProsecutorsFallacy indicators(Indicator... values) {
    return new ProsecutorsFallacy(
        scenario,
        level,
        stretch,
        earliest,
        control,
        window,
        Arguments.listed("indicators", values),
        runs,
        seed);
  }

  /**
   * Runs the experiment on all cores; the same for a seed whatever the number of threads.
   *
   * @throws IllegalArgumentException where no run collapses in time, or all do
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public SelectionBias run() {
    List<Fate> fates = Parallel.map("prosecutor's fallacy", runs, i -> fate(Rng.seed(seed, i)));
    int collapsed = (int) fates.stream().filter(Fate::collapsed).count();
    List<Roc> bySurvivors = new ArrayList<>();
    List<Roc> byAll = new ArrayList<>();
    for (int k = 0; k < indicators.size(); k++) {
      String name = indicators.get(k).name();
      double[] before = taus(fates, k, f -> f.before, f -> true);
      bySurvivors.add(roc(name, taus(fates, k, f -> f.standing, f -> !f.collapsed), before));
      byAll.add(roc(name, taus(fates, k, f -> f.standing, f -> true), before));
    }
    return new SelectionBias(this, collapsed, bySurvivors, byAll);
  }

  private Roc roc(String name, double[] nulls, double[] events) {
    Arguments.require(
        nulls.length > 0 && events.length > 0,
        "of %d runs %d collapsed with a stretch before it and %d stood with a stretch to compare:"
            + " expected some of both; change level, noise or duration",
        runs,
        events.length,
        nulls.length);
    return Roc.of(name, nulls, events);
  }

  private static double[] taus(
      List<Fate> fates, int k, Function<Fate, double[]> which, Predicate<Fate> of) {
    return fates.stream()
        .filter(of)
        .map(which)
        .filter(taus -> taus.length > 0 && !Double.isNaN(taus[k]))
        .mapToDouble(taus -> taus[k])
        .toArray();
  }

  private Fate fate(long runSeed) {
    double[] x = scenario.simulate(runSeed).state();
    boolean above = x[0] > level;
    int passage = 0;
    while (passage < x.length && (above ? x[passage] >= level : x[passage] <= level)) {
      passage++;
    }
    boolean collapsed = passage < x.length;
    double[] none = new double[0];
    return new Fate(
        collapsed,
        collapsed && passage >= earliest ? trends(x, passage - stretch) : none,
        passage >= control + stretch ? trends(x, control) : none);
  }

  private double[] trends(double[] x, int from) {
    double[] part = Arrays.copyOfRange(x, from, from + stretch);
    return indicators.stream().mapToDouble(i -> Kendall.tau(i.rolling(part, window))).toArray();
  }

  /** What became of one run: its taus before the passage, and those of the control stretch. */
  private record Fate(boolean collapsed, double[] before, double[] standing) {}

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("scenario", scenario.words());
    options.put("level", Double.toString(level));
    options.put("stretch", stretch + " samples before a passage from sample " + earliest + " on");
    options.put("control", "samples from " + control + " on");
    options.put("window", window.toString());
    options.put("indicators", indicators.toString());
    options.put("runs", Integer.toString(runs));
    return Provenance.of(options).seed(seed);
  }
}
