package murmuration.scaling.metric;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Selection;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/**
 * How abruptly a curve changes with scale: the emergence scores of Srivastava et al. (2022, Beyond
 * the imitation game, "linearity and breakthroughness"), as Schaeffer, Miranda and Koyejo (2023,
 * section 4) use them. With the steps {@code d_i = y_(i+1) - y_i},
 *
 * <p>{@code I = sign(argmax y - argmin y) (max y - min y)}, {@code B = I / sqrt(median d_i^2)},
 * {@code Lin = I / sqrt(mean d_i^2)}.
 *
 * <p>B is large where one step holds nearly all of the gain: for m points of a straight line it is
 * {@code m - 1}, for one step between flat ends infinite. It has no unit and no error of its own,
 * and on fewer than four scales it says nothing: {@link EmergenceBootstrap} gives its interval.
 *
 * @param improvement I; 0 for a constant curve
 * @param breakthroughness B; 0 for a constant curve, infinite where over half of the steps are 0
 *     and I is not
 * @param linearity Lin; 0 for a constant curve
 * @param scales number of points m
 */
public record EmergenceScores(
    double improvement, double breakthroughness, double linearity, int scales) implements Result {
  /** Checks the number of points. */
  public EmergenceScores {
    Arguments.require(scales >= 2, "scales is %d: expected at least 2", scales);
    Arguments.require(
        !Double.isNaN(improvement) && !Double.isNaN(breakthroughness) && !Double.isNaN(linearity),
        "scores are %s, %s, %s: expected numbers",
        improvement,
        breakthroughness,
        linearity);
  }

  /**
   * The scores of a curve. Among equal extremes the first counts.
   *
   * @param y scores in the order of scale, length m of at least 2, finite
   */
  public static EmergenceScores of(double[] y) {
    Arguments.finite("y", y, 2);
    int highest = 0;
    int lowest = 0;
    double size = 0;
    for (int i = 0; i < y.length; i++) {
      highest = y[i] > y[highest] ? i : highest;
      lowest = y[i] < y[lowest] ? i : lowest;
      size = Math.max(size, Math.abs(y[i]));
    }
    if (highest == lowest) {
      return new EmergenceScores(0, 0, 0, y.length);
    }
    double gain = Math.signum(highest - lowest) * (y[highest] / size - y[lowest] / size);
    double[] squares = new double[y.length - 1];
    for (int i = 0; i < squares.length; i++) {
      double step = y[i + 1] / size - y[i] / size;
      squares[i] = step * step;
    }
    return new EmergenceScores(
        gain * size,
        gain / Math.sqrt(Selection.median(squares)),
        gain / Math.sqrt(StatUtils.mean(squares)),
        y.length);
  }

  /** The same with a breakthroughness of at most this size on either side, above 0. */
  public EmergenceScores cap(double most) {
    Arguments.require(most > 0, "most is %s: expected a number above 0", most);
    return new EmergenceScores(
        improvement, Math.clamp(breakthroughness, -most, most), linearity, scales);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "improvement %.4g, breakthroughness %.4g, linearity %.4g over %d scales%s",
        improvement,
        breakthroughness,
        linearity,
        scales,
        scales < 4 ? " (fewer than 4: they say nothing)" : "");
  }

  /** The three scores; they have no intervals by themselves. */
  @Override
  public Table table() {
    return Quantities.of("emergence scores")
        .and("improvement", improvement)
        .and("breakthroughness", breakthroughness)
        .and("linearity", linearity)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("scales", Integer.toString(scales)));
  }
}
