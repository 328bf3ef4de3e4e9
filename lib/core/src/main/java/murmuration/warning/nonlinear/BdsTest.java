package murmuration.warning.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.ArmaChoice;
import murmuration.math.Rng;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Is there structure in a record that no linear model explains? The {@link BdsStatistic} of three
 * kinds of residuals (Dakos et al. 2012, Methods for detecting early warnings of critical
 * transitions in time series): first differences; residuals of the ARMA(p, q) of lowest AIC, p 1 to
 * 4, q 0 to 4; and residuals of GARCH(0,1) fitted to those of the ARMA. Each statistic is compared
 * with that of shuffles of the same residuals.
 *
 * <pre>{@code
 * var report = BdsTest.of(Datasets.series("lr04").between(1_500_000, 900_000))
 *     .dimension(3)
 *     .radii(0.5, 0.75, 1)
 *     .shuffles(200)
 *     .seed(1)
 *     .run();
 * }</pre>
 *
 * <p>What is left after the ARMA but gone after the GARCH is a changing variance; what is left
 * after both is other nonlinearity, or a parameter that moves. A trend or a jump also leaves
 * structure. First differences keep linear memory, so that a rejection on them alone says nothing
 * of nonlinearity. (Earlywarnings fits the GARCH to the record itself, its mean and its memory left
 * in.)
 *
 * @param series the record, at equal steps, without missing values
 * @param dimension M, the longest histories, 2 to 20
 * @param radii radii as multiples of the sd of the residuals, above 0
 * @param shuffles shuffles of each kind of residuals, at least 1
 * @param seed seed of the shuffles
 */
public record BdsTest(TimeSeries series, int dimension, double[] radii, int shuffles, long seed) {
  private static final String FIRST_DIFFERENCES = "first differences";
  private static final String GARCH = "GARCH(0,1) residuals";
  private static final int LEAST = 50;
  private static final int MOST_SHUFFLES = 1_000_000;

  /** Checks the ranges and keeps its own copy. */
  public BdsTest {
    Arguments.present("series", series);
    BdsStatistic.checkDimension(dimension);
    Arguments.finite("radii", radii, 1);
    for (double radius : radii) {
      Arguments.positive("radii", radius);
    }
    Arguments.require(
        shuffles >= 1 && shuffles <= MOST_SHUFFLES,
        "shuffles is %d: expected 1 to %d",
        shuffles,
        MOST_SHUFFLES);
    radii = radii.clone();
  }

  /**
   * A record with the defaults of earlywarnings: dimension 3, radii of 0.5, 0.75 and 1 sd, 1000
   * shuffles; seed 1.
   */
  public static BdsTest of(TimeSeries series) {
    return new BdsTest(series, 3, new double[] {0.5, 0.75, 1}, 1000, 1);
  }

  /**
   * Observations at equal steps, oldest first.
   *
   * @param values observations, length n of at least 50
   */
  public static BdsTest of(double[] values) {
    return of(TimeSeries.of(values));
  }

  @Override
  public double[] radii() {
    return radii.clone();
  }

  /** The same with histories of 2 to {@code value} samples. */
  public BdsTest dimension(int value) {
    return new BdsTest(series, value, radii, shuffles, seed);
  }

  /** The same with these radii, in multiples of the sd of the residuals. */
  public BdsTest radii(double... values) {
    return new BdsTest(series, dimension, values, shuffles, seed);
  }

  /** The same with another number of shuffles. */
  public BdsTest shuffles(int value) {
    return new BdsTest(series, dimension, radii, value, seed);
  }

  /** The same with another seed. */
  public BdsTest seed(long value) {
    return new BdsTest(series, dimension, radii, shuffles, value);
  }

  /**
   * Fits, measures and shuffles.
   *
   * @throws IllegalArgumentException for a record of fewer than 50 samples, one that is constant or
   *     a straight line, and one with missing values
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public BdsReport run() {
    var sample = Standardised.ofEqualSteps(series, Math.max(LEAST, 3 * dimension));
    checkNotStraight(series.values());
    double[] z = sample.z();
    double[] differences = new double[z.length - 1];
    Arrays.setAll(differences, i -> z[i + 1] - z[i]);
    var arma = ArmaChoice.of(z).best();
    double[] unforeseen = arma.residuals(z);
    var garch = ArchFit.of(unforeseen);
    String orders = "ARMA(" + arma.ar().length + ", " + arma.ma().length + ") residuals";
    List<BdsReport.Row> rows = new ArrayList<>();
    rows.addAll(rows(FIRST_DIFFERENCES, differences));
    rows.addAll(rows(orders, unforeseen));
    rows.addAll(rows(GARCH, garch.residuals()));
    return new BdsReport(
        this,
        List.of(
            arma.toString() + " (of the record over its sd)", garch.scaled(sample.sd()).words()),
        rows);
  }

  /** The first differences of a straight line are the rounding of its values. */
  private static void checkNotStraight(double[] x) {
    double largest = Math.abs(x[0]);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(x[i]));
      low = Math.min(low, x[i] - x[i - 1]);
      high = Math.max(high, x[i] - x[i - 1]);
    }
    Arguments.require(
        high - low > 4 * Math.ulp(largest),
        "series rises by %s at every step: expected values that vary about a line",
        low);
  }

  private List<BdsReport.Row> rows(String residuals, double[] e) {
    double sd = Math.sqrt(StatUtils.variance(e));
    double[] scaled = Arrays.stream(radii).map(r -> r * sd).toArray();
    List<BdsReport.Row> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int m = 2; m <= dimension; m++) {
      for (int r = 0; r < radii.length; r++) {
        names.add("BDS statistic of " + residuals + ", m = " + m + ", " + radii[r] + " sd");
      }
    }
    int kind = residuals.equals(FIRST_DIFFERENCES) ? 0 : residuals.equals(GARCH) ? 2 : 1;
    var tests =
        SurrogateTest.of(
            names,
            shuffled -> flat(BdsStatistic.statistics(shuffled, dimension, scaled)),
            e,
            Surrogates.shuffle(shuffles).seed(Rng.seed(seed, kind)));
    for (int i = 0; i < tests.size(); i++) {
      int r = i % radii.length;
      rows.add(new BdsReport.Row(residuals, 2 + i / radii.length, radii[r], tests.get(i)));
    }
    return rows;
  }

  private static double[] flat(double[][] statistics) {
    return Arrays.stream(statistics).flatMapToDouble(Arrays::stream).toArray();
  }

  Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("series", series.toString());
    options.put("dimension", Integer.toString(dimension));
    options.put("radii", Arrays.toString(radii));
    options.put("shuffles", Integer.toString(shuffles));
    return Provenance.of(options).seed(seed).data(series.source());
  }
}
