package murmuration.concept.theory;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import tech.tablesaw.api.Table;

/**
 * The largest rise of a test loss that falls in the end: a network that first learns towards a
 * training class and then turns swings by, and its test loss is not monotone (Yang et al. 2024). Of
 * all pairs of times it is the one with the largest {@code loss(later) - loss(earlier)}.
 *
 * @param found whether the rise is above 1e-6 of the first loss
 * @param from when the loss is lowest before the rise; NaN where it never rises
 * @param to when it is highest after it; NaN where it never rises
 * @param low the loss at {@code from}; NaN where it never rises
 * @param high the loss at {@code to}; NaN where it never rises
 * @param provenance where it comes from
 */
public record SwingBy(
    boolean found, double from, double to, double low, double high, Provenance provenance)
    implements Result {
  private static final double LEAST = 1e-6;

  /** Checks what is needed. */
  public SwingBy {
    Arguments.present("provenance", provenance);
  }

  /**
   * Looks for the rise. It can only be seen at the times given: choose them closer than it lasts.
   *
   * @param times strictly increasing, length n of at least 2
   * @param loss length n, finite, 0 or more
   */
  public static SwingBy of(double[] times, double[] loss) {
    Arguments.increasing("times", times);
    Arguments.finite("loss", loss, 2);
    Arguments.sameLength("times", times, "loss", loss);
    int least = 0;
    int from = -1;
    int to = -1;
    double rise = 0;
    for (int i = 0; i < loss.length; i++) {
      Arguments.require(loss[i] >= 0, "loss[%d] is %s: expected 0 or more", i, loss[i]);
      if (loss[i] < loss[least]) {
        least = i;
      }
      if (loss[i] - loss[least] > rise) {
        rise = loss[i] - loss[least];
        from = least;
        to = i;
      }
    }
    var provenance =
        Provenance.of(Map.of("rise", "largest, above " + LEAST + " of the first loss"));
    if (from < 0) {
      return new SwingBy(false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, provenance);
    }
    boolean found = rise > LEAST * loss[0];
    return new SwingBy(found, times[from], times[to], loss[from], loss[to], provenance);
  }

  /** How much the loss rises; 0 where it never does. */
  public double rise() {
    return Double.isNaN(high) ? 0 : high - low;
  }

  @Override
  public String summary() {
    return found
        ? String.format(
            Locale.ROOT,
            "swing-by: test loss rises from %.4g at %.4g to %.4g at %.4g",
            low,
            from,
            high,
            to)
        : "no swing-by: the test loss does not rise";
  }

  @Override
  public Table table() {
    return Quantities.of("swing-by")
        .and("rise of the test loss", rise())
        .and("loss before", low)
        .and("loss after", high)
        .and("time before", from)
        .and("time after", to)
        .table();
  }
}
