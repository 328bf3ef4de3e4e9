package murmuration.concept.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.InformationCriteria;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * A theory with the numbers that bring it nearest to measured curves, by least squares.
 *
 * <p>The intervals are 95% by Student's t from the residuals. They take the checkpoints for
 * independent. Those of a smoothed curve, or of one training run, are not, and then the intervals
 * are too narrow: use several seeds, and fit each.
 *
 * @param <M> the theory
 * @param theory its name
 * @param model the theory with the fitted numbers
 * @param quantities the fitted numbers, each with its interval; NaN ends where the curves do not
 *     determine it
 * @param names what each curve is
 * @param steps training steps, length n
 * @param measured the measured curves, n x d
 * @param fitted the theory there, n x d
 * @param fineSteps steps for drawing
 * @param fineCurves the theory there
 * @param converged whether the search ended in a minimum
 * @param provenance where it comes from
 */
public record TheoryFit<M>(
    String theory,
    M model,
    Quantities quantities,
    List<String> names,
    double[] steps,
    double[][] measured,
    double[][] fitted,
    double[] fineSteps,
    double[][] fineCurves,
    boolean converged,
    Provenance provenance)
    implements Charted {

  /** Keeps its own copies. */
  public TheoryFit {
    Arguments.present("theory", theory);
    Arguments.present("model", model);
    Arguments.present("quantities", quantities);
    Arguments.present("provenance", provenance);
    names = Arguments.listed("names", names);
    steps = Arguments.present("steps", steps).clone();
    fineSteps = Arguments.present("fineSteps", fineSteps).clone();
    measured = Curves.checked("measured", measured, steps.length, names.size());
    fitted = Curves.checked("fitted", fitted, steps.length, names.size());
    fineCurves = Curves.checked("fineCurves", fineCurves, fineSteps.length, names.size());
  }

  @Override
  public double[] steps() {
    return steps.clone();
  }

  @Override
  public double[][] measured() {
    return Curves.copy(measured);
  }

  @Override
  public double[][] fitted() {
    return Curves.copy(fitted);
  }

  @Override
  public double[] fineSteps() {
    return fineSteps.clone();
  }

  @Override
  public double[][] fineCurves() {
    return Curves.copy(fineCurves);
  }

  /** Numbers fitted: observations are n times d. */
  public int parameters() {
    return quantities.rows().size();
  }

  /** The sum of squared residuals over all curves. */
  public double rss() {
    double sum = 0;
    for (int i = 0; i < measured.length; i++) {
      for (int k = 0; k < measured[i].length; k++) {
        double r = measured[i][k] - fitted[i][k];
        sum += r * r;
      }
    }
    return sum;
  }

  /** The standard deviation of the residuals, in the curves' own unit. */
  public double residual() {
    return Math.sqrt(rss() / (steps.length * names.size() - parameters()));
  }

  /** The share of the curves' variation about their means that the theory explains. */
  public double rSquared() {
    double total = 0;
    for (int k = 0; k < names.size(); k++) {
      double[] curve = Curves.column(measured, k);
      double mean = Arrays.stream(curve).average().orElse(0);
      total += Arrays.stream(curve).map(v -> (v - mean) * (v - mean)).sum();
    }
    return 1 - rss() / total;
  }

  /** The largest distance between theory and measurement. */
  public double largestResidual() {
    return IntStream.range(0, steps.length)
        .mapToDouble(
            i ->
                IntStream.range(0, names.size())
                    .mapToDouble(k -> Math.abs(measured[i][k] - fitted[i][k]))
                    .max()
                    .orElse(0))
        .max()
        .orElse(0);
  }

  /** Criteria to set two theories of the same curves beside one another. */
  public InformationCriteria criteria() {
    return InformationCriteria.of(rss(), (double) steps.length * names.size(), parameters());
  }

  @Override
  public String summary() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d curve%s at %d steps%s",
            theory,
            names.size(),
            names.size() == 1 ? "" : "s",
            steps.length,
            converged ? "" : "; the search did not converge"));
    for (var row : quantities.rows().subList(0, Math.min(9, parameters()))) {
      text.append(String.format(Locale.ROOT, "%n%s: %.4g", row.quantity(), row.value()));
      text.append(
          Double.isNaN(row.low())
              ? " (not determined by the curves)"
              : String.format(Locale.ROOT, " [%.4g, %.4g]", row.low(), row.high()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%nresidual %.3g, largest %.3g, R^2 %.4g, AICc %.4g",
            residual(),
            largestResidual(),
            rSquared(),
            criteria().aicc()));
    return text.toString();
  }

  /** The fitted numbers with their intervals, then the residual and R^2. */
  @Override
  public Table table() {
    return quantities.and("residual", residual()).and("R^2", rSquared()).table();
  }

  /** The measured curves as points, the theory as lines in the same colours. */
  @Override
  public Figure chart() {
    boolean alone = names.size() == 1;
    var panel = Panel.of("Training step", alone ? names.getFirst() : "Value").title(theory);
    for (int k = 0; k < names.size(); k++) {
      // Points and line of one name share a colour.
      String name = names.get(k);
      panel = panel.points(alone ? "measured" : name, steps, Curves.column(measured, k));
      panel = panel.line(alone ? "theory" : name, fineSteps, Curves.column(fineCurves, k));
    }
    return Figure.of(panel);
  }
}
