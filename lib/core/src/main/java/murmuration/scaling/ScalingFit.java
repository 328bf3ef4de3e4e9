package murmuration.scaling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A fitted law, with what proves that it is the best one.
 *
 * @param study what was fitted
 * @param law the law
 * @param objective the objective there, see {@link FitLoss}
 * @param gradientNorm the largest derivative of the objective there by a free parameter, with the
 *     coefficients taken at the means of ln N and ln D; of an objective with kinks, of the smooth
 *     one that agrees with it beyond 1e-10
 * @param iterations steps of the descent that ended there
 * @param status how it ended
 * @param starts descents that were made
 * @param agreeing how many of them ended within 1e-9 of the best objective, relative
 * @param covariance of (ln A, ln B, ln E, alpha, beta), 5 by 5; 0 for what is fixed, NaN where
 *     there is none: other status than OK, or {@link FitLoss#ASYM_MAE}
 */
public record ScalingFit(
    ScalingLaw study,
    AdditiveLaw law,
    double objective,
    double gradientNorm,
    int iterations,
    FitStatus status,
    int starts,
    int agreeing,
    double[][] covariance)
    implements Charted {
  private static final double LEVEL = 0.95;

  /** A gradient below this share of the objective is rounding, and is shown as that. */
  private static final double FLAT = 1e-9;

  private static final int K = LawParameter.COUNT;

  /** Checks the covariance and keeps its own copy. */
  public ScalingFit {
    Arguments.present("study", study);
    Arguments.present("law", law);
    Arguments.present("status", status);
    Arguments.require(
        starts >= 1 && agreeing >= 0 && agreeing <= starts,
        "agreeing is %d of %d starts: expected 0 to 1 or more",
        agreeing,
        starts);
    covariance = Covariances.checked("covariance", covariance);
  }

  static ScalingFit of(ScalingLaw study) {
    LawPoints points = study.points();
    var search = new LawSearch(points, study.loss(), study.kept(), study.oneExponent());
    LawSearch.Descent[] descents = search.run();
    LawSearch.Descent best = descents[0];
    FitStatus status = search.status(best);
    return new ScalingFit(
        study,
        study.exact(points.law(best.centred())),
        best.objective(),
        search.gradientNorm(best),
        best.iterations(),
        status,
        descents.length,
        LawSearch.agreeing(descents),
        status == FitStatus.OK ? search.covariance(best).matrix() : LawCovariance.none());
  }

  /** The share of descents that ended at the best objective. */
  public double startsConverged() {
    return (double) agreeing / starts;
  }

  /** How many runs were fitted: the sum of their weights. */
  public double n() {
    return Arrays.stream(study.runs().weights()).sum();
  }

  /** Runs less free parameters. */
  public double degreesOfFreedom() {
    return n() - study.parameters();
  }

  /** The standard error of a parameter; of A, B and E that of the logarithm. NaN without one. */
  public double standardError(LawParameter parameter) {
    int j = Arguments.present("parameter", parameter).index();
    return Math.sqrt(covariance[j][j]);
  }

  /** The residual of each run, in the order of the runs: of ln L, or of L where the fit was. */
  public double[] residuals() {
    double[] n = study.runs().parameters();
    double[] d = study.runs().tokens();
    double[] residuals = study.runs().losses();
    for (int i = 0; i < n.length; i++) {
      double fitted = law.loss(n[i], d[i]);
      residuals[i] = study.loss().isLog() ? Math.log(residuals[i] / fitted) : residuals[i] - fitted;
    }
    return residuals;
  }

  /** The loss that the law gives each run. */
  public double[] fitted() {
    double[] n = study.runs().parameters();
    double[] d = study.runs().tokens();
    Arrays.setAll(n, i -> law.loss(n[i], d[i]));
    return n;
  }

  /**
   * The Wald intervals: estimate plus and minus t standard errors, of A, B and E in their
   * logarithms.
   *
   * @param level such as 0.95
   */
  public LawIntervals wald(double level) {
    return WaldIntervals.of(this, level);
  }

  /** The profile-likelihood intervals with the F distribution; see {@link LikelihoodProfile}. */
  public LawIntervals profile(double level) {
    return profile(level, LikelihoodProfile.Calibration.F);
  }

  /**
   * The profile-likelihood intervals of the free parameters.
   *
   * @param level such as 0.95
   * @param calibration by which distribution
   * @throws IllegalArgumentException unless the fit is one of least squares with status OK
   */
  public LawIntervals profile(double level, LikelihoodProfile.Calibration calibration) {
    return LikelihoodProfile.intervals(this, level, calibration);
  }

  /** The profile likelihood of one parameter. */
  public LikelihoodProfile profile(LawParameter parameter, double level) {
    return LikelihoodProfile.of(this, parameter, level, LikelihoodProfile.Calibration.F);
  }

  /** A derived quantity with its delta-method interval. */
  public Quantities.Row derived(DerivedQuantity quantity, double level) {
    return Arguments.present("quantity", quantity).delta(this, level);
  }

  /** The compute-optimal frontier of this law; that of a bootstrap has bands. */
  public Frontier frontier() {
    return Frontier.of(law);
  }

  /** The bootstrap of this fit: which laws do resamples of the runs give? */
  public ScalingBootstrap bootstrap(int replicates) {
    return ScalingBootstrap.of(this, replicates);
  }

  /**
   * The bootstrap with resamples that the caller drew.
   *
   * @param counts how often each run occurs in a resample: one row a resample, one column a run
   */
  public LawDraws bootstrapOf(int[][] counts) {
    return ScalingBootstrap.given(this, counts);
  }

  /** The proof that the best law was found: as many descents from random exponents. */
  public RandomStarts fromRandomStarts(int count) {
    return RandomStarts.of(this, count);
  }

  /** Do the intervals hold what they promise on runs like these? In so many simulated samples. */
  public IntervalCoverage coverage(int samples) {
    return IntervalCoverage.of(this, samples);
  }

  /** Could the runs come from this law? By the covariance of the fit; see {@link LawTest}. */
  public LawTest test(AdditiveLaw published) {
    return LawTest.of(this, covariance, published);
  }

  @Override
  public String summary() {
    var lines = new StringBuilder();
    lines.append(
        String.format(
            Locale.ROOT,
            "%s%nfit of %s (n = %s, %d parameters%s)%n",
            law,
            study.loss(),
            Digits.of(n(), 6),
            study.parameters(),
            study.oneExponent() ? ", alpha = beta" : ""));
    lines.append(
        String.format(
            Locale.ROOT,
            "objective %s, gradient %s, %d iterations, %d of %d starts agree, status %s%n",
            Digits.of(objective, 8),
            gradientNorm <= FLAT * Math.abs(objective)
                ? "below " + Digits.of(FLAT, 1) + " of it"
                : Digits.of(gradientNorm, 2),
            iterations,
            agreeing,
            starts,
            status));
    for (Quantities.Row row : wald(LEVEL).rows()) {
      lines.append(LawIntervals.line(row)).append('\n');
    }
    return lines.append(waldWords()).toString();
  }

  private String waldWords() {
    if (status != FitStatus.OK) {
      return "no standard errors: " + status;
    }
    return Double.isNaN(covariance[K - 1][K - 1])
        ? "no standard errors for this objective: bootstrap"
        : "95 % Wald intervals; bootstrap for those that do not trust a formula";
  }

  /** The parameters with their 95 % Wald intervals, then objective and starts. */
  @Override
  public Table table() {
    List<Quantities.Row> rows = wald(LEVEL).rows();
    return new Quantities("scaling law", rows)
        .and("objective", objective)
        .and("share of starts at the best objective", startsConverged())
        .and("n", n())
        .table();
  }

  /** One row a run: parameters, tokens, compute, loss, weight, fitted loss, residual. */
  public Table residualTable() {
    return study
        .runs()
        .table()
        .addColumns(
            DoubleColumn.create("fitted", fitted()), DoubleColumn.create("residual", residuals()));
  }

  /** Residuals against compute, in per cent of the loss where the fit was of ln L. */
  @Override
  public Figure chart() {
    boolean log = study.loss().isLog();
    double[] shown = Arrays.stream(residuals()).map(r -> log ? 100 * r : r).toArray();
    return Figure.of(
        Panel.of(
                "Training compute (FLOP)",
                log ? "Loss above the law (%, of ln L)" : "Loss above the law")
            .logX()
            .horizontal(0)
            .points("runs", study.runs().compute(), shown));
  }

  @Override
  public double[][] covariance() {
    return Covariances.copy(covariance);
  }

  @Override
  public Provenance provenance() {
    return study.provenance();
  }
}
