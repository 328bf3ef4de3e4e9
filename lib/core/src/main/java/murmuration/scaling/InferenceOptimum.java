package murmuration.scaling;

import java.util.Locale;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tech.tablesaw.api.Table;

/**
 * The cheapest model of a given loss when it must also be run: parameters and tokens of least
 * {@code k N D + (k/3) N T} with {@code L(N, D) = L0}, for T tokens in its life (Sardana et al.
 * 2024, Beyond Chinchilla-optimal). With k = 6, training costs 6 and inference 2 FLOP a token and
 * parameter.
 *
 * <p>It is smaller than the compute-optimal model of the same loss and is trained on more tokens;
 * with T = 0 it is that model. How far it can be over-trained and keep to the law is a question for
 * data, not for this formula.
 *
 * @param frontier the frontier, whose law and k it uses
 * @param loss L0
 * @param inferenceTokens T
 * @param parameters N, the cheapest
 * @param tokens D that bring N to L0
 */
public record InferenceOptimum(
    Frontier frontier, double loss, double inferenceTokens, double parameters, double tokens)
    implements Result {
  private static final double INFERENCE_SHARE = 1.0 / 3;
  private static final double FARTHEST = 1e300;

  /** Checks that all is positive. */
  public InferenceOptimum {
    Arguments.present("frontier", frontier);
    Arguments.positive("loss", loss);
    checkTokens(inferenceTokens);
    Arguments.positive("parameters", parameters);
    Arguments.positive("tokens", tokens);
    Arguments.require(
        loss > frontier.law().irreducible(),
        "loss is %s: expected more than E, %s",
        loss,
        frontier.law().irreducible());
  }

  private static void checkTokens(double tokens) {
    Arguments.require(
        tokens >= 0 && tokens < Double.POSITIVE_INFINITY,
        "inferenceTokens is %s: expected a finite number, 0 or more",
        tokens);
  }

  /**
   * With y the share of {@code L0 - E} that the term of D holds, D = (B / ((L0-E) y))^(1/beta), and
   * the cost is least where D (alpha (1-y) / (beta y) - 1) = T/3. The left side falls from infinity
   * at y = 0 to 0 at the compute-optimal y = alpha / (alpha + beta).
   */
  static InferenceOptimum of(Frontier frontier, double loss, double inferenceTokens) {
    double logExcess = Math.log(frontier.aboveFloor("loss", loss));
    checkTokens(inferenceTokens);
    AdditiveLaw law = frontier.law();
    double ratio = law.alpha() / law.beta();
    double logOptimum = Math.log(frontier.tokenExponent());
    UnivariateFunction surplus =
        logY ->
            Math.clamp(
                Math.exp((law.logB() - logExcess - logY) / law.beta())
                        * (ratio * Math.expm1(-logY) - 1)
                    - INFERENCE_SHARE * inferenceTokens,
                -FARTHEST,
                FARTHEST);
    double logY = logOptimum;
    if (inferenceTokens > 0) {
      double low = logOptimum - 1;
      while (surplus.value(low) < 0) {
        low = logOptimum + 2 * (low - logOptimum);
      }
      logY = new BrentSolver(1e-15, 1e-15).solve(500, surplus, low, logOptimum);
    }
    double n = Math.exp((law.logA() - logExcess - Math.log1p(-Math.exp(logY))) / law.alpha());
    double d = Math.exp((law.logB() - logExcess - logY) / law.beta());
    return new InferenceOptimum(frontier, loss, inferenceTokens, n, d);
  }

  /** What training costs, {@code k N D}. */
  public double trainingCompute() {
    return frontier.flopsPerTokenParameter() * parameters * tokens;
  }

  /** What running costs, {@code (k/3) N T}. */
  public double inferenceCompute() {
    return inferenceOf(parameters);
  }

  private double inferenceOf(double n) {
    return INFERENCE_SHARE * frontier.flopsPerTokenParameter() * n * inferenceTokens;
  }

  /** Training and running together. */
  public double totalCompute() {
    return trainingCompute() + inferenceCompute();
  }

  /** D / N. */
  public double tokensPerParameter() {
    return tokens / parameters;
  }

  /** The model of the same loss that is cheapest to train. */
  public Allocation trainingOptimum() {
    return frontier.at(frontier.computeFor(loss));
  }

  /** The share of the total compute of the {@link #trainingOptimum} that this one saves. */
  public double saved() {
    double compute = frontier.computeFor(loss);
    return 1 - totalCompute() / (compute + inferenceOf(frontier.parameters(compute)));
  }

  @Override
  public String summary() {
    Allocation cheap = trainingOptimum();
    return String.format(
        Locale.ROOT,
        """
        Loss %s for %s tokens of inference, under %s
        parameters %s, tokens %s, tokens per parameter %s
        training %s, inference %s FLOP
        cheapest to train alone: parameters %s, tokens %s, training %s FLOP
        saved over that: %s %% of all compute\
        """,
        Digits.of(loss, 4),
        Digits.of(inferenceTokens, 4),
        frontier.law(),
        Digits.of(parameters, 4),
        Digits.of(tokens, 4),
        Digits.of(tokensPerParameter(), 4),
        Digits.of(trainingCompute(), 4),
        Digits.of(inferenceCompute(), 4),
        Digits.of(cheap.parameters(), 4),
        Digits.of(cheap.tokens(), 4),
        Digits.of(cheap.compute(), 4),
        Digits.of(100 * saved(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("cheapest model to train and to run")
        .and("parameters", parameters)
        .and("tokens", tokens)
        .and("tokens per parameter", tokensPerParameter())
        .and("training compute", trainingCompute())
        .and("inference compute", inferenceCompute())
        .and("share of compute saved", saved())
        .table();
  }

  @Override
  public Provenance provenance() {
    return frontier.provenance();
  }
}
