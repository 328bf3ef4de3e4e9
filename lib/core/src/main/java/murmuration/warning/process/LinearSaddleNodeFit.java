package murmuration.warning.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Lbfgs;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * A {@linkplain LinearSaddleNode linear saddle-node process} by exact maximum likelihood, given the
 * first observation; the record may be unequally spaced, and missing observations are left out.
 *
 * <p>Sigma has a closed form given the rest and theta is found by Newton's method, so sqrt(R) at
 * the first and at the last time are searched, by L-BFGS with exact derivatives, from eight starts
 * about the Ornstein-Uhlenbeck solution ({@code r0 = (rate/2)^2} times 1 and 4, R changing over the
 * record by 0, -0.5, -0.9 and 1 times r0) and from up to four valleys of a coarse grid.
 *
 * <p>Two bounds keep to processes that a record can tell apart. The rates {@code 2 sqrt(R)} lie in
 * {@code [1e-4, 30]/median(D)}, as those of {@link OrnsteinUhlenbeckFit}: a faster process leaves
 * nothing of one sample in the next, and as sqrt(R) is a part of the level too, it could then
 * follow any slow drift. And the level {@code sqrt(R) + theta} is at least a thousandth of the
 * record's range: a level that vanishes under noise of unbounded sigma gives a variance that
 * changes without any slowing down.
 *
 * @param record the record that was fitted
 * @param process the process of highest likelihood
 * @param logLikelihood its log-likelihood, a natural logarithm
 * @param n steps between present observations
 * @param convergence how the maximum was proved
 */
public record LinearSaddleNodeFit(
    TimeSeries record,
    LinearSaddleNode process,
    double logLikelihood,
    int n,
    Convergence convergence)
    implements Charted {
  private static final int LEAST = 6;
  private static final double AGREEMENT = 1e-6;
  private static final double EDGE = 1e-3;
  private static final int POINTS = 200;

  /** Checks that the parts belong together. */
  public LinearSaddleNodeFit {
    Arguments.present("record", record);
    Arguments.present("process", process);
    Arguments.present("convergence", convergence);
    Arguments.require(
        n == Increments.of(record, LEAST).size(), "n is %d: expected the steps of the record", n);
    double found = process.logLikelihood(record);
    Arguments.require(
        Double.isFinite(found) && Math.abs(found - logLikelihood) <= 1e-6 * (1 + Math.abs(found)),
        "logLikelihood is %s: expected that of the process, %s",
        logLikelihood,
        found);
  }

  /**
   * Fits the process with the consistent variance.
   *
   * @param record at least 6 observations that are not missing, of a state that is positive, as a
   *     population is; equally spaced or not
   * @throws IllegalArgumentException for records that are shorter or constant
   */
  public static LinearSaddleNodeFit of(TimeSeries record) {
    return of(record, VarianceEquation.CONSISTENT);
  }

  /** The same with a variance equation of choice. */
  public static LinearSaddleNodeFit of(TimeSeries record, VarianceEquation equation) {
    Arguments.present("equation", equation);
    var steps = Increments.of(record, LEAST);
    double rate = Math.log(OrnsteinUhlenbeckFit.of(record).process().rate());
    var rates = new OrnsteinUhlenbeckLikelihood(steps);
    var likelihood = new SaddleNodeLikelihood(steps, equation);
    var search =
        new SaddleNodeSearch(
            likelihood, Math.min(rates.slowest(), rate), Math.max(rates.fastest(), rate));
    List<Lbfgs.Minimum> found = search.run(Math.exp(rate));
    Arguments.require(
        !found.isEmpty(),
        "record has no finite likelihood at any of the starts: expected a range that is neither"
            + " vanishing nor beyond all bounds, found %s",
        steps.range());
    Lbfgs.Minimum best = found.getFirst();
    double[] roots = search.logRoots(best.x());
    double[] gradient = new double[2];
    double value = -likelihood.value(roots, gradient);
    boolean edge = search.isAtEdge(roots[0], EDGE) || search.isAtEdge(roots[1], EDGE);
    int agreeing = (int) found.stream().filter(m -> m.value() <= best.value() + AGREEMENT).count();
    var convergence =
        new Convergence(search.slope(best.x(), gradient), found.size(), agreeing, edge);
    return new LinearSaddleNodeFit(
        record, likelihood.process(roots), value, steps.size(), convergence);
  }

  /** The distance to the bifurcation at the first time; open where the record sets no bound. */
  public Estimate r0() {
    return profiles().r0();
  }

  /** The pace of that distance, below 0 for deterioration. */
  public Estimate m() {
    return profiles().m();
  }

  /** The level of the saddle-node. */
  public Estimate theta() {
    return profiles().theta();
  }

  /** The strength of the noise. */
  public Estimate sigma() {
    return profiles().sigma();
  }

  private SaddleNodeProfiles profiles() {
    return new SaddleNodeProfiles(Increments.of(record, LEAST), process, logLikelihood);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Linear saddle-node process of %s, by maximum likelihood
        n = %d steps, log-likelihood %s (%s)
        R at the first time %s
        pace m of R         %s
        theta               %s
        sigma               %s
        variance equation: %s
        intervals: 95 %%, profile likelihood\
        """,
        record.name(),
        n,
        Digits.of(logLikelihood, 6),
        convergence,
        r0(),
        m(),
        theta(),
        sigma(),
        process.equation());
  }

  @Override
  public Table table() {
    var rows = Quantities.of("linear saddle-node process");
    rows = r0().in(rows, "r0");
    rows = m().in(rows, "m");
    rows = theta().in(rows, "theta");
    rows = sigma().in(rows, "sigma");
    return rows.and("log-likelihood", logLikelihood).and("n", n).table();
  }

  /** The record with the fitted level sqrt(R) + theta, and the rate of return 2 sqrt(R). */
  @Override
  public Figure chart() {
    double[] t = record.times();
    double from = t[0];
    double span = t[t.length - 1] - from;
    double[] time = new double[POINTS];
    Arrays.setAll(time, i -> from + span * i / (POINTS - 1));
    double[] root = Arrays.stream(time).map(u -> Math.sqrt(process.distance(u - from))).toArray();
    double[] level = Arrays.stream(root).map(s -> s + process.theta()).toArray();
    double[] rate = Arrays.stream(root).map(s -> 2 * s).toArray();
    return Figure.column(
        Panel.over(record, record.name())
            .line("record", t, record.values())
            .line("level √R + θ", time, level),
        Panel.over(record, "Rate of return 2√R").line("rate", time, rate));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
            Map.of(
                "method",
                "exact maximum likelihood given the first observation",
                "variance equation",
                process.equation().toString()))
        .data(record.source());
  }
}
