package murmuration.scaling.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.InformationCriteria;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.sweep.Parallel;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several forms on the same curve: what the criteria say, and what the points say that were held
 * back. The two need not agree: a criterion judges the range that was seen.
 *
 * @param curve the points
 * @param objective what was minimised for every form
 * @param entries the forms, by AICc; of equal ones the form with fewer parameters first
 * @param leftOut forms with too many parameters for these points, each with the reason
 */
public record CurveComparison(
    ScalingCurve curve, CurveObjective objective, List<Entry> entries, List<String> leftOut)
    implements Charted {
  private static final double TIE = 1e-9;
  private static final double SAME_ERROR = 1e-6;
  private static final int MOST_SHOWN = 8;
  private static final int DRAWN = 5;

  /**
   * One form.
   *
   * @param fit its fit
   * @param delta its AICc less the least; NaN where both are infinite
   * @param weight its Akaike weight
   * @param rolling its rolling-origin errors within the training points; null for too few points
   */
  public record Entry(
      FittedCurve fit, double delta, double weight, @Nullable RollingOrigin rolling) {
    /** Checks that there is a fit. */
    public Entry {
      Arguments.present("fit", fit);
    }

    /** Whether AICc cannot tell it from the best: a difference below 2. */
    public boolean indistinguishable() {
      return delta < InformationCriteria.INDISTINGUISHABLE;
    }

    /** The error on the points held back; NaN where none were, or a prediction is not above 0. */
    public double rmsle() {
      return fit.extrapolation().map(Extrapolation::rmsle).orElse(Double.NaN);
    }

    /** The standard error of {@link #rmsle}. */
    public double standardError() {
      return fit.extrapolation().map(Extrapolation::standardError).orElse(Double.NaN);
    }

    /** The rolling-origin error; NaN for too few points. */
    public double rollingRmsle() {
      return rolling == null ? Double.NaN : rolling.rmsle();
    }
  }

  /** Keeps its own copies. */
  public CurveComparison {
    Arguments.present("curve", curve);
    Arguments.present("objective", objective);
    entries = Arguments.listed("entries", entries);
    leftOut = Arguments.listed("leftOut", leftOut);
    Arguments.require(!entries.isEmpty(), "entries is empty: expected at least one form");
  }

  /** All forms, by least squares of ln y, one point ahead at a time. */
  public static CurveComparison of(ScalingCurve curve) {
    return of(curve, CurveObjective.LOG, 1, CurveForm.distinct().toArray(CurveForm[]::new));
  }

  /** These forms, by least squares of ln y, one point ahead at a time. */
  public static CurveComparison of(ScalingCurve curve, CurveForm... forms) {
    return of(curve, CurveObjective.LOG, 1, forms);
  }

  /**
   * These forms.
   *
   * @param curve the points, without missing values
   * @param objective what is minimised for every form, by least squares
   * @param horizon points that rolling-origin validation predicts from each prefix, at least 1
   * @param forms at least one that has enough points, each once
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static CurveComparison of(
      ScalingCurve curve, CurveObjective objective, int horizon, CurveForm... forms) {
    Arguments.present("curve", curve);
    Arguments.require(
        Arguments.present("objective", objective).isLeastSquares(),
        "objective is %s: expected least squares, which the criteria are of",
        objective);
    List<CurveForm> all = Arguments.listed("forms", forms).stream().distinct().toList();
    double n = Points.of(curve).n;
    Arguments.require(
        horizon >= 1 && horizon <= curve.train().size(),
        "horizon is %d: expected 1 to the number of training points",
        horizon);
    List<CurveForm> possible = all.stream().filter(f -> n >= f.parameters() + 1).toList();
    List<String> others =
        all.stream()
            .filter(f -> n < f.parameters() + 1)
            .map(f -> f + " needs at least " + (f.parameters() + 1) + " points")
            .toList();
    Arguments.require(!possible.isEmpty(), "no form has enough points: %s", others);
    List<FittedCurve> fits =
        Parallel.map(
            "forms of a curve",
            possible.size(),
            i -> CurveFit.of(curve).form(possible.get(i)).objective(objective).fit());
    return new CurveComparison(curve, objective, ranked(fits, horizon), others);
  }

  private static List<Entry> ranked(List<FittedCurve> fits, int horizon) {
    double[] weights =
        InformationCriteria.weights(fits.stream().mapToDouble(f -> f.criteria().aicc()).toArray());
    double least = fits.stream().mapToDouble(f -> f.criteria().aicc()).min().orElseThrow();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      FittedCurve fit = fits.get(i);
      boolean enough = fit.curve().train().size() > fit.form().parameters() + 2;
      double aicc = fit.criteria().aicc();
      RollingOrigin rolling =
          enough ? RollingOrigin.of(fit.curve(), fit.form(), fit.objective(), horizon) : null;
      entries.add(new Entry(fit, aicc == least ? 0 : aicc - least, weights[i], rolling));
    }
    entries.sort(
        Comparator.comparingInt((Entry e) -> e.fit.form().parameters())
            .thenComparing(e -> e.fit.form()));
    entries.sort(
        (a, b) -> Math.abs(a.delta - b.delta) <= TIE ? 0 : Double.compare(a.delta, b.delta));
    return entries;
  }

  /** The form with the least AICc. */
  public Entry best() {
    return entries.getFirst();
  }

  /** The entry of a form; empty where it was left out. */
  public Optional<Entry> entry(CurveForm form) {
    Arguments.present("form", form);
    return entries.stream().filter(e -> e.fit.form() == form).findFirst();
  }

  /** The forms that AICc cannot tell from the best, the best first. */
  public List<CurveForm> indistinguishable() {
    return entries.stream().filter(Entry::indistinguishable).map(e -> e.fit.form()).toList();
  }

  /**
   * The form with the least error on the points held back; of forms that differ by less than 1e-6
   * of it, as where one is at a bound and is the other, the one with fewer parameters. Empty where
   * no points were held back.
   */
  public Optional<Entry> bestAhead() {
    return least(Entry::rmsle);
  }

  /** The form with the least rolling-origin error, ties as in {@link #bestAhead}. */
  public Optional<Entry> bestRolling() {
    return least(Entry::rollingRmsle);
  }

  private Optional<Entry> least(ToDoubleFunction<Entry> number) {
    double least =
        entries.stream().mapToDouble(number).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    return entries.stream()
        .filter(e -> number.applyAsDouble(e) <= least * (1 + SAME_ERROR))
        .min(Comparator.comparingInt(e -> e.fit.form().parameters()));
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(curve + ", " + objective);
    lines.add(
        String.format(
            Locale.ROOT,
            "%-12s %10s %8s %10s %11s %10s",
            "",
            "delta AICc",
            "weight",
            "rolling",
            "RMSLE ahead",
            "its SE"));
    for (Entry e : entries.subList(0, Math.min(MOST_SHOWN, entries.size()))) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-12s %10s %8.4f %10s %11s %10s",
              e.fit.form(),
              Digits.of(e.delta, 4),
              e.weight,
              Digits.of(e.rollingRmsle(), 3),
              Digits.of(e.rmsle(), 3),
              Digits.of(e.standardError(), 3)));
    }
    lines.add("not told apart by AICc (difference below 2): " + indistinguishable());
    return String.join("\n", lines);
  }

  /** One row a form, by AICc. */
  @Override
  public Table table() {
    return Table.create(
        "forms of " + curve.yName(),
        StringColumn.create("form", entries.stream().map(e -> e.fit.form().toString())),
        column("parameters", e -> e.fit.form().parameters()),
        column("rss", e -> e.fit.rss()),
        column("AIC", e -> e.fit.criteria().aic()),
        column("AICc", e -> e.fit.criteria().aicc()),
        column("BIC", e -> e.fit.criteria().bic()),
        column("delta AICc", Entry::delta),
        column("Akaike weight", Entry::weight),
        BooleanColumn.create(
            "indistinguishable",
            entries.stream().map(Entry::indistinguishable).toArray(Boolean[]::new)),
        column("rolling RMSLE", Entry::rollingRmsle),
        column("RMSLE ahead", Entry::rmsle),
        column("standard error", Entry::standardError));
  }

  private DoubleColumn column(String name, ToDoubleFunction<Entry> number) {
    return DoubleColumn.create(name, entries.stream().mapToDouble(number).toArray());
  }

  /** The points and the five forms with the least AICc. */
  @Override
  public Figure chart() {
    double[] x = CurvePanel.grid(curve, 120);
    Panel panel = CurvePanel.of(curve);
    for (Entry e : entries.subList(0, Math.min(DRAWN, entries.size()))) {
      panel = panel.line(e.fit.form().toString(), x, CurvePanel.positive(e.fit.at(x)));
    }
    return Figure.of(panel);
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("curve", curve.toString());
    options.put("objective", objective.toString());
    options.put("forms", entries.stream().map(e -> e.fit.form().toString()).toList().toString());
    return Provenance.of(options).data(curve.source());
  }
}
