package murmuration.concept;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Kendall;
import murmuration.math.Present;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.math.Spearman;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Is a concept with a stronger signal learned earlier? Spearman's correlation of learning time with
 * signal over a sweep, below 0 where it is; its interval by Bonett and Wright (2000); and how often
 * times dealt out to runs at random give as low a correlation.
 *
 * @param rank the correlation, and its n
 * @param tau Kendall's tau-b of the same
 * @param p share of dealings whose correlation is as low or lower, itself counted; one-sided
 * @param low lower end of the interval of the correlation at 95 %; NaN for n below 4
 * @param high upper end
 * @param learned runs in which the concept was learned
 * @param signals signal of every run
 * @param times learning time of every run; NaN where never
 * @param never the time that stood for never; NaN where such runs were left out
 * @param provenance where it comes from
 */
public record SignalTrend(
    Spearman rank,
    double tau,
    double p,
    double low,
    double high,
    int learned,
    double[] signals,
    double[] times,
    double never,
    Provenance provenance)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final int DRAWS = 9999;
  private static final double SAME = 1e-12;
  private static final int CHECKED = 1000;

  /** Checks the lengths and keeps its own copy. */
  public SignalTrend {
    Arguments.present("rank", rank);
    Arguments.finite("signals", signals, 1);
    Arguments.series("times", times, 1);
    Arguments.sameLength("signals", signals, "times", times);
    Arguments.present("provenance", provenance);
    signals = signals.clone();
    times = times.clone();
  }

  /** The trend over the runs that learned the concept, 9999 dealings, seed 1. */
  public static SignalTrend of(double[] signals, double[] times) {
    return of(signals, times, Double.NaN, DRAWS, 1);
  }

  /** The trend with a time that stands for never, 9999 dealings, seed 1. */
  public static SignalTrend of(double[] signals, double[] times, double never) {
    Arguments.positive("never", never);
    return of(signals, times, never, DRAWS, 1);
  }

  /**
   * The trend.
   *
   * @param signals signal of every run, at least 3 in all; repeated where several seeds share it
   * @param times learning time of every run; NaN where never
   * @param never the time that stands for never, at least as long as any other; NaN leaves such
   *     runs out, which hides that weak signals are not learned at all
   * @param draws dealings, 100 to 100,000
   * @param seed seed of the dealings
   */
  public static SignalTrend of(
      double[] signals, double[] times, double never, int draws, long seed) {
    Arguments.finite("signals", signals, 3);
    Arguments.series("times", times, 3);
    Arguments.sameLength("signals", signals, "times", times);
    SeedQuantity.draws(draws);
    double[] filled = times.clone();
    if (!Double.isNaN(never)) {
      Arguments.positive("never", never);
      Arrays.setAll(filled, i -> OrderCrossing.time(times[i], never));
    }
    int[] kept = Present.in(filled);
    double[] x = Present.at(kept, signals);
    double[] y = Present.at(kept, filled);
    var rank = Spearman.of(x, y);
    double[] interval = rank.interval(LEVEL);
    Map<String, String> options =
        Map.of("never", Double.isNaN(never) ? "left out" : never + "", "dealings", draws + "");
    return new SignalTrend(
        rank,
        Kendall.of(x, y).tau(),
        p(x, y, rank.rho(), draws, seed),
        interval[0],
        interval[1],
        Present.in(times).length,
        signals,
        times,
        never,
        Provenance.of(options).seed(seed));
  }

  private static double p(double[] x, double[] y, double observed, int draws, long seed) {
    if (Double.isNaN(observed)) {
      return Double.NaN;
    }
    var random = Rng.of(seed);
    double[] dealt = y.clone();
    int low = 1;
    for (int b = 0; b < draws; b++) {
      if (b % CHECKED == 0) {
        Interruption.check("dealings of times to signals");
      }
      RandomOrder.shuffle(dealt, random);
      low += Spearman.of(x, dealt).rho() <= observed + SAME ? 1 : 0;
    }
    return low / (draws + 1.0);
  }

  /** Spearman's correlation; NaN where signals or times are all equal. */
  public double rho() {
    return rank.rho();
  }

  /** Signal of every run. */
  @Override
  public double[] signals() {
    return signals.clone();
  }

  /** Learning time of every run; NaN where never. */
  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public String summary() {
    String text =
        String.format(
            Locale.ROOT,
            "learning time with signal: Spearman %.4g (95 %% CI %.3g to %.3g), tau-b %.3g, n = %d\n"
                + "as low by chance: p = %.4g; learned in %d of %d runs, %s",
            rank.rho(),
            low,
            high,
            tau,
            rank.n(),
            p,
            learned,
            times.length,
            Double.isNaN(never) ? "the others left out" : "never counted as " + never);
    return Double.isNaN(rank.rho()) ? "no correlation: signals or times are all equal" : text;
  }

  @Override
  public Table table() {
    return Quantities.of("signal trend")
        .and("Spearman of time with signal", rank.rho(), low, high)
        .and("Kendall tau-b", tau)
        .and("p, one-sided", p)
        .and("runs", times.length)
        .and("learned", learned)
        .table();
  }

  /** Learning time beside signal, one point a run that learned the concept. */
  @Override
  public Figure chart() {
    int[] kept = Present.in(times);
    Panel panel = Panel.of("Signal", "Learning time (steps)");
    return Figure.of(
        kept.length == 0
            ? panel
            : panel.points("runs", Present.at(kept, signals), Present.at(kept, times)));
  }
}
