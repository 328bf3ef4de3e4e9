package murmuration.icl;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Binomial;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import murmuration.math.SampleMean;
import tech.tablesaw.api.Table;

/**
 * Whether in-context learning was transient: how far its accuracy fell from the peak of each run to
 * the end, against what the peak of a flat curve gives. Of n noisy checkpoints one is the highest
 * even where nothing changes, so that a fall of 0 is not what chance gives.
 *
 * <p>A flat curve of a run has its mean in-context accuracy at every checkpoint, each with fresh
 * binomial noise of as many test sequences. Runs that are asked the same sequences at every
 * checkpoint, as {@link EvaluationSet} does, have less noise than that: p is then too high, on the
 * safe side.
 *
 * @param fall mean over the runs of peak less end, where the end is the mean of the last three
 *     checkpoints
 * @param low lower end of its interval over the runs, Student's t at 95 %; NaN for one run, which
 *     tells nothing of others
 * @param high upper end
 * @param flat mean fall of flat curves
 * @param p share of draws of flat curves that fall as far, the observed fall counted in
 * @param runs number of runs
 * @param draws draws of flat curves
 * @param provenance where it comes from
 */
public record TransienceTest(
    double fall,
    double low,
    double high,
    double flat,
    double p,
    int runs,
    int draws,
    Provenance provenance)
    implements Result {
  private static final double LEVEL = 0.95;
  private static final int MOST = 1_000_000;

  /** Checks the counts. */
  public TransienceTest {
    Arguments.within("p", p, 0, 1);
    Arguments.require(runs >= 1, "runs is %d: expected at least 1", runs);
    Arguments.require(draws >= 1 && draws <= MOST, "draws is %d: expected 1 to %d", draws, MOST);
    Arguments.present("provenance", provenance);
  }

  /**
   * Tests the runs of a curve.
   *
   * @param curve the runs
   * @param draws draws of flat curves, 1 to 1,000,000; runs times checkpoints times draws at most
   *     100 million
   * @param seed seed of the draws
   */
  public static TransienceTest of(CompetitionCurve curve, int draws, long seed) {
    Arguments.present("curve", curve);
    Arguments.require(draws >= 1 && draws <= MOST, "draws is %d: expected 1 to %d", draws, MOST);
    int checkpoints = curve.steps().length;
    double work = (double) curve.runs().size() * checkpoints * draws;
    Arguments.require(
        work <= 1e8, "draws is %d, which makes %.0f numbers: expected at most 1e8", draws, work);
    var falls = curve.over(CompetitionRun::transience);
    double[] flat = flat(curve, draws, seed);
    long asFar = Arrays.stream(flat).filter(f -> f >= falls.mean()).count();
    return new TransienceTest(
        falls.mean(),
        falls.low(LEVEL),
        falls.high(LEVEL),
        SampleMean.of(flat).mean(),
        (asFar + 1.0) / (draws + 1.0),
        falls.n(),
        draws,
        curve.provenance().seed(seed));
  }

  private static double[] flat(CompetitionCurve curve, int draws, long seed) {
    double[] falls = new double[draws];
    double[] values = new double[curve.steps().length];
    for (int r = 0; r < curve.runs().size(); r++) {
      var run = curve.runs().get(r);
      double mean = Arrays.stream(run.inContext()).average().orElseThrow();
      var noise = Binomial.of(run.sequences(), Math.clamp(mean, 0, 1));
      var random = Rng.of(seed, r);
      for (int b = 0; b < draws; b++) {
        Interruption.check("a test of transience");
        for (int i = 0; i < values.length; i++) {
          values[i] = (double) noise.next(random) / run.sequences();
        }
        double peak = Arrays.stream(values).max().orElseThrow();
        falls[b] += (peak - CompetitionRun.end(values)) / curve.runs().size();
      }
    }
    return falls;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "ICL fell from its peak by %.4f%s; a flat curve falls by %.4f, as far with p = %.2g",
        fall,
        runs == 1
            ? " (one run: no interval)"
            : String.format(Locale.ROOT, " (95 %% %.4f to %.4f, %d runs)", low, high, runs),
        flat,
        p);
  }

  @Override
  public Table table() {
    return Quantities.of("transience")
        .and("fall from peak to end", fall, low, high)
        .and("fall of a flat curve", flat)
        .and("p that a flat curve falls as far", p)
        .and("runs", runs)
        .table();
  }
}
