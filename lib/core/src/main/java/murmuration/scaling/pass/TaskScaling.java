package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LeastSquares;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.curve.ConcavityTest;
import tech.tablesaw.api.Table;

/**
 * The task scaling law {@code PU(N) = exp(-c N^-alpha)} through the pass rates of models of several
 * sizes: a line of {@code F = ln(-ln PU)} on ln N by weighted least squares (Hu et al. 2024,
 * section 5).
 *
 * <pre>{@code
 * double[] n = {7e7, 1.6e8, 4.1e8, 1e9, 2.8e9, 6.9e9};
 * double[] pu = {0.00065, 0.0027, 0.0062, 0.0083, 0.0203, 0.0186};
 * TaskScaling law = TaskScaling.of(n, pu);
 * TaskPrediction next = law.predict(1.2e10, 0.95);
 * }</pre>
 *
 * <p>A mean over items that differ in difficulty is more concave than its items: where each follows
 * a law of the same alpha, {@code -ln} of the mean is a concave function of {@code N^-alpha}, so
 * that F falls faster and faster without any emergence. {@link ItemScaling} fits item by item.
 *
 * <p>Pass rates of 0 and 1 have no F: they are left out and listed. Standard errors take the
 * scatter about the line as it is; weights only say which points scatter less.
 *
 * @param sizes sizes that were fitted
 * @param rates pass rates there, above 0 and below 1
 * @param weights weights of the points, {@code 1/Var(F)}; all 1 where no variance was given
 * @param excluded sizes left out, where the pass rate is 0 or 1
 * @param line the line of F on {@code ln N - centre}
 * @param centre the weighted mean of ln N
 */
public record TaskScaling(
    double[] sizes,
    double[] rates,
    double[] weights,
    double[] excluded,
    LeastSquares line,
    double centre)
    implements Charted {
  private static final double LEVEL = 0.95;
  private static final int FEWEST = 3;

  /** Checks the shapes and keeps its own copies. */
  public TaskScaling {
    Arguments.finite("sizes", sizes, FEWEST);
    Arguments.finite("rates", rates, FEWEST);
    Arguments.finite("weights", weights, FEWEST);
    Arguments.finite("excluded", excluded, 0);
    Arguments.sameLength("sizes", sizes, "rates", rates);
    Arguments.sameLength("sizes", sizes, "weights", weights);
    Arguments.present("line", line);
    sizes = sizes.clone();
    rates = rates.clone();
    weights = weights.clone();
    excluded = excluded.clone();
  }

  /**
   * The law with all points alike.
   *
   * @param sizes sizes N of the models, above 0, length m
   * @param rates pass rate of each, 0 to 1, length m; at least three above 0 and below 1
   */
  public static TaskScaling of(double[] sizes, double[] rates) {
    double[] unknown = new double[Arguments.present("rates", rates).length];
    Arrays.fill(unknown, Double.NaN);
    return fit(sizes, rates, unknown);
  }

  /**
   * The law with weights {@code 1/Var(F)}, {@code Var(F) = Var(PU)/(PU ln PU)^2}.
   *
   * @param sizes sizes N of the models, above 0, length m
   * @param rates pass rate of each, 0 to 1, length m; at least three above 0 and below 1
   * @param variances variance of each pass rate, above 0 where it is used, length m
   */
  public static TaskScaling of(double[] sizes, double[] rates, double[] variances) {
    Arguments.finite("variances", variances, 1);
    return fit(sizes, rates, variances);
  }

  private static TaskScaling fit(double[] sizes, double[] rates, double[] variances) {
    Arguments.finite("sizes", sizes, 1);
    Arguments.finite("rates", rates, 1);
    Arguments.sameLength("sizes", sizes, "rates", rates);
    Arguments.sameLength("sizes", sizes, "variances", variances);
    for (int i = 0; i < sizes.length; i++) {
      Arguments.positive("sizes[" + i + "]", sizes[i]);
      Arguments.within("rates[" + i + "]", rates[i], 0, 1);
    }
    int[] used =
        IntStream.range(0, sizes.length).filter(i -> rates[i] > 0 && rates[i] < 1).toArray();
    Arguments.require(
        used.length >= FEWEST,
        "needs at least %d pass rates above 0 and below 1, got %d",
        FEWEST,
        used.length);
    double[] weights = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      double variance = variances[used[i]];
      double slope = rates[used[i]] * Math.log(rates[used[i]]);
      weights[i] =
          Double.isNaN(variance)
              ? 1
              : slope * slope / Arguments.positive("variances[" + used[i] + "]", variance);
    }
    double[] left =
        IntStream.range(0, sizes.length)
            .filter(i -> rates[i] <= 0 || rates[i] >= 1)
            .mapToDouble(i -> sizes[i])
            .toArray();
    return through(at(used, sizes), at(used, rates), weights, left);
  }

  private static double[] at(int[] places, double[] values) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  private static TaskScaling through(
      double[] sizes, double[] rates, double[] weights, double[] excluded) {
    double[] x = Arrays.stream(sizes).map(Math::log).toArray();
    double total = Arrays.stream(weights).sum();
    double centre = IntStream.range(0, x.length).mapToDouble(i -> weights[i] / total * x[i]).sum();
    double first = x[0];
    Arguments.require(
        Arrays.stream(x).anyMatch(v -> v != first),
        "sizes are all %s: expected distinct ones",
        sizes[0]);
    var line = LeastSquares.polynomial(x, f(rates), weights, 1, centre);
    return new TaskScaling(sizes, rates, weights, excluded, line, centre);
  }

  static double[] f(double[] rates) {
    return Arrays.stream(rates).map(v -> Math.log(-Math.log(v))).toArray();
  }

  @Override
  public double[] sizes() {
    return sizes.clone();
  }

  @Override
  public double[] rates() {
    return rates.clone();
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  @Override
  public double[] excluded() {
    return excluded.clone();
  }

  /** F of the fitted points. */
  public double[] f() {
    return f(rates);
  }

  /** The fitted law. */
  public TaskLaw law() {
    return new TaskLaw(Math.exp(line.coefficients()[0] + alpha() * centre), alpha());
  }

  /** The exponent, positive where larger models pass more often. */
  public double alpha() {
    return 0 - line.coefficients()[1];
  }

  /** The interval of {@link #alpha} by Student's t. */
  public double[] alphaInterval(double level) {
    double[] slope = line.interval(1, level);
    return new double[] {-slope[1], -slope[0]};
  }

  /**
   * The same law through the models below a size, to be tried on those from there on.
   *
   * @param size first size that is held back
   */
  public TaskScaling below(double size) {
    Arguments.positive("size", size);
    int[] kept = IntStream.range(0, sizes.length).filter(i -> sizes[i] < size).toArray();
    Arguments.require(
        kept.length >= FEWEST,
        "needs at least %d sizes below %s, got %d",
        FEWEST,
        size,
        kept.length);
    return through(at(kept, sizes), at(kept, rates), at(kept, weights), excluded);
  }

  /**
   * Whether F is bent: the F-test of a parabola against the line, all points alike.
   *
   * @throws IllegalArgumentException for fewer than 4 sizes
   */
  public ConcavityTest concavity() {
    return ConcavityTest.of(sizes, f());
  }

  /**
   * What the bend says, where it is told from none by the two-sided test of {@link #concavity}.
   *
   * @param level share of straight tasks that may be called bent, above 0 and below 1, such as 0.05
   * @throws IllegalArgumentException for fewer than 4 sizes
   */
  public TaskShape shape(double level) {
    Arguments.level(level);
    var test = concavity();
    if (!(test.p() < level)) {
      return TaskShape.SCALING_LAW;
    }
    return test.curvature() > 0 ? TaskShape.SUB_SCALING : TaskShape.SUPER_SCALING;
  }

  /**
   * The pass rate at another size, with the interval that a measurement there falls into: the error
   * of the line and the scatter about it (of a point of mean weight), Student's t on the scale of
   * F.
   *
   * @param n size, above 0
   * @param level coverage, above 0 and below 1
   */
  public TaskPrediction predict(double n, double level) {
    double f = fitted(Arguments.positive("n", n));
    double reach = reach(n, Arguments.level(level));
    return new TaskPrediction(n, passRate(f), passRate(f + reach), passRate(f - reach), level);
  }

  private double fitted(double n) {
    return line.at(1, Math.log(n) - centre);
  }

  /** How far from the line, in F, a measurement may lie. */
  private double reach(double n, double level) {
    double scatter = line.variance() / Moments.mean(weights);
    double error = line.standardErrorAt(1, Math.log(n) - centre);
    return line.halfWidth(Math.hypot(error, Math.sqrt(scatter)), level);
  }

  private static double passRate(double f) {
    return Math.exp(-Math.exp(f));
  }

  @Override
  public String summary() {
    double[] interval = alphaInterval(LEVEL);
    return String.format(
        Locale.ROOT,
        """
        %s, %d sizes from %s to %s%s
        alpha %s (95 %% %s to %s), scatter of F about the line %s%s\
        """,
        law(),
        sizes.length,
        Digits.of(Arrays.stream(sizes).min().orElseThrow(), 4),
        Digits.of(Arrays.stream(sizes).max().orElseThrow(), 4),
        excluded.length == 0 ? "" : "; left out (pass rate 0 or 1): " + Arrays.toString(excluded),
        Digits.of(alpha(), 4),
        Digits.of(interval[0], 4),
        Digits.of(interval[1], 4),
        Digits.of(Math.sqrt(line.variance()), 4),
        weighted() ? " times what the variances say" : "");
  }

  private boolean weighted() {
    return Arrays.stream(weights).anyMatch(w -> w != 1);
  }

  @Override
  public Table table() {
    double[] interval = alphaInterval(LEVEL);
    return Quantities.of("task scaling law")
        .and("alpha", alpha(), interval[0], interval[1])
        .and("ln c", Math.log(law().c()))
        .and("scatter of F", Math.sqrt(line.variance()))
        .and("sizes", sizes.length)
        .and("left out", excluded.length)
        .table();
  }

  /** F against N, with the line and the interval of a measurement. */
  @Override
  public Figure chart() {
    double[] n = grid();
    return Figure.of(
        Panel.of("Model size N", "F = ln(−ln PU)")
            .logX()
            .band(
                "95 % for a measurement",
                n,
                Arrays.stream(n).map(v -> fitted(v) - reach(v, LEVEL)).toArray(),
                Arrays.stream(n).map(v -> fitted(v) + reach(v, LEVEL)).toArray())
            .line("scaling law", n, Arrays.stream(n).map(this::fitted).toArray())
            .points("models", sizes, f()));
  }

  private double[] grid() {
    double low = Math.log(Arrays.stream(sizes).min().orElseThrow());
    double high = Math.log(Arrays.stream(sizes).max().orElseThrow());
    int steps = 60;
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(i -> Math.exp(low + (high - low) * i / steps))
        .toArray();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of(
            "fit",
            "least squares of ln(-ln PU) on ln N",
            "weights",
            weighted() ? "1/Var(F)" : "equal",
            "sizes",
            Arrays.toString(sizes)));
  }
}
