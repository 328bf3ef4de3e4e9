package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.BootstrapInterval;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/** Figures on permutations and half samples of a language's records. */
final class ReportDraws {
  private static final double MOST_WORK = 1e11;
  private static final int FEWEST = 19;
  private static final int FEWEST_RECORDS = 8;
  private static final double SLACK = 1e-12;

  private final Language language;
  private final CodedLanguage coded;
  private final int[] places;
  private final List<ReportMeasure> measures;
  private final double level;

  ReportDraws(Language language, double level) {
    this.language = language;
    this.coded = CodedLanguage.of(language);
    this.places = coded.places();
    this.measures = ReportMeasure.of(language, coded);
    this.level = level;
  }

  List<LanguageFigure> figures(int permutations, int samples, long seed) {
    var whole = coded.expanded();
    double[] values = values(new LanguageSample(language, whole, places, places), 0, x -> 1);
    double[][] permuted =
        draws("permutations", permutations, b -> permuted(whole, Rng.seed(seed, 2L * b)));
    double[][] halves =
        draws(
            "half samples",
            places.length < FEWEST_RECORDS ? 0 : samples,
            b -> half(Rng.seed(seed, 2L * b + 1)));
    var figures = new ArrayList<LanguageFigure>();
    for (int m = 0; m < values.length; m++) {
      figures.add(figure(measures.get(m), values[m], column(permuted, m), column(halves, m)));
    }
    return figures;
  }

  private interface Draw {
    LanguageSample of(int index);
  }

  private interface Limit {
    int of(ReportMeasure measure);
  }

  private double[][] draws(String name, int count, Draw draw) {
    Limit limit = measure -> draws(count, measure);
    return Parallel.map(name, count, b -> values(draw.of(b), b, limit)).toArray(double[][]::new);
  }

  /** As many as the work allows, or none rather than too few. */
  private static int draws(int wanted, ReportMeasure measure) {
    int possible = (int) Math.min(wanted, MOST_WORK / Math.max(1, measure.work()));
    return possible < Math.min(FEWEST, wanted) ? 0 : possible;
  }

  /** Of draw b; NaN for figures that have enough draws. */
  private double[] values(LanguageSample sample, int b, Limit limit) {
    return measures.stream()
        .mapToDouble(m -> b < limit.of(m) ? m.value().applyAsDouble(sample) : Double.NaN)
        .toArray();
  }

  private LanguageSample permuted(CodedLanguage whole, long seed) {
    int[] order = RandomOrder.of(places.length, Rng.of(seed));
    int[] meanings = Arrays.stream(order).map(i -> places[i]).toArray();
    return new LanguageSample(language, whole.meaningsIn(order), meanings, places);
  }

  /** Half the records, none twice: a record would meet its copy at distance 0. */
  private LanguageSample half(long seed) {
    int[] order = RandomOrder.of(places.length, Rng.of(seed));
    int[] kept =
        IntStream.range(0, places.length / 2).map(i -> places[order[i]]).sorted().toArray();
    return new LanguageSample(language, coded.rows(kept), kept, kept);
  }

  private static double[] column(double[][] rows, int m) {
    return Arrays.stream(rows).mapToDouble(r -> r[m]).filter(v -> !Double.isNaN(v)).toArray();
  }

  private LanguageFigure figure(
      ReportMeasure measure, double value, double[] permuted, double[] halves) {
    double none = Double.NaN;
    var reasons = new ArrayList<String>();
    double[] interval = {none, none};
    if (Double.isNaN(value)) {
      reasons.add("undefined: messages or meanings do not vary");
      permuted = new double[0];
    } else if (halves.length >= FEWEST) {
      interval = recentred(measure, value, halves);
    } else {
      reasons.add("no interval: too few records, samples, or too much work");
    }
    double[] chance = {none, none, none};
    if (permuted.length >= FEWEST) {
      var middle = BootstrapInterval.percentile(permuted, level);
      chance =
          new double[] {
            Arrays.stream(permuted).average().orElse(none), middle.low(), middle.high()
          };
    } else if (reasons.isEmpty() || !Double.isNaN(value)) {
      reasons.add("no baseline: fewer than 19 permutations, or too much work");
    }
    int count = permuted.length >= FEWEST ? permuted.length : 0;
    return new LanguageFigure(
        measure.name(),
        measure.label(),
        value,
        interval[0],
        interval[1],
        chance[0],
        chance[1],
        chance[2],
        count == 0 ? none : p(measure, value, permuted),
        count,
        measure.bounded(),
        measure.conventions(),
        String.join("; ", reasons));
  }

  /**
   * Half of the records without repeats vary about their mean as all do about the truth, so the
   * draws are moved to the estimate.
   */
  private double[] recentred(ReportMeasure measure, double value, double[] halves) {
    double shift = value - Arrays.stream(halves).average().orElse(value);
    var interval = BootstrapInterval.percentile(halves, level);
    double low = interval.low() + shift;
    double high = interval.high() + shift;
    return measure.bounded()
        ? new double[] {Math.max(measure.least(), low), Math.min(1, high)}
        : new double[] {Math.max(0, low), high};
  }

  private static double p(ReportMeasure measure, double value, double[] permuted) {
    int sign = measure.greater() ? 1 : -1;
    long beyond = Arrays.stream(permuted).filter(v -> sign * (v - value) >= -SLACK).count();
    return (1.0 + beyond) / (1.0 + permuted.length);
  }
}
