package murmuration.scaling;

import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tech.tablesaw.api.Table;

/**
 * How to split one compute between parameters and tokens, and how little it matters: beside the
 * optimum, all N on the line {@code C = k N D} whose loss is within a tolerance of the least.
 *
 * <p>With {@code u = ln(N / N_opt)} the loss on that line is {@code E + (L_opt - E) (beta e^(-alpha
 * u) + alpha e^(beta u)) / (alpha + beta)}, so the two ends are roots, one on each side of 0.
 *
 * <pre>{@code
 * double[] flat = Frontier.of(AdditiveLaw.HOFFMANN).at(5.76e23).flatParameters();
 * }</pre>
 *
 * @param frontier the frontier
 * @param compute C, above 0
 * @param tolerance how much more loss counts as the same, relative to the least; 1e-12 to 1e6
 */
public record Allocation(Frontier frontier, double compute, double tolerance) implements Charted {
  private static final int POINTS = 121;

  /** Checks the numbers. */
  public Allocation {
    Arguments.present("frontier", frontier);
    Arguments.positive("compute", compute);
    Arguments.within("tolerance", tolerance, 1e-12, 1e6);
    double n = frontier.parameters(compute);
    double d = frontier.tokens(compute);
    double excess = Math.exp(frontier.logExcess(compute));
    Arguments.require(
        n > 0 && d > 0 && excess > 0 && Double.isFinite(n * excess) && Double.isFinite(d),
        "compute is %s, where the law has N %s, D %s, L - E %s: expected numbers that can be held",
        compute,
        n,
        d,
        excess);
  }

  /** N, the parameters of least loss. */
  public double parameters() {
    return frontier.parameters(compute);
  }

  /** D, the tokens of least loss. */
  public double tokens() {
    return frontier.tokens(compute);
  }

  /** D / N. */
  public double tokensPerParameter() {
    return frontier.tokensPerParameter(compute);
  }

  /** The least loss for this compute. */
  public double loss() {
    return frontier.loss(compute);
  }

  /** The smallest and the largest N whose loss is within the tolerance of the least. */
  public double[] flatParameters() {
    double alpha = frontier.law().alpha();
    double beta = frontier.law().beta();
    double excess = Math.exp(frontier.logExcess(compute));
    double sum = (alpha + beta) * (1 + tolerance * (loss() / excess));
    double down = -Math.log(sum / beta) / alpha;
    double up = Math.log(sum / alpha) / beta;
    return new double[] {
      parameters() * Math.exp(root(down, sum)), parameters() * Math.exp(root(up, sum))
    };
  }

  /**
   * The u between 0 and {@code far} at which {@code beta e^(-alpha u) + alpha e^(beta u)} is {@code
   * sum}; at {@code far} one of the two terms is the sum by itself.
   */
  private double root(double far, double sum) {
    double alpha = frontier.law().alpha();
    double beta = frontier.law().beta();
    return new BrentSolver(1e-15, 1e-15)
        .solve(
            500,
            u ->
                beta * Math.expm1(-alpha * u) + alpha * Math.expm1(beta * u) - (sum - alpha - beta),
            Math.min(0, far),
            Math.max(0, far));
  }

  /** The smallest and the largest D whose loss is within the tolerance: those of the flat N. */
  public double[] flatTokens() {
    double[] n = flatParameters();
    double units = parameters() * tokens();
    return new double[] {units / n[1], units / n[0]};
  }

  /** The interval of N under the frontier's draws; NaN without. */
  public double[] parametersInterval() {
    return frontier.interval(f -> f.parameters(compute));
  }

  /** The interval of D under the frontier's draws; NaN without. */
  public double[] tokensInterval() {
    return frontier.interval(f -> f.tokens(compute));
  }

  /** The interval of D / N under the frontier's draws; NaN without. */
  public double[] ratioInterval() {
    return frontier.interval(f -> f.tokensPerParameter(compute));
  }

  /** The interval of the least loss under the frontier's draws; NaN without. */
  public double[] lossInterval() {
    return frontier.interval(f -> f.loss(compute));
  }

  @Override
  public String summary() {
    double[] n = flatParameters();
    double[] d = flatTokens();
    return String.format(
            Locale.ROOT,
            """
            Best split of %s FLOP under %s
            parameters %s%s
            tokens %s%s
            tokens per parameter %s%s
            loss %s%s
            within %s %% of the least loss: N %s to %s (a factor of %s), D %s to %s\
            """,
            Digits.of(compute, 4),
            frontier.law(),
            Digits.of(parameters(), 4),
            Frontier.within(parametersInterval()),
            Digits.of(tokens(), 4),
            Frontier.within(tokensInterval()),
            Digits.of(tokensPerParameter(), 4),
            Frontier.within(ratioInterval()),
            Digits.of(loss(), 4),
            Frontier.within(lossInterval()),
            Digits.of(100 * tolerance, 4),
            Digits.of(n[0], 4),
            Digits.of(n[1], 4),
            Digits.of(n[1] / n[0], 4),
            Digits.of(d[0], 4),
            Digits.of(d[1], 4))
        + frontier.drawsNote();
  }

  /** Intervals are those of the draws, but for the flat ranges, which are of the law itself. */
  @Override
  public Table table() {
    double[] n = parametersInterval();
    double[] d = tokensInterval();
    double[] ratio = ratioInterval();
    double[] loss = lossInterval();
    double[] flatN = flatParameters();
    double[] flatD = flatTokens();
    return Quantities.of("best split of " + Digits.of(compute, 4) + " FLOP")
        .and("parameters", parameters(), n[0], n[1])
        .and("tokens", tokens(), d[0], d[1])
        .and("tokens per parameter", tokensPerParameter(), ratio[0], ratio[1])
        .and("loss", loss(), loss[0], loss[1])
        .and("parameters within the tolerance", parameters(), flatN[0], flatN[1])
        .and("tokens within the tolerance", tokens(), flatD[0], flatD[1])
        .table();
  }

  /** The loss along the line of equal compute; grey where it is within the tolerance. */
  @Override
  public Figure chart() {
    double[] flat = flatParameters();
    double reach = 3 * Math.max(Math.log(flat[1] / parameters()), Math.log(parameters() / flat[0]));
    double units = parameters() * tokens();
    double[] n = new double[POINTS];
    double[] loss = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      n[i] = parameters() * Math.exp(reach * (2.0 * i / (POINTS - 1) - 1));
      loss[i] = frontier.law().loss(n[i], units / n[i]);
    }
    return Figure.of(
        Panel.of("Parameters N at C = " + Digits.of(compute, 3) + " FLOP", "Loss")
            .logX()
            .shade(flat[0], flat[1])
            .line("loss", n, loss)
            .points("least", new double[] {parameters()}, new double[] {loss()}));
  }

  @Override
  public Provenance provenance() {
    return frontier.provenance();
  }
}
