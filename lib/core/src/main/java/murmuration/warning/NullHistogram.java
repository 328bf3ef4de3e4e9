package murmuration.warning;

import java.util.Arrays;
import murmuration.math.Digits;
import murmuration.math.Histogram;
import murmuration.plot.Panel;

/** The panel of a surrogate test: how the null is spread, and where the record lies. */
final class NullHistogram {
  private static final int MIN_BINS = 10;
  private static final int MAX_BINS = 40;

  private NullHistogram() {}

  static Panel of(SurrogateTest test) {
    double[] nulls = Arrays.stream(test.nulls()).filter(Double::isFinite).toArray();
    var panel = Panel.of(test.statistic(), "surrogates");
    if (nulls.length > 0) {
      double low = Arrays.stream(nulls).min().orElseThrow();
      double high = Arrays.stream(nulls).max().orElseThrow();
      panel = bars(panel, nulls, low, high > low ? high : low + 1);
    }
    return Double.isFinite(test.observed())
        ? panel
            .vertical(test.observed())
            .title("observed " + Digits.of(test.observed(), 3) + ", p " + p(test))
        : panel.title("undefined on this record");
  }

  private static Panel bars(Panel panel, double[] nulls, double low, double high) {
    int bins = Math.clamp(Math.round(Math.sqrt(nulls.length)), MIN_BINS, MAX_BINS);
    var histogram = Histogram.of(nulls, low, high, bins);
    return panel.bars("null", histogram.centres(), histogram.heights());
  }

  private static String p(SurrogateTest test) {
    return test.pRight() <= test.pLeft()
        ? Digits.of(test.pRight(), 3) + " (rise)"
        : Digits.of(test.pLeft(), 3) + " (fall)";
  }
}
