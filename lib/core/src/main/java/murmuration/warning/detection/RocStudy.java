package murmuration.warning.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.sweep.Parallel;
import murmuration.warning.Detrend;
import murmuration.warning.EarlyWarning;
import murmuration.warning.Indicator;
import murmuration.warning.Indicators;
import murmuration.warning.Rolling;
import murmuration.warning.Trend;
import murmuration.warning.Window;

/**
 * How often indicators tell runs towards a transition from runs without one: every run of two sets
 * goes through the same detrending, window, indicators and trend as a record would, and each
 * indicator's trends give a ROC curve.
 *
 * <pre>{@code
 * RocComparison curves =
 *     RocStudy.of(nullRuns, runsTowardsATransition)
 *         .detrend(Detrend.gaussian(0.25))
 *         .window(0.5)
 *         .indicators(Indicators.VARIANCE, Indicators.AC1)
 *         .run();
 * }</pre>
 *
 * <p>Defaults are those of {@link EarlyWarning}; {@link #like} takes them over from a study of a
 * record. Cut the runs before the transition, and the null runs at the same length: a longer run
 * has steeper trends by chance. An area is a property of model, length and settings, not of an
 * indicator.
 *
 * @param nulls runs without a transition, each at equal steps
 * @param events runs towards a transition, each at equal steps
 * @param detrend how the slow trend is taken out of each
 * @param window the window that slides
 * @param indicators what is measured in it
 * @param trend how the rise of an indicator is measured
 */
public record RocStudy(
    List<TimeSeries> nulls,
    List<TimeSeries> events,
    Detrend detrend,
    Window window,
    List<Indicator> indicators,
    Trend trend) {
  /** Checks that nothing is missing and that no indicator is named twice. */
  public RocStudy {
    nulls = runs("nulls", nulls);
    events = runs("events", events);
    Arguments.present("detrend", detrend);
    Arguments.present("window", window);
    Arguments.present("trend", trend);
    indicators = Arguments.listed("indicators", indicators);
    Arguments.require(!indicators.isEmpty(), "indicators is empty: expected at least 1");
    Arguments.require(
        indicators.stream().map(Indicator::name).distinct().count() == indicators.size(),
        "indicators %s: expected each name once",
        indicators);
  }

  private static List<TimeSeries> runs(String name, List<TimeSeries> runs) {
    List<TimeSeries> list = Arguments.listed(name, runs);
    Arguments.require(!list.isEmpty(), "%s is empty: expected at least one run", name);
    return list;
  }

  /**
   * Two sets of runs with the defaults.
   *
   * @param nulls {@code [run][sample]}: runs without a transition, at equal steps
   * @param events {@code [run][sample]}: runs towards one; lengths may differ
   */
  public static RocStudy of(double[][] nulls, double[][] events) {
    return of(series("nulls", nulls), series("events", events));
  }

  /** The same for runs with times, at equal steps. */
  public static RocStudy of(List<TimeSeries> nulls, List<TimeSeries> events) {
    return new RocStudy(
        nulls,
        events,
        Detrend.gaussian(0.25),
        Window.fraction(0.5),
        List.of(Indicators.VARIANCE, Indicators.AC1, Indicators.SKEWNESS),
        Trend.KENDALL);
  }

  private static List<TimeSeries> series(String name, double[][] runs) {
    return Arrays.stream(Arguments.present(name, runs))
        .map(run -> TimeSeries.of(Arguments.present("a run of " + name, run)))
        .toList();
  }

  /** The same with detrending, window and indicators of a study of a record. */
  public RocStudy like(EarlyWarning study) {
    Arguments.present("study", study);
    return new RocStudy(nulls, events, study.detrend(), study.window(), study.indicators(), trend);
  }

  /** The same with another detrending. */
  public RocStudy detrend(Detrend value) {
    return new RocStudy(nulls, events, value, window, indicators, trend);
  }

  /** The same with another window. */
  public RocStudy window(Window value) {
    return new RocStudy(nulls, events, detrend, value, indicators, trend);
  }

  /** The same with a window of this share of each run; see {@link Window#fraction}. */
  public RocStudy window(double fraction) {
    return window(Window.fraction(fraction));
  }

  /** The same with other indicators. */
  public RocStudy indicators(Indicator... values) {
    return new RocStudy(
        nulls, events, detrend, window, Arguments.listed("indicators", values), trend);
  }

  /** The same with another measure of the rise; by default Kendall's tau. */
  public RocStudy trend(Trend value) {
    return new RocStudy(nulls, events, detrend, window, indicators, value);
  }

  /**
   * Runs the study. A run in which an indicator has no trend, such as one that is constant, is left
   * out of all curves, so that they stay comparable; the result says how many were.
   *
   * @return one curve an indicator, of the same runs in the same order
   * @throws IllegalArgumentException where a run is too short for the window, its steps are not
   *     equal, or no run is left
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public RocComparison run() {
    double[][] trends =
        Parallel.map("ROC study", nulls.size() + events.size(), this::trends)
            .toArray(double[][]::new);
    int[] kept =
        IntStream.range(0, trends.length)
            .filter(i -> Arrays.stream(trends[i]).noneMatch(Double::isNaN))
            .toArray();
    int[] keptNulls = Arrays.stream(kept).filter(i -> i < nulls.size()).toArray();
    int[] keptEvents = Arrays.stream(kept).filter(i -> i >= nulls.size()).toArray();
    int lostNulls = nulls.size() - keptNulls.length;
    int lostEvents = events.size() - keptEvents.length;
    Arguments.require(
        keptNulls.length > 0 && keptEvents.length > 0,
        "%d of %d nulls and %d of %d events have no trend: expected at least one of each with",
        lostNulls,
        nulls.size(),
        lostEvents,
        events.size());
    List<Roc> rocs = new ArrayList<>();
    for (int k = 0; k < indicators.size(); k++) {
      int which = k;
      rocs.add(
          Roc.of(
              indicators.get(k).name(),
              Arrays.stream(keptNulls).mapToDouble(i -> trends[i][which]).toArray(),
              Arrays.stream(keptEvents).mapToDouble(i -> trends[i][which]).toArray()));
    }
    String note =
        kept.length == trends.length
            ? ""
            : lostNulls + " nulls and " + lostEvents + " events have no trend and were left out";
    return new RocComparison(rocs, note, provenance());
  }

  private double[] trends(int index) {
    boolean event = index >= nulls.size();
    TimeSeries run = event ? events.get(index - nulls.size()) : nulls.get(index);
    Arguments.equalSteps(event ? "event " + (index - nulls.size()) : "null " + index, run.times());
    var parts = detrend.apply(run);
    var rolling =
        Rolling.of(parts.residual(), parts.state(), window, indicators.toArray(Indicator[]::new));
    double[] t = parts.residual().times();
    return Arrays.stream(rolling.values()).mapToDouble(y -> trend.of(t, y)).toArray();
  }

  private Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("nulls", Integer.toString(nulls.size()));
    options.put("events", Integer.toString(events.size()));
    options.put("detrend", detrend.toString());
    options.put("window", window.toString());
    options.put("indicators", indicators.toString());
    options.put("trend", trend == Trend.KENDALL ? "Kendall tau" : "other");
    return Provenance.of(options).data(events.getFirst().source());
  }
}
