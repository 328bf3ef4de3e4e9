package murmuration.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Rng;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import murmuration.warning.detection.Roc;
import murmuration.warning.detection.RocComparison;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Detectors side by side on systems that none of them learned from: for each {@link UnseenModel}
 * the curve of each {@link Contestant} on the same runs, towards a bifurcation and not.
 *
 * <pre>{@code
 * var trial = DetectorTrial.of(100, 500, 1,
 *     Contestant.of(LearnedDetector.forest()), Contestant.tauOf(Indicators.VARIANCE));
 * trial.comparison(UnseenModel.RICKER_FLIP).chart();
 * }</pre>
 *
 * <p>Events are told from two sorts of nulls: from runs that stay where they are ({@link
 * UnseenModel#draw}), and from runs that drift as the driven system does but do not slow down
 * ({@link UnseenModel#drifting}). A detector may be good at the first by seeing that something
 * moves; only the second shows that it sees recovery change.
 *
 * @param still events against runs that stay: a curve for each contestant, model by model
 * @param drifting the same events against runs that drift
 * @param contestants names, in order
 * @param runs runs of each sort a model
 * @param n samples of a run
 * @param seed seed of the random numbers
 */
public record DetectorTrial(
    Map<UnseenModel, List<Roc>> still,
    Map<UnseenModel, List<Roc>> drifting,
    List<String> contestants,
    int runs,
    int n,
    long seed)
    implements Charted {
  private static final double FALSE_ALARMS = 0.05;
  private static final int MOST = 100_000;
  private static final int SORTS = 3;

  /** Checks the shape and keeps its own copies. */
  public DetectorTrial {
    contestants = Arguments.listed("contestants", contestants);
    still = checked("still", still, contestants);
    drifting = checked("drifting", drifting, contestants);
    Arguments.require(
        still.keySet().equals(drifting.keySet()),
        "still has %s, drifting %s: expected the same models",
        still.keySet(),
        drifting.keySet());
  }

  private static Map<UnseenModel, List<Roc>> checked(
      String name, Map<UnseenModel, List<Roc>> rocs, List<String> contestants) {
    Arguments.require(
        !Arguments.present(name, rocs).isEmpty(), "%s is empty: expected at least one model", name);
    var ordered = new LinkedHashMap<UnseenModel, List<Roc>>();
    for (var entry : rocs.entrySet()) {
      var curves = Arguments.listed(name, entry.getValue());
      Arguments.require(
          curves.stream().map(Roc::name).toList().equals(contestants),
          "%s has curves of %s: expected %s",
          entry.getKey(),
          curves.stream().map(Roc::name).toList(),
          contestants);
      ordered.put(Arguments.present("a model of " + name, entry.getKey()), curves);
    }
    return Collections.unmodifiableMap(ordered);
  }

  /**
   * All models. Runs are the same for a seed on any number of threads, and the same for every
   * contestant.
   *
   * @param runs runs of each sort a model, 2 to 100,000
   * @param n samples of a run, {@link SignalFeatures#SHORTEST} to {@link SignalFeatures#LONGEST}
   * @param seed seed of the random numbers
   * @param contestants at least one, each of its own name; scores must be finite
   */
  public static DetectorTrial of(int runs, int n, long seed, Contestant... contestants) {
    Arguments.require(runs >= 2 && runs <= MOST, "runs is %d: expected 2 to %d", runs, MOST);
    Arguments.within("n", n, SignalFeatures.SHORTEST, SignalFeatures.LONGEST);
    var list = Arguments.listed("contestants", contestants);
    var names = list.stream().map(Contestant::name).toList();
    Arguments.require(
        !list.isEmpty() && names.stream().distinct().count() == names.size(),
        "contestants are %s: expected at least one, each of its own name",
        names);
    var models = UnseenModel.values();
    List<double[]> scores =
        Parallel.map(
            "detector trial",
            SORTS * runs * models.length,
            i -> {
              double[] x = draw(models[i / (SORTS * runs)], i % SORTS, n, Rng.of(seed, i));
              return list.stream().mapToDouble(c -> c.score().applyAsDouble(x.clone())).toArray();
            });
    var still = new LinkedHashMap<UnseenModel, List<Roc>>();
    var drifting = new LinkedHashMap<UnseenModel, List<Roc>>();
    for (var model : models) {
      int first = SORTS * runs * model.ordinal();
      var of = scores.subList(first, first + SORTS * runs);
      still.put(model, curves(names, of, 0));
      drifting.put(model, curves(names, of, 2));
    }
    return new DetectorTrial(still, drifting, names, runs, n, seed);
  }

  /** Sort 0 stays, sort 1 is driven, sort 2 drifts. */
  private static double[] draw(UnseenModel model, int sort, int n, RandomGenerator random) {
    return sort == 2 ? model.drifting(n, random) : model.draw(n, sort == 1, random);
  }

  private static List<Roc> curves(List<String> names, List<double[]> scores, int nulls) {
    return IntStream.range(0, names.size())
        .mapToObj(c -> Roc.of(names.get(c), sort(scores, c, nulls), sort(scores, c, 1)))
        .toList();
  }

  private static double[] sort(List<double[]> scores, int contestant, int sort) {
    return IntStream.range(0, scores.size())
        .filter(i -> i % SORTS == sort)
        .mapToDouble(i -> scores.get(i)[contestant])
        .toArray();
  }

  /**
   * The curve of a contestant on a model, against runs that stay.
   *
   * @throws IllegalArgumentException if it was not in the trial
   */
  public Roc roc(UnseenModel model, String contestant) {
    return curves(still, model).get(place(contestant));
  }

  /**
   * The curve of a contestant on a model, against runs that drift.
   *
   * @throws IllegalArgumentException if it was not in the trial
   */
  public Roc rocOnDrift(UnseenModel model, String contestant) {
    return curves(drifting, model).get(place(contestant));
  }

  private static List<Roc> curves(Map<UnseenModel, List<Roc>> rocs, UnseenModel model) {
    var curves = rocs.get(Arguments.present("model", model));
    return Arguments.present("curves of " + model, curves);
  }

  private int place(String contestant) {
    int c = contestants.indexOf(Arguments.present("contestant", contestant));
    Arguments.require(c >= 0, "contestant is %s: expected one of %s", contestant, contestants);
    return c;
  }

  /** All curves on a model, against runs that stay. */
  public RocComparison comparison(UnseenModel model) {
    return RocComparison.of(curves(still, model).toArray(Roc[]::new));
  }

  /** The mean over models of the events found at 5 % false alarms on runs that stay. */
  public double found(String contestant) {
    return mean(still, contestant, DetectorTrial::found);
  }

  /** The mean over models of the events found at 5 % false alarms on runs that drift. */
  public double foundOnDrift(String contestant) {
    return mean(drifting, contestant, DetectorTrial::found);
  }

  /** The mean over models of the area under the curve against runs that stay. */
  public double auc(String contestant) {
    return mean(still, contestant, Roc::auc);
  }

  /** The mean over models of the area under the curve against runs that drift. */
  public double aucOnDrift(String contestant) {
    return mean(drifting, contestant, Roc::auc);
  }

  private double mean(
      Map<UnseenModel, List<Roc>> rocs, String contestant, ToDoubleFunction<Roc> of) {
    int c = place(contestant);
    return rocs.values().stream().mapToDouble(l -> of.applyAsDouble(l.get(c))).average().orElse(0);
  }

  private static double found(Roc roc) {
    return roc.atFalsePositiveRate(FALSE_ALARMS).truePositiveRate();
  }

  @Override
  public String summary() {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Events found at 5 %% false alarms, mean of %d unseen models (n = %d, %d runs of"
                    + " each sort a model), and mean AUC:",
                still.size(),
                n,
                runs));
    contestants.stream()
        .limit(10)
        .forEach(
            name ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%n%s: %s %%, %s against runs that stay; %s %%, %s against runs that drift",
                        name,
                        Digits.of(100 * found(name), 3),
                        Digits.of(auc(name), 3),
                        Digits.of(100 * foundOnDrift(name), 3),
                        Digits.of(aucOnDrift(name), 3))));
    return text.toString();
  }

  /**
   * A row a model and contestant: the area with its 95 % interval and the events found at 5 % false
   * alarms, against runs that stay and then against runs that drift.
   */
  @Override
  public Table table() {
    var models = new ArrayList<String>();
    var all = new ArrayList<Roc>();
    var moved = new ArrayList<Roc>();
    for (var model : still.keySet()) {
      for (int c = 0; c < contestants.size(); c++) {
        models.add(model.label());
        all.add(curves(still, model).get(c));
        moved.add(curves(drifting, model).get(c));
      }
    }
    return Table.create(
        "detectors on unseen models",
        StringColumn.create("model", models),
        StringColumn.create("detector", all.stream().map(Roc::name)),
        column("AUC", all, Roc::auc),
        column("low", all, Roc::low),
        column("high", all, Roc::high),
        column("found", all, DetectorTrial::found),
        column("AUC, drift", moved, Roc::auc),
        column("low, drift", moved, Roc::low),
        column("high, drift", moved, Roc::high),
        column("found, drift", moved, DetectorTrial::found));
  }

  private static DoubleColumn column(String name, List<Roc> rocs, ToDoubleFunction<Roc> value) {
    return DoubleColumn.create(name, rocs.stream().mapToDouble(value).toArray());
  }

  /** The events found at 5 % false alarms, model by model, against both sorts of nulls. */
  @Override
  public Figure chart() {
    String[] names = still.keySet().stream().map(UnseenModel::label).toArray(String[]::new);
    return Figure.column(
            panel("found, runs that stay", still).xNames(names),
            panel("found, runs that drift", drifting).xNames(names))
        .size(Math.max(640, 140 * names.length), 560);
  }

  private Panel panel(String label, Map<UnseenModel, List<Roc>> rocs) {
    var panel = Panel.of("", label).yRange(-0.03, 1.03);
    var models = List.copyOf(rocs.values());
    for (int c = 0; c < contestants.size(); c++) {
      int contestant = c;
      double aside = 0.6 * (c + 0.5) / contestants.size() - 0.3;
      panel =
          panel.points(
              contestants.get(c),
              IntStream.range(0, models.size()).mapToDouble(m -> m + 1 + aside).toArray(),
              models.stream().mapToDouble(curves -> found(curves.get(contestant))).toArray());
    }
    return panel;
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("models", Arrays.toString(still.keySet().toArray()));
    options.put("detectors", contestants.toString());
    options.put("runs", Integer.toString(runs));
    options.put("n", Integer.toString(n));
    return Provenance.of(options).seed(seed);
  }
}
