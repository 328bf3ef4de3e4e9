package murmuration.language.naming;

import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;
import murmuration.math.BootstrapInterval;
import murmuration.math.LinearFit;
import murmuration.math.Rng;

/**
 * The slope of a quantity's logarithm against that of the number of agents: the exponent of its
 * power law, where it has one.
 *
 * @param quantity whose mean it is of
 * @param slope by least squares over all sizes, without weights
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
public record NamingSlope(NamingQuantity quantity, double slope, double low, double high) {
  private static final int DRAWS = 2000;

  /** Checks that the quantity is there. */
  public NamingSlope {
    Arguments.present("quantity", quantity);
  }

  /**
   * The interval is of the percentiles of 2000 draws, in each of which the runs of a size are drawn
   * with replacement.
   */
  static NamingSlope of(NamingQuantity quantity, List<NamingRuns> bySize, long seed) {
    int sizes = bySize.size();
    double[] x = new double[sizes];
    double[] y = new double[sizes];
    double[][] values = new double[sizes][];
    for (int k = 0; k < sizes; k++) {
      x[k] = Math.log(bySize.get(k).ensemble().game().agents());
      values[k] = bySize.get(k).values(quantity);
      y[k] = Math.log(bySize.get(k).sample(quantity).mean());
    }
    var random = Rng.of(seed, DRAWS);
    double[] slopes = new double[DRAWS];
    double[] drawn = new double[sizes];
    for (int b = 0; b < DRAWS; b++) {
      for (int k = 0; k < sizes; k++) {
        drawn[k] = Math.log(meanOfDraw(values[k], random));
      }
      slopes[b] = LinearFit.slope(x, drawn, sizes);
    }
    var interval = BootstrapInterval.percentile(slopes, 0.95);
    double slope = LinearFit.slope(x, y, sizes);
    return new NamingSlope(quantity, slope, interval.low(), interval.high());
  }

  private static double meanOfDraw(double[] values, RandomGenerator random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum / values.length;
  }
}
