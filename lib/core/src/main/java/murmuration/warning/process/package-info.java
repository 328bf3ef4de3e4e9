/**
 * Two processes whose likelihood is exact at any times: a stable state with noise, and one that
 * approaches a saddle-node bifurcation (Boettiger and Hastings 2012, Quantifying limits to
 * detection of early warning for critical transitions).
 *
 * <pre>{@code
 * double[] times = {0, 1, 2.5, 3, 5, 6, 6.5, 8, 9, 11, 12, 14};
 * var stable = new OrnsteinUhlenbeck(0.8, 100, 3);
 * TimeSeries record = stable.simulate(times, 100, 1);
 * OrnsteinUhlenbeckFit fit = OrnsteinUhlenbeckFit.of(record);
 * Estimate tau = fit.timeScale();
 * double ratio = 2 * (LinearSaddleNodeFit.of(record).logLikelihood() - fit.logLikelihood());
 * }</pre>
 *
 * <p><b>Processes.</b> {@link murmuration.warning.process.OrnsteinUhlenbeck} and {@link
 * murmuration.warning.process.LinearSaddleNode} are both a {@link
 * murmuration.warning.process.DiffusionProcess}: the law of a later state ({@link
 * murmuration.warning.process.Transition}), the likelihood of a record, exact simulation. {@link
 * murmuration.warning.process.VarianceEquation} names the two in use.
 *
 * <p><b>Maximum likelihood.</b> {@link murmuration.warning.process.OrnsteinUhlenbeckFit} is also
 * the AR(1) time scale of an unequally spaced record, without interpolation; {@link
 * murmuration.warning.process.LinearSaddleNodeFit} is the alternative with a transition ahead. Each
 * says how its maximum was proved ({@link murmuration.warning.process.Convergence}) and gives
 * {@link murmuration.warning.process.Estimate}s with profile-likelihood intervals.
 *
 * <p>A better fit of the saddle-node is no evidence by itself, as it has one parameter more: the
 * likelihood ratio is compared with those of simulated records in {@code
 * murmuration.warning.detection}.
 */
@NullMarked
package murmuration.warning.process;

import org.jspecify.annotations.NullMarked;
