package murmuration.scaling.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LinearFit;
import murmuration.math.LogSpaced;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import murmuration.scaling.TrainingRuns;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import tech.tablesaw.api.Table;

/**
 * From Kaplan to Chinchilla (Pearce and Song 2024, Reconciling Kaplan and Chinchilla scaling laws):
 * what a frontier in <em>all</em> parameters looks like to one who counts parameters and compute
 * <em>without</em> embeddings.
 *
 * <p>With {@code N_total = N + w N^(1/3)} and C = k N D, the size N of least loss satisfies {@code
 * beta B D^-beta = alpha A N_total^-alpha s}, {@code s = d ln N_total / d ln N}. So N grows with C
 * with a local exponent that runs from {@code 1/(1 + alpha/(3 beta))} where embeddings are most of
 * a model to {@code 1/(1 + alpha/beta)} where they are few, by way of higher values in between.
 *
 * <pre>{@code
 * var kaplan = NonEmbeddingFrontier.of(AdditiveLaw.REPLICATION, 47_491);
 * double local = kaplan.exponent(1e17);
 * }</pre>
 *
 * @param law the law, in all parameters; exponents above 0
 * @param embedding w, 0 or more; 47,491 describes the models of Hoffmann et al. 2022 (Pearce and
 *     Song)
 * @param flopsPerTokenParameter k
 */
public record NonEmbeddingFrontier(AdditiveLaw law, double embedding, double flopsPerTokenParameter)
    implements Charted {
  private static final double LEAST_COMPUTE = 1e12;
  private static final double MOST_COMPUTE = 1e24;
  private static final int POINTS = 121;
  private static final int MOST = 100_000;

  /** Checks the constants, and that the best size grows with compute everywhere. */
  public NonEmbeddingFrontier {
    Arguments.present("law", law);
    Arguments.require(law.alpha() > 0 && law.beta() > 0, "law %s: expected exponents above 0", law);
    Arguments.require(
        embedding >= 0 && embedding < Double.POSITIVE_INFINITY,
        "embedding is %s: expected a finite number, 0 or more",
        embedding);
    Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    for (double logShare = -20; logShare <= 20; logShare += 0.05) {
      Arguments.require(
          growth(law, Math.exp(logShare)) > 0,
          "law %s has several best sizes for one compute without embeddings: expected larger"
              + " exponents",
          law);
    }
  }

  /** The frontier at 6 FLOP a token and parameter. */
  public static NonEmbeddingFrontier of(AdditiveLaw law, double embedding) {
    return new NonEmbeddingFrontier(law, embedding, TrainingRuns.FLOPS_PER_TOKEN_PARAMETER);
  }

  /** d ln C / d ln N where embeddings are {@code share} times the other parameters. */
  private static double growth(AdditiveLaw law, double share) {
    double slope = (1 + share / 3) / (1 + share);
    double bend = 4 * share / 9 / ((1 + share) * (1 + share / 3));
    return 1 + (law.alpha() * slope - bend) / law.beta();
  }

  /** All parameters of a model with N of them outside embeddings, above 0. */
  public double totalParameters(double parameters) {
    return Arguments.positive("parameters", parameters) + embedding * Math.cbrt(parameters);
  }

  /** w N^(1/3) / N. */
  private double share(double logN) {
    return embedding * Math.exp(-2 * logN / 3);
  }

  /** The tokens that make N parameters (without embeddings) the best for their compute. */
  public double tokensFor(double parameters) {
    return Math.exp(logTokens(Math.log(Arguments.positive("parameters", parameters))));
  }

  private double logTokens(double logN) {
    double share = share(logN);
    double logTotal = logN + Math.log1p(share);
    double logSlope = Math.log1p(share / 3) - Math.log1p(share);
    return (Math.log(law.beta() / law.alpha())
            + law.logB()
            - law.logA()
            + law.alpha() * logTotal
            - logSlope)
        / law.beta();
  }

  /** The compute, without embeddings, for which N parameters are best. */
  public double computeFor(double parameters) {
    return flopsPerTokenParameter * parameters * tokensFor(parameters);
  }

  /** The best size, without embeddings, for compute C counted without embeddings. */
  public double parameters(double compute) {
    return Math.exp(logParameters(compute));
  }

  private double logParameters(double compute) {
    double target = Math.log(Arguments.positive("compute", compute) / flopsPerTokenParameter);
    UnivariateFunction surplus = logN -> logN + logTokens(logN) - target;
    double step = surplus.value(0) > 0 ? -1 : 1;
    double far = step;
    while (surplus.value(far) * step < 0) {
      far *= 2;
    }
    return new BrentSolver(1e-14, 1e-14).solve(500, surplus, Math.min(0, far), Math.max(0, far));
  }

  /** d ln N / d ln C at compute C: what a power law fitted there would give. */
  public double exponent(double compute) {
    return 1 / growth(law, share(logParameters(compute)));
  }

  /**
   * The exponent of the power law through the best sizes of a range of compute: the least-squares
   * line of ln N on ln C at n values, equally spaced in the logarithm.
   *
   * @param n number of values, 2 to 100,000
   */
  public double exponent(double from, double to, int n) {
    Arguments.require(n >= 2 && n <= MOST, "n is %d: expected 2 to %d", n, MOST);
    double[] compute = LogSpaced.of(from, to, n);
    double[] logC = Arrays.stream(compute).map(Math::log).toArray();
    double[] logN = Arrays.stream(compute).map(this::logParameters).toArray();
    return LinearFit.slope(logC, logN, n);
  }

  private double[] each(double[] compute, DoubleUnaryOperator number) {
    return Arrays.stream(compute).map(number).toArray();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Best size without embeddings, N_total = N + %s N^(1/3), of %s
        exponent of N with C, both without embeddings: %s at 1e14 FLOP, %s at 1e17, %s at 1e20, %s at 1e23
        power law through 1e13 to 5e20 FLOP: exponent %s (all parameters: %s)\
        """,
        Digits.of(embedding, 5),
        law,
        Digits.of(exponent(1e14), 4),
        Digits.of(exponent(1e17), 4),
        Digits.of(exponent(1e20), 4),
        Digits.of(exponent(1e23), 4),
        Digits.of(exponent(1e13, 5e20, POINTS), 4),
        Digits.of(Frontier.of(law).parameterExponent(), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("best size without embeddings")
        .and("exponent at 1e14 FLOP", exponent(1e14))
        .and("exponent at 1e17 FLOP", exponent(1e17))
        .and("exponent at 1e20 FLOP", exponent(1e20))
        .and("exponent at 1e23 FLOP", exponent(1e23))
        .and("exponent of all parameters", Frontier.of(law).parameterExponent())
        .table();
  }

  /** The local exponent against compute without embeddings. */
  @Override
  public Figure chart() {
    double[] compute = LogSpaced.of(LEAST_COMPUTE, MOST_COMPUTE, POINTS);
    double all = Frontier.of(law).parameterExponent();
    return Figure.of(
        Panel.of("Compute without embeddings (FLOP)", "Exponent of N with C")
            .logX()
            .line("without embeddings", compute, each(compute, this::exponent))
            .line("all parameters", compute, each(compute, c -> all)));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("law", Arrays.toString(law.vector()));
    options.put("embedding", Double.toString(embedding));
    options.put("FLOP a token and parameter", Double.toString(flopsPerTokenParameter));
    return Provenance.of(options);
  }
}
