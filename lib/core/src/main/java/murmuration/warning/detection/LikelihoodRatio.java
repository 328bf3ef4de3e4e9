package murmuration.warning.detection;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.warning.process.LinearSaddleNode;
import murmuration.warning.process.LinearSaddleNodeFit;
import murmuration.warning.process.OrnsteinUhlenbeck;
import murmuration.warning.process.OrnsteinUhlenbeckFit;
import murmuration.warning.process.VarianceEquation;
import tech.tablesaw.api.Table;

/**
 * How much more likely a record is under an approaching saddle-node bifurcation than under a stable
 * state: {@code LR = 2 (ln L_LSN - ln L_OU)}, each at its maximum (Boettiger and Hastings 2012,
 * Quantifying limits to detection of early warning for critical transitions).
 *
 * <pre>{@code
 * var ratio = LikelihoodRatio.of(record);
 * ratio.signed();                          // above 0 where the fit deteriorates
 * var chance = ratio.bootstrap(1000, 1);   // how often either process would do the same
 * chance.pValue();  chance.roc().auc();
 * }</pre>
 *
 * <p>The saddle-node fits at least as well as the stable state, which is a part of it where the
 * level is positive; only {@link #bootstrap} says how much better it fits by chance. The raw record
 * is wanted, of a positive state, neither detrended nor interpolated.
 *
 * @param stable the fit without a transition
 * @param approaching the fit with one
 */
public record LikelihoodRatio(OrnsteinUhlenbeckFit stable, LinearSaddleNodeFit approaching)
    implements Result {
  /** Checks that both are fits of one record. */
  public LikelihoodRatio {
    Arguments.present("stable", stable);
    Arguments.present("approaching", approaching);
    double found = approaching.process().logLikelihood(stable.record());
    Arguments.require(
        Double.isFinite(found)
            && stable.n() == approaching.n()
            && Math.abs(found - approaching.logLikelihood()) <= 1e-6 * (1 + Math.abs(found)),
        "approaching has the log-likelihood %s on the record of stable: expected %s, that of one"
            + " record",
        found,
        approaching.logLikelihood());
  }

  /**
   * Fits both processes by exact maximum likelihood.
   *
   * @param record at least 6 observations that are not missing, equally spaced or not
   * @throws IllegalArgumentException for records that are shorter or constant
   */
  public static LikelihoodRatio of(TimeSeries record) {
    return of(record, VarianceEquation.CONSISTENT);
  }

  /** The same with a variance equation of choice for the saddle-node. */
  public static LikelihoodRatio of(TimeSeries record, VarianceEquation equation) {
    return new LikelihoodRatio(
        OrnsteinUhlenbeckFit.of(record), LinearSaddleNodeFit.of(record, equation));
  }

  /**
   * {@code LR}; below 0 only where the stable level is not positive, or with the peer's variance.
   */
  public double ratio() {
    return 2 * (approaching.logLikelihood() - stable.logLikelihood());
  }

  /**
   * {@code sign(-m) max(LR, 0)}: above 0 where the better fit deteriorates, below 0 where it moves
   * away from the bifurcation. It finds more, as the plain ratio rings for both.
   */
  public double signed() {
    return -Math.signum(approaching.process().m()) * Math.max(ratio(), 0);
  }

  /**
   * The distribution of both ratios if the stable fit were true, and if the other were: records are
   * drawn from either at the times of this one, from its first observation, and both processes are
   * fitted to each.
   *
   * @param pairs records from each process, 1 to 1,000,000; 1000 of 40 samples take a few seconds
   * @param seed seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public LikelihoodRatioBootstrap bootstrap(int pairs, long seed) {
    return LikelihoodRatioBootstrap.of(this, pairs, seed);
  }

  @Override
  public String summary() {
    LinearSaddleNode lsn = approaching.process();
    OrnsteinUhlenbeck ou = stable.process();
    return String.format(
        Locale.ROOT,
        """
        Likelihood ratio of %s: LR = %s, signed %s (n = %d steps)
        stable (OU): log-likelihood %s; rate %s, theta %s, sigma %s
        approaching (LSN): log-likelihood %s; R %s, pace m %s, theta %s, sigma %s
        search: %s
        no evidence by itself: bootstrap(pairs, seed) says how often chance does the same\
        """,
        stable.record().name(),
        Digits.of(ratio(), 4),
        Digits.of(signed(), 4),
        stable.n(),
        Digits.of(stable.logLikelihood(), 6),
        Digits.of(ou.rate(), 4),
        Digits.of(ou.theta(), 4),
        Digits.of(ou.sigma(), 4),
        Digits.of(approaching.logLikelihood(), 6),
        Digits.of(lsn.r0(), 4),
        Digits.of(lsn.m(), 4),
        Digits.of(lsn.theta(), 4),
        Digits.of(lsn.sigma(), 4),
        approaching.convergence());
  }

  @Override
  public Table table() {
    return Quantities.of("likelihood ratio")
        .and("likelihood ratio", ratio())
        .and("signed likelihood ratio", signed())
        .and("log-likelihood, stable", stable.logLikelihood())
        .and("log-likelihood, approaching", approaching.logLikelihood())
        .and("pace m", approaching.process().m())
        .and("n", stable.n())
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("variance equation", approaching.process().equation().toString()))
        .data(stable.record().source());
  }
}
