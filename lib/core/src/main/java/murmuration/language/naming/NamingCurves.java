package murmuration.language.naming;

import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;

/**
 * Mean curves of many runs at equal steps of time.
 *
 * @param times in interactions, from 0
 * @param words held by all agents together
 * @param distinct words
 * @param success share of the interactions since the time before that succeeded; 0 at time 0
 */
public record NamingCurves(double[] times, double[] words, double[] distinct, double[] success) {
  /** Checks the lengths and keeps its own copies. */
  public NamingCurves {
    Arguments.increasing("times", times);
    Arguments.sameLength("words", words, "times", times);
    Arguments.sameLength("distinct", distinct, "times", times);
    Arguments.sameLength("success", success, "times", times);
    times = times.clone();
    words = words.clone();
    distinct = distinct.clone();
    success = success.clone();
  }

  static NamingCurves of(List<NamingRun> runs, int points) {
    Arguments.require(points >= 2 && points <= 10_000, "points is %d: expected 2 to 10000", points);
    long end = Math.max(1, runs.stream().mapToLong(NamingRun::interactions).max().orElseThrow());
    double[] times = new double[points];
    Arrays.setAll(times, i -> (double) end * i / (points - 1));
    double[][] sums = new double[3][points];
    for (NamingRun run : runs) {
      add(run, times, sums);
    }
    double step = times[1];
    double[] success = new double[points];
    for (int i = 1; i < points; i++) {
      success[i] = (sums[2][i] - sums[2][i - 1]) / (step * runs.size());
    }
    for (int i = 0; i < points; i++) {
      sums[0][i] /= runs.size();
      sums[1][i] /= runs.size();
    }
    return new NamingCurves(times, sums[0], sums[1], success);
  }

  /** Straight lines between samples; a run that has ended goes on as it is. */
  private static void add(NamingRun run, double[] times, double[][] sums) {
    long[] t = run.times();
    long[] words = run.words();
    int[] distinct = run.distinct();
    long[] successes = run.successes();
    int last = t.length - 1;
    int k = 0;
    for (int i = 0; i < times.length; i++) {
      while (k < last && t[k + 1] <= times[i]) {
        k++;
      }
      if (k == last) {
        sums[0][i] += words[last];
        sums[1][i] += distinct[last];
        sums[2][i] += successes[last] + (run.converged() ? times[i] - t[last] : 0);
      } else {
        double w = (times[i] - t[k]) / (t[k + 1] - t[k]);
        sums[0][i] += words[k] + w * (words[k + 1] - words[k]);
        sums[1][i] += distinct[k] + w * (distinct[k + 1] - distinct[k]);
        sums[2][i] += successes[k] + w * (successes[k + 1] - successes[k]);
      }
    }
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[] words() {
    return words.clone();
  }

  @Override
  public double[] distinct() {
    return distinct.clone();
  }

  @Override
  public double[] success() {
    return success.clone();
  }

  /** Three panels over one axis of time. */
  public Figure chart(String title) {
    String axis = "time (interactions)";
    return Figure.column(
        Panel.of(axis, "words held").title(title).line("words", times, words),
        Panel.of(axis, "distinct words").line("distinct words", times, distinct),
        Panel.of(axis, "share of successes").line("success", times, success).yRange(0, 1));
  }
}
