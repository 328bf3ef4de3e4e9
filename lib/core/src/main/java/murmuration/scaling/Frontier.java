package murmuration.scaling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LogSpaced;
import murmuration.math.Quantile;
import murmuration.plot.Figure;
import tech.tablesaw.api.Table;

/**
 * The compute-optimal frontier of a law {@code L = E + A N^-alpha + B D^-beta}: for compute {@code
 * C = k N D} the parameters and tokens of least loss (Hoffmann et al. 2022, Eq. 4),
 *
 * <pre>
 * N = G (C/k)^a,  D = (C/k)^b / G,  G = (alpha A / (beta B))^(1/(alpha+beta)),
 * a = beta/(alpha+beta),  b = alpha/(alpha+beta),  L = E + K (C/k)^-(alpha beta/(alpha+beta))
 * </pre>
 *
 * <pre>{@code
 * Allocation best = Frontier.of(AdditiveLaw.HOFFMANN).at(5.76e23);
 * double perParameter = best.tokensPerParameter();
 * }</pre>
 *
 * <p>What it takes for granted: that runs cost k N D, that N counts the parameters which the law
 * was fitted with, and that the law holds as far as it is asked. Draws of the law, such as those of
 * a bootstrap, carry the uncertainty of the fit into every answer; that of the form stays out.
 *
 * @param law the law, with exponents above 0
 * @param flopsPerTokenParameter k, the cost of one token and one parameter; 6 FLOP for training a
 *     transformer (forward 2, backward 4)
 * @param draws laws that the runs allow as well, for intervals; may be empty
 * @param level share of the draws that an interval holds, between equal tails; 0.95 by default
 */
public record Frontier(
    AdditiveLaw law, double flopsPerTokenParameter, List<AdditiveLaw> draws, double level)
    implements Charted {
  private static final double TOLERANCE = 1e-3;
  private static final double LEAST_COMPUTE = 1e18;
  private static final double MOST_COMPUTE = 1e28;
  private static final int MOST_POINTS = 100_000;

  /** Checks the law and its draws. */
  public Frontier {
    Arguments.present("law", law);
    Arguments.require(
        hasFrontier(law),
        "law %s has no frontier: expected exponents above 0 and coefficients that are finite",
        law);
    Arguments.positive("flopsPerTokenParameter", flopsPerTokenParameter);
    draws = Arguments.listed("draws", draws);
    Arguments.require(
        level > 0 && level < 1, "level is %s: expected a share between 0 and 1", level);
  }

  /** The frontier at 6 FLOP a token and parameter, without draws. */
  public static Frontier of(AdditiveLaw law) {
    return new Frontier(law, TrainingRuns.FLOPS_PER_TOKEN_PARAMETER, List.of(), 0.95);
  }

  /** The same at another cost of one token and one parameter; 1 for {@code C = N D}. */
  public Frontier flopsPerTokenParameter(double k) {
    return new Frontier(law, k, draws, level);
  }

  /**
   * The same with intervals from these laws, such as the draws of a bootstrap. Those that have no
   * frontier (an exponent at or below 0) are left out of intervals and counted in the summary.
   */
  public Frontier draws(List<AdditiveLaw> values) {
    return new Frontier(law, flopsPerTokenParameter, values, level);
  }

  /** The same with intervals that hold this share of the draws, such as 0.8. */
  public Frontier level(double share) {
    return new Frontier(law, flopsPerTokenParameter, draws, share);
  }

  private static boolean hasFrontier(AdditiveLaw law) {
    return law.alpha() > 0
        && law.beta() > 0
        && Double.isFinite(law.alpha() + law.beta() + law.logA() + law.logB())
        && Double.isFinite(logG(law))
        && Double.isFinite(law.irreducible());
  }

  private static double logG(AdditiveLaw law) {
    return (Math.log(law.alpha() / law.beta()) + law.logA() - law.logB())
        / (law.alpha() + law.beta());
  }

  /** a, the exponent of N with compute. */
  public double parameterExponent() {
    return law.beta() / (law.alpha() + law.beta());
  }

  /** b = 1 - a, the exponent of D with compute. */
  public double tokenExponent() {
    return law.alpha() / (law.alpha() + law.beta());
  }

  /** G, the parameters at {@code C = k}. */
  public double coefficient() {
    return Math.exp(logG(law));
  }

  /** alpha beta / (alpha + beta), the exponent with which {@code L - E} falls with compute. */
  public double lossExponent() {
    return law.alpha() * parameterExponent();
  }

  /** N, the parameters of least loss for compute C, above 0. */
  public double parameters(double compute) {
    return Math.exp(logParameters(compute));
  }

  /** D, the tokens of least loss for compute C, above 0. */
  public double tokens(double compute) {
    return Math.exp(tokenExponent() * logUnits(compute) - logG(law));
  }

  /** D / N on the frontier at compute C, above 0. */
  public double tokensPerParameter(double compute) {
    return Math.exp((tokenExponent() - parameterExponent()) * logUnits(compute) - 2 * logG(law));
  }

  /** The least loss for compute C, above 0. */
  public double loss(double compute) {
    return law.irreducible() + Math.exp(logExcess(compute));
  }

  /** ln N on the frontier. */
  double logParameters(double compute) {
    return logG(law) + parameterExponent() * logUnits(compute);
  }

  /** ln (L - E) on the frontier. */
  double logExcess(double compute) {
    return logK() - lossExponent() * logUnits(compute);
  }

  /** ln (A G^-alpha + B G^beta); beta B G^beta = alpha A G^-alpha, so the sum is one term. */
  private double logK() {
    return law.logA() - law.alpha() * logG(law) + Math.log1p(law.alpha() / law.beta());
  }

  private double logUnits(double compute) {
    return Math.log(Arguments.positive("compute", compute)) - Math.log(flopsPerTokenParameter);
  }

  /**
   * The least compute that reaches a loss.
   *
   * @param loss the target, above E
   * @throws IllegalArgumentException at or below the irreducible loss E
   */
  public double computeFor(double loss) {
    double excess = aboveFloor("loss", loss);
    return flopsPerTokenParameter * Math.exp((logK() - Math.log(excess)) / lossExponent());
  }

  /**
   * The compute that, well spent, gives the loss of this choice; {@code k N D} over it is what the
   * choice wastes.
   *
   * @param parameters N, above 0
   * @param tokens D, above 0
   */
  public double equivalentCompute(double parameters, double tokens) {
    return computeFor(law.loss(parameters, tokens));
  }

  /** N on the frontier where D is this: {@code G (G D)^(beta/alpha)}. */
  public double parametersFor(double tokens) {
    double logD = Math.log(Arguments.positive("tokens", tokens));
    return Math.exp(logG(law) + (logG(law) + logD) * law.beta() / law.alpha());
  }

  /** How far a target is above E. */
  double aboveFloor(String name, double loss) {
    Arguments.positive(name, loss);
    Arguments.require(
        loss > law.irreducible(),
        "%s is %s, below the irreducible loss E %s: expected one above it",
        name,
        loss,
        law.irreducible());
    return loss - law.irreducible();
  }

  /** The best split of compute C, with all N whose loss is within 0.1 % of the least. */
  public Allocation at(double compute) {
    return at(compute, TOLERANCE);
  }

  /**
   * The best split of compute C.
   *
   * @param compute C, above 0
   * @param tolerance how much more loss counts as the same, relative, above 0
   */
  public Allocation at(double compute, double tolerance) {
    return new Allocation(this, compute, tolerance);
  }

  /** The frontier at each of these computes. */
  public FrontierCurve over(double... compute) {
    return new FrontierCurve(this, compute);
  }

  /**
   * The frontier from one compute to another, at n values equally spaced in the logarithm.
   *
   * @param n number of values, 2 to 100,000
   */
  public FrontierCurve between(double from, double to, int n) {
    Arguments.require(n <= MOST_POINTS, "n is %d: expected 2 to %d", n, MOST_POINTS);
    return over(LogSpaced.of(from, to, n));
  }

  /**
   * The cheapest way to serve a loss, training and inference together; see {@link
   * InferenceOptimum}.
   *
   * @param loss the loss to reach, above E
   * @param tokens tokens that the model will read and write in its life, 0 or more
   */
  public InferenceOptimum serving(double loss, double tokens) {
    return InferenceOptimum.of(this, loss, tokens);
  }

  /**
   * A quantity under the draws: the ends of the {@link #level} interval, or NaN without draws.
   *
   * @param number from the frontier of a draw to the quantity
   */
  public double[] interval(ToDoubleFunction<Frontier> number) {
    Arguments.present("number", number);
    double[] sorted = usable().mapToDouble(number).sorted().toArray();
    double tail = (1 - level) / 2;
    return new double[] {
      Quantile.ofSorted(sorted, sorted.length, tail),
      Quantile.ofSorted(sorted, sorted.length, 1 - tail)
    };
  }

  /** Draws that have no frontier, which intervals leave out. */
  public long unusableDraws() {
    return draws.size() - usable().count();
  }

  private Stream<Frontier> usable() {
    return draws.stream()
        .filter(Frontier::hasFrontier)
        .map(d -> new Frontier(d, flopsPerTokenParameter, List.of(), level));
  }

  /** Computes to show: ten a decade of 1e18 to 1e28 FLOP. */
  private FrontierCurve usual() {
    return between(LEAST_COMPUTE, MOST_COMPUTE, 101);
  }

  @Override
  public String summary() {
    double[] a = interval(Frontier::parameterExponent);
    String lines =
        String.format(
            Locale.ROOT,
            "Compute-optimal frontier of %s, C = %s N D%nN ~ C^%s%s, D ~ C^%s, L - E ~ C^-%s",
            law,
            Digits.of(flopsPerTokenParameter, 4),
            Digits.of(parameterExponent(), 4),
            within(a),
            Digits.of(tokenExponent(), 4),
            Digits.of(lossExponent(), 4));
    String rows =
        String.join(
            "\n",
            DoubleStream.of(1e20, 1e22, 1e24, 1e26)
                .mapToObj(
                    c ->
                        String.format(
                            Locale.ROOT,
                            "C = %.0e: N %s, D %s, tokens per parameter %s%s, loss %s",
                            c,
                            Digits.of(parameters(c), 4),
                            Digits.of(tokens(c), 4),
                            Digits.of(tokensPerParameter(c), 4),
                            within(interval(f -> f.tokensPerParameter(c))),
                            Digits.of(loss(c), 4)))
                .toList());
    return lines + "\n" + rows + drawsNote();
  }

  /** An interval in brackets, or nothing without draws. */
  static String within(double[] interval) {
    return Double.isNaN(interval[0])
        ? ""
        : " (" + Digits.of(interval[0], 4) + " to " + Digits.of(interval[1], 4) + ")";
  }

  /** What the intervals are, as a line of its own, or nothing without draws. */
  String drawsNote() {
    if (draws.isEmpty()) {
      return "";
    }
    long left = unusableDraws();
    return String.format(
        Locale.ROOT,
        "%nintervals: %s %% of %d draws%s",
        Digits.of(100 * level, 4),
        draws.size(),
        left == 0 ? "" : ", " + left + " of them without a frontier and left out");
  }

  /** Exponents and coefficients; {@link #over} gives one row a compute. */
  @Override
  public Table table() {
    double[] a = interval(Frontier::parameterExponent);
    double[] b = interval(Frontier::tokenExponent);
    double[] g = interval(Frontier::coefficient);
    double[] c = interval(Frontier::lossExponent);
    return Quantities.of("compute-optimal frontier")
        .and("exponent of N", parameterExponent(), a[0], a[1])
        .and("exponent of D", tokenExponent(), b[0], b[1])
        .and("exponent of L - E", lossExponent(), c[0], c[1])
        .and("G", coefficient(), g[0], g[1])
        .table();
  }

  /** Tokens per parameter and loss from 1e18 to 1e28 FLOP; {@link #between} for other ranges. */
  @Override
  public Figure chart() {
    return usual().chart();
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("law", Arrays.toString(law.vector()));
    options.put("FLOP a token and parameter", Double.toString(flopsPerTokenParameter));
    options.put("draws", Integer.toString(draws.size()));
    options.put("level", Double.toString(level));
    return Provenance.of(options);
  }
}
