package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How many breaks does a curve have? Broken laws with 0 to 3 breaks, judged by AICc and BIC, by
 * rolling-origin errors, and by the points held back. A break counts as evidence only if it lowers
 * BIC and the errors ahead as well: a criterion alone is content with any wiggle of the points
 * seen.
 *
 * @param curve the points
 * @param laws the broken laws, from 0 breaks up, as far as there are points for
 */
public record BrokenLawSelection(ScalingCurve curve, List<Law> laws) implements Charted {
  private static final int MOST = 3;

  /**
   * A broken law.
   *
   * @param fit its fit
   * @param rolling RMSLE one point ahead, from the prefixes that are long enough for every law
   */
  public record Law(FittedCurve fit, double rolling) {
    /** Checks that there is a fit. */
    public Law {
      Arguments.present("fit", fit);
    }

    /** Number of breaks. */
    public int breaks() {
      return fit.form().breaks();
    }

    /** The error on the points held back; NaN where none were, or a prediction is not above 0. */
    public double rmsle() {
      return fit.extrapolation().map(Extrapolation::rmsle).orElse(Double.NaN);
    }
  }

  /** Keeps its own copy. */
  public BrokenLawSelection {
    Arguments.present("curve", curve);
    laws = Arguments.listed("laws", laws);
    Arguments.require(!laws.isEmpty(), "laws is empty: expected at least one");
  }

  /** Up to 3 breaks, by least squares of ln y. */
  public static BrokenLawSelection of(ScalingCurve curve) {
    return of(curve, CurveObjective.LOG, MOST);
  }

  /**
   * Up to so many breaks.
   *
   * @param curve at least 6 training points, without missing values; a law with p parameters is
   *     tried where there are at least p + 3
   * @param objective what is minimised, least squares
   * @param most breaks at most, 0 to 3
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static BrokenLawSelection of(ScalingCurve curve, CurveObjective objective, int most) {
    Arguments.require(most >= 0 && most <= MOST, "most is %d: expected 0 to %d", most, MOST);
    Arguments.require(
        Arguments.present("objective", objective).isLeastSquares(),
        "objective is %s: expected least squares, which the criteria are of",
        objective);
    int n = Arguments.present("curve", curve).train().size();
    int tried = most;
    while (tried > 0 && n < CurveForm.broken(tried).parameters() + 3) {
      tried--;
    }
    int shortest = CurveForm.broken(tried).parameters() + 2;
    List<Law> laws = new ArrayList<>();
    for (int breaks = 0; breaks <= tried; breaks++) {
      CurveForm form = CurveForm.broken(breaks);
      var fit = CurveFit.of(curve).form(form).objective(objective).fit();
      var rolling = RollingOrigin.of(curve, form, objective, 1, shortest);
      laws.add(new Law(fit, rolling.rmsle()));
    }
    return new BrokenLawSelection(curve, laws);
  }

  /** The number of breaks with the least AICc. */
  public int byAicc() {
    return least(law -> law.fit.criteria().aicc());
  }

  /** The number of breaks with the least BIC. */
  public int byBic() {
    return least(law -> law.fit.criteria().bic());
  }

  /** The number of breaks with the least rolling-origin error. */
  public int byRollingOrigin() {
    return least(law -> law.rolling);
  }

  /** The number with the least value; of equal ones, and where all are NaN, the fewest. */
  private int least(ToDoubleFunction<Law> number) {
    Law best = laws.getFirst();
    for (Law law : laws) {
      double value = number.applyAsDouble(law);
      double before = number.applyAsDouble(best);
      best = value < before || (Double.isNaN(before) && !Double.isNaN(value)) ? law : best;
    }
    return best.breaks();
  }

  /**
   * The breaks there is evidence for: the most for which BIC, the rolling-origin error and, where
   * points were held back, the error on them are all lower than with any fewer that qualified.
   */
  public int supported() {
    Law best = laws.getFirst();
    for (Law law : laws) {
      boolean ahead = curve.heldBack() == 0 || law.rmsle() < best.rmsle();
      if (law.fit.criteria().bic() < best.fit.criteria().bic()
          && law.rolling < best.rolling
          && ahead) {
        best = law;
      }
    }
    return best.breaks();
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Breaks of " + curve);
    for (Law law : laws) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d breaks: AICc %s, BIC %s, rolling RMSLE %s, ahead %s",
              law.breaks(),
              Digits.of(law.fit.criteria().aicc(), 4),
              Digits.of(law.fit.criteria().bic(), 4),
              Digits.of(law.rolling, 4),
              Digits.of(law.rmsle(), 4)));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "AICc says %d, BIC %d, rolling origin %d; supported by all: %d",
            byAicc(),
            byBic(),
            byRollingOrigin(),
            supported()));
    return String.join("\n", lines);
  }

  /** One row a law: breaks, criteria, errors. */
  @Override
  public Table table() {
    return Table.create(
        "breaks of " + curve.yName(),
        IntColumn.create("breaks", laws.stream().mapToInt(Law::breaks).toArray()),
        column("AICc", law -> law.fit.criteria().aicc()),
        column("BIC", law -> law.fit.criteria().bic()),
        column("rolling RMSLE", Law::rolling),
        column("RMSLE ahead", Law::rmsle));
  }

  private DoubleColumn column(String name, ToDoubleFunction<Law> number) {
    return DoubleColumn.create(name, laws.stream().mapToDouble(number).toArray());
  }

  /** The points and each broken law. */
  @Override
  public Figure chart() {
    double[] x = CurvePanel.grid(curve, 200);
    Panel panel = CurvePanel.of(curve);
    for (Law law : laws) {
      panel = panel.line(law.breaks() + " breaks", x, CurvePanel.positive(law.fit.at(x)));
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("curve", curve.toString());
    options.put("objective", laws.getFirst().fit.objective().toString());
    options.put("most breaks", Integer.toString(laws.size() - 1));
    return Provenance.of(options).data(curve.source());
  }
}
