package murmuration.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Whether a model could do something before it does so when asked naively (Park et al. 2024): the
 * accuracy under naive prompting beside that under interventions, along training. The capability is
 * hidden where the best intervention reaches the threshold and naive prompting does later or never.
 *
 * <p>The best intervention is taken checkpoint by checkpoint, so it profits from chance more often
 * than one alone: look at each with {@link #alone}.
 *
 * @param steps training steps, length n of at least 2
 * @param naive accuracy under naive prompting, length n
 * @param ways names of the interventions, at least one
 * @param elicited accuracy under each intervention, one a row of length n
 * @param rule when an accuracy counts as reached
 */
public record HiddenCapability(
    double[] steps, double[] naive, List<String> ways, double[][] elicited, LearningRule rule)
    implements Charted {
  private static final int MOST_LISTED = 5;

  /** Checks the lengths and keeps its own copy. */
  public HiddenCapability {
    Arguments.increasing("steps", steps);
    Arguments.finite("naive", naive, 2);
    Arguments.sameLength("steps", steps, "naive", naive);
    ways = Arguments.listed("ways", ways);
    Arguments.present("elicited", elicited);
    Arguments.require(!ways.isEmpty(), "ways is empty: expected at least one intervention");
    Arguments.require(
        ways.size() == elicited.length,
        "elicited has %d rows: expected %d, one an intervention",
        elicited.length,
        ways.size());
    elicited = copy(steps, elicited);
    steps = steps.clone();
    naive = naive.clone();
    Arguments.present("rule", rule);
  }

  private static double[][] copy(double[] steps, double[][] curves) {
    double[][] copy = new double[curves.length][];
    for (int w = 0; w < copy.length; w++) {
      String name = "elicited[" + w + "]";
      Arguments.finite(name, curves[w], 2);
      Arguments.sameLength("steps", steps, name, curves[w]);
      copy[w] = curves[w].clone();
    }
    return copy;
  }

  /**
   * One intervention, by {@link LearningRule#firstTwo()}.
   *
   * @param steps training steps, length n of at least 2
   * @param naive accuracy under naive prompting, length n
   * @param elicited accuracy under the intervention, length n
   */
  public static HiddenCapability of(double[] steps, double[] naive, double[] elicited) {
    return of(steps, naive, Map.of("elicited", Arguments.present("elicited", elicited)));
  }

  /**
   * Several interventions, by {@link LearningRule#firstTwo()}.
   *
   * @param steps training steps, length n of at least 2
   * @param naive accuracy under naive prompting, length n
   * @param elicited accuracy under each intervention, length n, by its name, in the map's order
   */
  public static HiddenCapability of(
      double[] steps, double[] naive, Map<String, double[]> elicited) {
    Arguments.present("elicited", elicited);
    return new HiddenCapability(
        steps,
        naive,
        List.copyOf(elicited.keySet()),
        elicited.values().toArray(double[][]::new),
        LearningRule.firstTwo());
  }

  /**
   * What {@link Interventions} gave at each checkpoint, by {@link LearningRule#firstTwo()}.
   *
   * @param steps training steps, length n of at least 2
   * @param found one a checkpoint, all with the same ways, of which one at least is no naive prompt
   */
  public static HiddenCapability of(double[] steps, List<Elicitation> found) {
    List<Elicitation> list = Arguments.listed("found", found);
    Arguments.present("steps", steps);
    Arguments.require(
        list.size() == steps.length && !list.isEmpty(),
        "found has %d entries: expected %d, one a checkpoint",
        list.size(),
        steps.length);
    List<String> names = list.getFirst().names();
    Map<String, double[]> elicited = new LinkedHashMap<>();
    for (int w = 1; w < names.size(); w++) {
      String name = names.get(w);
      if (list.getFirst().kinds().get(w) != InterventionKind.NAIVE) {
        elicited.put(name, list.stream().mapToDouble(e -> e.share(name)).toArray());
      }
    }
    return of(steps, list.stream().mapToDouble(Elicitation::naive).toArray(), elicited);
  }

  /** The mean of runs with the same steps and interventions, by the rule of the first. */
  static HiddenCapability mean(List<HiddenCapability> runs) {
    HiddenCapability first = runs.getFirst();
    double[] naive = new double[first.steps.length];
    double[][] elicited = new double[first.ways.size()][naive.length];
    for (HiddenCapability run : runs) {
      Arguments.require(
          run.ways.equals(first.ways) && Arrays.equals(run.steps, first.steps),
          "runs have the interventions %s and %s, or other steps: expected the same",
          first.ways,
          run.ways);
      add(naive, run.naive, runs.size());
      for (int w = 0; w < elicited.length; w++) {
        add(elicited[w], run.elicited[w], runs.size());
      }
    }
    return new HiddenCapability(first.steps, naive, first.ways, elicited, first.rule);
  }

  private static void add(double[] sum, double[] values, int parts) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i] / parts;
    }
  }

  /** The same by another rule. */
  public HiddenCapability rule(LearningRule other) {
    return new HiddenCapability(steps, naive, ways, elicited, other);
  }

  /** One intervention without the others. */
  public HiddenCapability alone(String way) {
    int w = ways.indexOf(Arguments.present("way", way));
    Arguments.require(w >= 0, "there is no intervention %s: there are %s", way, ways);
    return new HiddenCapability(steps, naive, List.of(way), new double[][] {elicited[w]}, rule);
  }

  /** Training steps, length n. */
  @Override
  public double[] steps() {
    return steps.clone();
  }

  /** Accuracy under naive prompting, length n. */
  @Override
  public double[] naive() {
    return naive.clone();
  }

  /** Accuracy under each intervention, one a row. */
  @Override
  public double[][] elicited() {
    return copy(steps, elicited);
  }

  /** The highest accuracy of all interventions at each checkpoint, length n. */
  public double[] best() {
    double[] best = elicited[0].clone();
    for (double[] curve : elicited) {
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], curve[i]);
      }
    }
    return best;
  }

  /** Step at which naive prompting reaches the threshold; NaN where it never does. */
  public double naiveTime() {
    return rule.time(steps, naive);
  }

  /** Step at which the best intervention does; NaN where it never does. */
  public double elicitedTime() {
    return rule.time(steps, best());
  }

  /**
   * Steps from the capability to its use, naive less elicited time; NaN where either is missing.
   */
  public double gap() {
    return naiveTime() - elicitedTime();
  }

  /** Whether an intervention reaches the threshold, and naive prompting later or never. */
  public boolean isHidden() {
    double found = elicitedTime();
    double asked = naiveTime();
    return !Double.isNaN(found) && (Double.isNaN(asked) || asked > found);
  }

  /**
   * How much accuracy is hidden on the average over training: the trapezoid integral of what the
   * best intervention is above naive prompting, divided by the length of training.
   */
  public double area() {
    double[] best = best();
    double sum = 0;
    for (int i = 1; i < steps.length; i++) {
      double left = Math.max(best[i - 1] - naive[i - 1], 0);
      double right = Math.max(best[i] - naive[i], 0);
      sum += 0.5 * (left + right) * (steps[i] - steps[i - 1]);
    }
    return sum / (steps[steps.length - 1] - steps[0]);
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add((isHidden() ? "hidden capability" : "no hidden capability") + " by the rule " + rule);
    lines.add(line("naive prompting", naiveTime(), naive));
    lines.add(line("best intervention", elicitedTime(), best()));
    for (int w = 0; ways.size() > 1 && w < Math.min(MOST_LISTED, ways.size()); w++) {
      lines.add(line("  " + ways.get(w), rule.time(steps, elicited[w]), elicited[w]));
    }
    if (ways.size() > MOST_LISTED) {
      lines.add("  and " + (ways.size() - MOST_LISTED) + " more");
    }
    lines.add(
        Double.isNaN(gap())
            ? "gap: none, for one of them never gets there"
            : String.format(Locale.ROOT, "gap: %.5g steps", gap()));
    lines.add(String.format(Locale.ROOT, "hidden accuracy, mean over training: %.4g", area()));
    return String.join("\n", lines);
  }

  private static String line(String name, double time, double[] curve) {
    double most = Arrays.stream(curve).max().orElse(Double.NaN);
    return Double.isNaN(time)
        ? String.format(Locale.ROOT, "%-22s never (at most %.3g)", name, most)
        : String.format(Locale.ROOT, "%-22s step %.5g (at most %.3g)", name, time, most);
  }

  /** Times, gap and area; then the time of each intervention alone. */
  @Override
  public Table table() {
    var quantities =
        Quantities.of("hidden capability")
            .and("naive prompting (step)", naiveTime())
            .and("best intervention (step)", elicitedTime())
            .and("gap (steps)", gap())
            .and("hidden (1 = yes)", isHidden() ? 1 : 0)
            .and("hidden accuracy, mean over training", area());
    for (int w = 0; ways.size() > 1 && w < ways.size(); w++) {
      quantities = quantities.and(ways.get(w) + " (step)", rule.time(steps, elicited[w]));
    }
    return quantities.table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("rule", rule.toString()));
  }

  /** Accuracy along training under naive prompting and each intervention, and the threshold. */
  @Override
  public Figure chart() {
    Panel panel = Panel.of("Training step", "Accuracy").yRange(0, 1.02).line("naive", steps, naive);
    for (int w = 0; w < ways.size(); w++) {
      panel = panel.line(ways.get(w), steps, elicited[w]);
    }
    return Figure.of(panel.horizontal(rule.threshold()));
  }
}
