package murmuration.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How much worse the best fit becomes as one parameter is held elsewhere: the sum of squares with
 * the others fitted anew, against the value of the parameter. The interval is where it stays below
 * a threshold (Venzon and Moolgavkar 1988; Bates and Watts 1988 for the F distribution).
 *
 * @param fit a fit of least squares
 * @param parameter which parameter
 * @param level of the interval
 * @param calibration by which distribution
 * @param low lower end; 0 of A, B, E or {@code -Infinity} where the runs set no bound
 * @param high upper end; {@code Infinity} where the runs set no bound
 * @param values values of the parameter, ascending: A, B and E themselves
 * @param squares the sum of squares at each of them, weights counted
 */
public record LikelihoodProfile(
    ScalingFit fit,
    LawParameter parameter,
    double level,
    Calibration calibration,
    double low,
    double high,
    double[] values,
    double[] squares)
    implements Charted {
  private static final int POINTS = 41;
  private static final double MARGIN = 0.3;

  /** What the threshold is taken from. */
  public enum Calibration {
    /** {@code rss (1 + F(1, n-p) / (n-p))}. */
    F,
    /** {@code rss exp(chi2(1) / n)}: the likelihood ratio. */
    CHI_SQUARED
  }

  /** Checks the curve and keeps its own copies. */
  public LikelihoodProfile {
    Arguments.present("fit", fit);
    Arguments.present("parameter", parameter);
    Arguments.present("calibration", calibration);
    LawIntervals.level(level);
    Arguments.finite("values", values, 1);
    Arguments.sameLength("values", values, "squares", squares);
    values = values.clone();
    squares = squares.clone();
  }

  static LikelihoodProfile of(
      ScalingFit fit, LawParameter parameter, double level, Calibration calibration) {
    Arguments.present("parameter", parameter);
    Arguments.present("calibration", calibration);
    var search = new ProfileSearch(fit, parameter, level, calibration);
    double low = search.end(-1);
    double high = search.end(1);
    double centre = search.estimate();
    double from = Double.isFinite(low) ? low : centre - search.reach();
    double to = Double.isFinite(high) ? high : centre + search.reach();
    double margin = MARGIN * (to - from);
    double[] values = new double[POINTS];
    double[] squares = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double kept = from - margin + i * (to - from + 2 * margin) / (POINTS - 1);
      values[i] = parameter.natural(kept);
      squares[i] = search.squares(kept);
    }
    return new LikelihoodProfile(
        fit,
        parameter,
        level,
        calibration,
        parameter.natural(low),
        parameter.natural(high),
        values,
        squares);
  }

  static LawIntervals intervals(ScalingFit fit, double level, Calibration calibration) {
    Arguments.present("calibration", calibration);
    ProfileSearch.accept(fit);
    List<Quantities.Row> rows = new ArrayList<>();
    for (LawParameter p : LawParameter.values()) {
      double value = p.of(fit.law());
      if (fit.standardError(p) > 0) {
        var search = new ProfileSearch(fit, p, level, calibration);
        double low = p.natural(search.end(-1));
        rows.add(new Quantities.Row(p.symbol(), value, low, p.natural(search.end(1))));
      } else {
        rows.add(new Quantities.Row(p.symbol(), value, Double.NaN, Double.NaN));
      }
    }
    return new LawIntervals("profile", level, rows, fit.provenance());
  }

  /** The threshold of the interval. */
  public double threshold() {
    return ProfileSearch.threshold(fit, level, calibration);
  }

  @Override
  public String summary() {
    var row = new Quantities.Row(parameter.symbol(), parameter.of(fit.law()), low, high);
    return String.format(
        Locale.ROOT,
        "profile of %s, %.4g %% by %s%nsum of squares %.6g, threshold %.6g",
        LawIntervals.line(row),
        100 * level,
        calibration,
        fit.objective(),
        threshold());
  }

  /** One row a value: value, squares. */
  @Override
  public Table table() {
    return Table.create(
        "profile of " + parameter.symbol(),
        DoubleColumn.create("value", values),
        DoubleColumn.create("squares", squares));
  }

  /** The sum of squares by its minimum, with the threshold. */
  @Override
  public Figure chart() {
    double[] ratio = Arrays.stream(squares).map(s -> s / fit.objective()).toArray();
    return Figure.of(
        Panel.of(parameter.symbol(), "Sum of squares by its minimum")
            .line("profile", values, ratio)
            .horizontal(threshold() / fit.objective()));
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] squares() {
    return squares.clone();
  }

  @Override
  public Provenance provenance() {
    return fit.provenance();
  }
}
