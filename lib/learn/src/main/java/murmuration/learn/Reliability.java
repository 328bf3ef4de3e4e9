package murmuration.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Whether scores are shares: runs of nearly one score, and how many of them did approach a
 * bifurcation (DeGroot and Fienberg 1983, The comparison and evaluation of forecasters). It speaks
 * of runs drawn like those of the set, half of which approach, and of no others.
 *
 * @param detector what gave the scores
 * @param score mean score of each of 10 bins that holds runs
 * @param share share of its runs that approach
 * @param runs runs in it
 * @param brier mean of {@code (score - outcome)^2}; 0.25 for a score of one half throughout
 * @param seed seed of the set
 */
public record Reliability(
    String detector, double[] score, double[] share, int[] runs, double brier, long seed)
    implements Charted {
  private static final int BINS = 10;

  /** Checks the lengths and keeps its own copies. */
  public Reliability {
    Arguments.present("detector", detector);
    Arguments.finite("score", score, 1);
    Arguments.finite("share", share, 1);
    Arguments.sameLength("score", score, "share", share);
    Arguments.require(
        Arguments.present("runs", runs).length == score.length
            && Arrays.stream(runs).allMatch(r -> r >= 1),
        "runs is %s: expected a count above 0 for each of %d bins",
        Arrays.toString(runs),
        score.length);
    Arguments.within("brier", brier, 0, 1);
    score = score.clone();
    share = share.clone();
    runs = runs.clone();
  }

  /**
   * Of a detector, on runs that it did not learn from: a set with another seed.
   *
   * @param detector the detector
   * @param fresh the runs
   */
  public static Reliability of(LearnedDetector detector, TrainingSet fresh) {
    double[] scores = Arguments.present("detector", detector).scores(fresh);
    boolean[] yes = fresh.approaching();
    double[] sum = new double[BINS];
    double[] hits = new double[BINS];
    int[] runs = new int[BINS];
    double brier = 0;
    for (int i = 0; i < scores.length; i++) {
      int bin = Math.clamp((int) (BINS * scores[i]), 0, BINS - 1);
      double outcome = yes[i] ? 1 : 0;
      sum[bin] += scores[i];
      hits[bin] += outcome;
      runs[bin]++;
      brier += (scores[i] - outcome) * (scores[i] - outcome) / scores.length;
    }
    int[] held = IntStream.range(0, BINS).filter(b -> runs[b] > 0).toArray();
    return new Reliability(
        detector.learner().toString(),
        Arrays.stream(held).mapToDouble(b -> sum[b] / runs[b]).toArray(),
        Arrays.stream(held).mapToDouble(b -> hits[b] / runs[b]).toArray(),
        Arrays.stream(held).map(b -> runs[b]).toArray(),
        brier,
        fresh.seed());
  }

  @Override
  public double[] score() {
    return score.clone();
  }

  @Override
  public double[] share() {
    return share.clone();
  }

  @Override
  public int[] runs() {
    return runs.clone();
  }

  /** The mean distance of score and share, each bin weighted by its runs. */
  public double error() {
    double all = Arrays.stream(runs).sum();
    return IntStream.range(0, runs.length)
        .mapToDouble(b -> runs[b] * Math.abs(score[b] - share[b]) / all)
        .sum();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "Scores of the %s as shares: mean distance %s, Brier score %s (n = %d runs)",
        detector,
        Digits.of(error(), 4),
        Digits.of(brier, 4),
        Arrays.stream(runs).sum());
  }

  /** A row a bin. */
  @Override
  public Table table() {
    return Table.create(
        "scores of the " + detector,
        DoubleColumn.create("mean score", score),
        DoubleColumn.create("share that approaches", share),
        IntColumn.create("runs", runs));
  }

  /** The shares against the scores, with two standard errors. */
  @Override
  public Figure chart() {
    double[] error = new double[runs.length];
    Arrays.setAll(error, b -> 2 * Math.sqrt(share[b] * (1 - share[b]) / runs[b]));
    return Figure.of(
        Panel.of("score", "share that approaches a bifurcation")
            .title(detector)
            .line("as it says", new double[] {0, 1}, new double[] {0, 1})
            .points("fresh runs", score, share, error));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("detector", detector);
    options.put("runs", Integer.toString(Arrays.stream(runs).sum()));
    return Provenance.of(options).seed(seed);
  }
}
