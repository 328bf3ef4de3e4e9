package murmuration.language.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

/**
 * What one source brought over all its cells. The interval and the sign test go over targets, each
 * with the mean of its seeds: seeds of one target share its text and are no further evidence.
 *
 * @param source what was pretrained on
 * @param reduction mean reduction of perplexity over the cells, per cent
 * @param sd standard deviation over the cells; 0 of a single one
 * @param wins cells that are better than without pretraining
 * @param cells cells in all
 * @param low lower end of the 95 % percentile interval of the mean, targets drawn with replacement
 * @param high upper end
 * @param better targets that are better on average over seeds
 * @param worse targets that are worse
 * @param p two-sided sign test of better against worse; 1 where there is neither
 * @param weight mean weight of the source model; NaN where there is none
 */
public record TransferEffect(
    String source,
    double reduction,
    double sd,
    int wins,
    int cells,
    double low,
    double high,
    int better,
    int worse,
    double p,
    double weight) {
  private static final int DRAWS = 2000;
  private static final double LEVEL = 0.95;

  /** The effect of one source. */
  static TransferEffect of(String source, List<TransferCell> cells) {
    double[] reductions = cells.stream().mapToDouble(TransferCell::reduction).toArray();
    double[] targets =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    TransferCell::target, Collectors.averagingDouble(TransferCell::reduction)))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .mapToDouble(e -> e.getValue())
            .toArray();
    int better = (int) Arrays.stream(targets).filter(r -> r > 0).count();
    int worse = (int) Arrays.stream(targets).filter(r -> r < 0).count();
    var interval = interval(targets);
    return new TransferEffect(
        source,
        StatUtils.mean(reductions),
        reductions.length < 2 ? 0 : Math.sqrt(StatUtils.variance(reductions)),
        (int) cells.stream().filter(TransferCell::won).count(),
        cells.size(),
        interval.low(),
        interval.high(),
        better,
        worse,
        signTest(better, worse),
        cells.stream().mapToDouble(TransferCell::weight).average().orElse(Double.NaN));
  }

  /** The percentile interval of the mean of values that are drawn with replacement. */
  static BootstrapInterval interval(double[] values) {
    var rng = Rng.of(1);
    double[] draws = new double[DRAWS];
    for (int b = 0; b < DRAWS; b++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[rng.nextInt(values.length)];
      }
      draws[b] = sum / values.length;
    }
    return BootstrapInterval.percentile(draws, LEVEL);
  }

  /**
   * The two-sided sign test: the chance of a split at least as uneven when both signs are equally
   * likely; ties are left out.
   *
   * @param better pairs of one sign, 0 to a million
   * @param worse pairs of the other
   */
  public static double signTest(int better, int worse) {
    Arguments.require(
        better >= 0 && better <= ZipfMandelbrot.MOST, "better is %d: expected 0 to 10^6", better);
    Arguments.require(
        worse >= 0 && worse <= ZipfMandelbrot.MOST, "worse is %d: expected 0 to 10^6", worse);
    int n = better + worse;
    return n == 0
        ? 1
        : Math.min(
            1,
            2
                * new BinomialTest()
                    .binomialTest(
                        n, Math.max(better, worse), 0.5, AlternativeHypothesis.GREATER_THAN));
  }
}
