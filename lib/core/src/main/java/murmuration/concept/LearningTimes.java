package murmuration.concept;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Ranks;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * When each concept of a run was learned, and so in which order.
 *
 * @param names the concepts, d of them
 * @param times step at which each was learned, length d; NaN where it never was
 * @param rule what counts as learned
 * @param provenance where it comes from
 */
public record LearningTimes(
    List<String> names, double[] times, LearningRule rule, Provenance provenance)
    implements Result {
  private static final int MOST_LISTED = 10;

  /** Checks the lengths and keeps its own copy. */
  public LearningTimes {
    names = Arguments.listed("names", names);
    Arguments.series("times", times, 1);
    Arguments.require(
        names.size() == times.length,
        "names has %d entries, times has %d: expected the same",
        names.size(),
        times.length);
    Arguments.present("rule", rule);
    Arguments.present("provenance", provenance);
    times = times.clone();
  }

  /** The learning times of a run by {@link LearningRule#settle()}. */
  public static LearningTimes of(ConceptTrajectory run) {
    return of(run, LearningRule.settle());
  }

  /**
   * The learning times of a run.
   *
   * @param run the run, smoothed or not
   * @param rule what counts as learned
   */
  public static LearningTimes of(ConceptTrajectory run, LearningRule rule) {
    Arguments.present("run", run);
    Arguments.present("rule", rule);
    double[] steps = run.steps();
    double[] times = new double[run.dimension()];
    for (int k = 0; k < times.length; k++) {
      times[k] = rule.time(steps, run.concept(k));
    }
    var provenance = Provenance.of(Map.of("rule", rule.toString())).data(run.provenance().data());
    return new LearningTimes(run.names(), times, rule, provenance);
  }

  /** Step at which each was learned; NaN where it never was. */
  @Override
  public double[] times() {
    return times.clone();
  }

  /** Step at which a concept was learned; NaN where it never was. */
  public double time(String name) {
    int k = names.indexOf(Arguments.present("name", name));
    Arguments.require(k >= 0, "there is no concept %s: there are %s", name, names);
    return times[k];
  }

  /** Learning speed of each concept, one over its time (per step); 0 where it never was. */
  public double[] speeds() {
    double[] speeds = new double[times.length];
    for (int k = 0; k < speeds.length; k++) {
      speeds[k] = Double.isNaN(times[k]) ? 0 : 1 / times[k];
    }
    return speeds;
  }

  /** The places of the concepts in the order of learning, those never learned last. */
  public int[] order() {
    return Ranks.order(times);
  }

  /**
   * The rank of each concept, from 1: equal times share the lower one (1, 1, 3), those never
   * learned share the last.
   */
  public int[] ranks() {
    int[] ranks = new int[times.length];
    for (int k = 0; k < ranks.length; k++) {
      double time = times[k];
      ranks[k] =
          1 + (int) IntStream.range(0, ranks.length).filter(j -> earlier(times[j], time)).count();
    }
    return ranks;
  }

  private static boolean earlier(double a, double b) {
    return a < b || (Double.isNaN(b) && !Double.isNaN(a));
  }

  /** The concepts learned first: several where they tie, none where none was learned. */
  public List<String> first() {
    int[] ranks = ranks();
    return IntStream.range(0, ranks.length)
        .filter(k -> ranks[k] == 1 && !Double.isNaN(times[k]))
        .mapToObj(names::get)
        .toList();
  }

  @Override
  public String summary() {
    var text = new StringBuilder("learning times (steps), " + rule);
    int[] ranks = ranks();
    int[] order = order();
    for (int place = 0; place < Math.min(MOST_LISTED, order.length); place++) {
      int k = order[place];
      text.append(
          Double.isNaN(times[k])
              ? String.format(Locale.ROOT, "\n%2s %-20s not learned", "", names.get(k))
              : String.format(Locale.ROOT, "\n%2d %-20s %.5g", ranks[k], names.get(k), times[k]));
    }
    return text.toString();
  }

  /** One row a concept: {@code concept}, {@code time}, {@code speed}, {@code rank}. */
  @Override
  public Table table() {
    return Table.create(
        "learning times",
        StringColumn.create("concept", names),
        DoubleColumn.create("time", times),
        DoubleColumn.create("speed", speeds()),
        IntColumn.create("rank", ranks()));
  }
}
