package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Digits;
import murmuration.math.Histogram;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * What {@link TopsimBootstrap} found: how much topographic similarity depends on which records
 * there are.
 *
 * @param topsim the similarity
 * @param draws those of the resamples, in the order they were drawn
 * @param jackknife those without each record in turn; NaN where it is then undefined
 * @param seed seed of the resamples
 * @param twinsCounted whether pairs of a record and itself were counted
 */
public record TopsimInterval(
    Topsim topsim, double[] draws, double[] jackknife, long seed, boolean twinsCounted)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final int BINS = 40;

  /** Checks the draws and keeps its own copies. */
  public TopsimInterval {
    Arguments.present("topsim", topsim);
    Arguments.finite("draws", draws, 2);
    Arguments.series("jackknife", jackknife, 2);
    draws = draws.clone();
    jackknife = jackknife.clone();
  }

  @Override
  public double[] draws() {
    return draws.clone();
  }

  @Override
  public double[] jackknife() {
    return jackknife.clone();
  }

  /**
   * The interval between quantiles of the resamples.
   *
   * @param level coverage, above 0 and below 1
   */
  public BootstrapInterval percentile(double level) {
    return BootstrapInterval.percentile(draws, level);
  }

  /**
   * The interval corrected for bias and skewness (Efron 1987).
   *
   * @param level coverage, above 0 and below 1
   * @throws IllegalArgumentException if the similarity hangs on a single record, without which it
   *     is undefined
   */
  public BootstrapInterval bca(double level) {
    Arguments.require(
        Arrays.stream(jackknife).noneMatch(Double::isNaN),
        "topographic similarity of %s is undefined without record %d: take the percentile interval",
        topsim.language().name(),
        firstUndefined());
    return BootstrapInterval.bca(topsim.value(), draws, jackknife, level);
  }

  private int firstUndefined() {
    int i = 0;
    while (i < jackknife.length && !Double.isNaN(jackknife[i])) {
      i++;
    }
    return i;
  }

  /** Standard deviation of the resamples. */
  public double standardError() {
    return Math.sqrt(StatUtils.variance(draws));
  }

  /** How far the mean of the resamples lies above the similarity. */
  public double bias() {
    return StatUtils.mean(draws) - topsim.value();
  }

  @Override
  public String summary() {
    var interval = percentile(LEVEL);
    return String.format(
        Locale.ROOT,
        "topographic similarity %s (n = %d), 95 %% %s to %s (percentile)%n"
            + "standard error %s, bias %s, of %d resamples of records%s%n%s",
        Digits.of(topsim.value(), 4),
        topsim.n(),
        Digits.of(interval.low(), 4),
        Digits.of(interval.high(), 4),
        Digits.of(standardError(), 3),
        Digits.of(bias(), 2),
        draws.length,
        twinsCounted ? ", pairs of a record and itself counted" : "",
        topsim.convention());
  }

  @Override
  public Table table() {
    var interval = percentile(LEVEL);
    return Quantities.of("bootstrap of topographic similarity")
        .and("topographic similarity", topsim.value(), interval.low(), interval.high())
        .and("standard error", standardError())
        .and("bias", bias())
        .and("resamples", draws.length)
        .table();
  }

  /** The similarities of the resamples, and the one of the language as a line. */
  @Override
  public Figure chart() {
    double low = Math.min(topsim.value(), Arrays.stream(draws).min().orElseThrow());
    double high = Math.max(topsim.value(), Arrays.stream(draws).max().orElseThrow());
    double margin = Math.max(1e-3, (high - low) / BINS);
    var histogram = Histogram.of(draws, low - margin, high + margin, BINS);
    return Figure.of(
        Panel.of("topographic similarity", "resamples")
            .bars("resamples of records", histogram.centres(), histogram.heights())
            .vertical(topsim.value()));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>(topsim.provenance().options());
    options.put("resamples", Integer.toString(draws.length));
    options.put("pairs of a record and itself", twinsCounted ? "counted" : "left out");
    return Provenance.of(options).seed(seed).data(topsim.language().source());
  }
}
