package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.InformationCriteria;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * A line with several breaks, continuous, the number of breaks chosen by BIC with {@code k = 2 + 2
 * breaks}. Breaks are found from the best division into free lines of at least 3 points (dynamic
 * programming) and then moved, one after the other, to where they fit best (within 1e-8). BIC takes
 * no account of the search; for whether there is a break at all, {@link SegmentedRegression} tests.
 *
 * @param x length n, ascending
 * @param y length n
 * @param breaks where the line breaks, ascending
 * @param levels the line at the first x, at each break, and at the last x
 * @param bics BIC with 0, 1, 2, ... breaks; positive infinity where so many were not found
 * @param rss residual sums of squares with 0, 1, 2, ... breaks
 */
public record PiecewiseLine(
    double[] x, double[] y, double[] breaks, double[] levels, double[] bics, double[] rss)
    implements Charted {
  private static final int MOST = 10;
  private static final int LARGEST = 5000;

  /** Checks the lengths and keeps its own copies. */
  public PiecewiseLine {
    Arguments.finite("x", x, 1);
    Arguments.sameLength("x", x, "y", y);
    Arguments.finite("breaks", breaks, 0);
    Arguments.finite("levels", levels, 2);
    Arguments.require(
        levels.length == breaks.length + 2,
        "levels has %d values: expected 2 more than %d breaks",
        levels.length,
        breaks.length);
    Arguments.sameLength("bics", bics, "rss", rss);
    Arguments.require(bics.length > breaks.length, "bics has %d values: too few", bics.length);
    x = x.clone();
    y = y.clone();
    breaks = breaks.clone();
    levels = levels.clone();
    bics = bics.clone();
    rss = rss.clone();
  }

  /**
   * Chooses the number of breaks.
   *
   * @param x length n of at least 5 and at most 5000, finite, at least 5 distinct values
   * @param y length n, finite
   * @param most breaks at most, 0 to 10
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static PiecewiseLine of(double[] x, double[] y, int most) {
    Arguments.require(most >= 0 && most <= MOST, "most is %d: expected 0 to %d", most, MOST);
    double[] equal = new double[Arguments.present("x", x).length];
    Arrays.fill(equal, 1);
    Rows rows = Rows.of(x, y, equal);
    Arguments.require(
        rows.size() <= LARGEST, "x has %d values: expected at most 5000", rows.size());
    var search = new BreakSearch(rows);
    List<BreakSearch.Fit> fits = new ArrayList<>();
    double[] bics = new double[most + 1];
    double[] rss = new double[most + 1];
    Arrays.fill(bics, Double.POSITIVE_INFINITY);
    Arrays.fill(rss, Double.NaN);
    int best = 0;
    for (int k = 0; k <= search.most(most); k++) {
      var fit = search.fit(k);
      fits.add(fit);
      rss[k] = fit.rss();
      bics[k] = InformationCriteria.of(fit.rss(), rows.size(), 1 + 2 * k).bic();
      best = bics[k] < bics[best] ? k : best;
    }
    var chosen = fits.get(best);
    double[] ends = new double[best + 2];
    ends[0] = rows.x()[0];
    System.arraycopy(chosen.breaks(), 0, ends, 1, best);
    ends[best + 1] = rows.x()[rows.size() - 1];
    return new PiecewiseLine(rows.x(), rows.y(), chosen.breaks(), chosen.at(ends), bics, rss);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  @Override
  public double[] breaks() {
    return breaks.clone();
  }

  @Override
  public double[] levels() {
    return levels.clone();
  }

  @Override
  public double[] bics() {
    return bics.clone();
  }

  @Override
  public double[] rss() {
    return rss.clone();
  }

  private double[] ends() {
    double[] ends = new double[breaks.length + 2];
    ends[0] = x[0];
    System.arraycopy(breaks, 0, ends, 1, breaks.length);
    ends[ends.length - 1] = x[x.length - 1];
    return ends;
  }

  /** The slope of each piece, one more than breaks. */
  public double[] slopes() {
    double[] ends = ends();
    double[] slopes = new double[breaks.length + 1];
    Arrays.setAll(slopes, i -> (levels[i + 1] - levels[i]) / (ends[i + 1] - ends[i]));
    return slopes;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Line with %d breaks, n = %d
        breaks at %s
        slopes %s
        BIC with 0, 1, 2, ... breaks: %s\
        """,
        breaks.length,
        x.length,
        text(breaks),
        text(slopes()),
        text(bics));
  }

  private static String text(double[] values) {
    return Arrays.stream(values).mapToObj(v -> Digits.of(v, 4)).toList().toString();
  }

  @Override
  public Table table() {
    var quantities = Quantities.of("line with breaks");
    for (double each : breaks) {
      quantities = quantities.and("break", each);
    }
    for (double slope : slopes()) {
      quantities = quantities.and("slope", slope);
    }
    for (int k = 0; k < bics.length; k++) {
      quantities = quantities.and("BIC with " + k + " breaks", bics[k]);
    }
    return quantities.table();
  }

  /** The points and the line. */
  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("x", "y").points("points", x, y).line("line with breaks", ends(), levels));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("most breaks", Integer.toString(bics.length - 1)));
  }
}
