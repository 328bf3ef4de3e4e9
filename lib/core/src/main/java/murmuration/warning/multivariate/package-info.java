/**
 * Early-warning signals of several variables at once: is a system slowing down in some direction,
 * and how often by chance?
 *
 * <pre>{@code
 * var random = Rng.of(7);
 * double[][] x = new double[200][3];
 * for (int i = 1; i < x.length; i++) {
 *   for (int j = 0; j < 3; j++) {
 *     x[i][j] = 0.5 * x[i - 1][j] + 0.1 * x[i - 1][(j + 1) % 3] + random.nextGaussian();
 *   }
 * }
 * MultivariateSignal signal =
 *     MultivariateWarning.of(MultivariateSeries.of(x))
 *         .window(0.5)
 *         .indicators(MultivariateIndicators.EIGEN_MAF, MultivariateIndicators.EIGEN_COV)
 *         .against(MultivariateSurrogates.var1(99).seed(1))
 *         .run();
 * String words = signal.words();
 * double[] slowest = MaxAutocorrelationFactors.of(MultivariateSeries.of(x)).factor(1).values();
 * }</pre>
 *
 * <p><b>The study.</b> {@link murmuration.warning.multivariate.MultivariateWarning} slides a window
 * along a {@link murmuration.warning.multivariate.MultivariateSeries} and gives a {@link
 * murmuration.warning.multivariate.MultivariateSignal}: every {@link
 * murmuration.warning.multivariate.MultivariateIndicator} of {@link
 * murmuration.warning.multivariate.MultivariateIndicators} ({@link
 * murmuration.warning.multivariate.MultivariateRolling}), its Kendall tau, and its p against {@link
 * murmuration.warning.multivariate.MultivariateSurrogates}.
 *
 * <p><b>Directions.</b> {@link murmuration.warning.multivariate.MaxAutocorrelationFactors} finds
 * the direction of slowest recovery, {@link murmuration.warning.multivariate.DegenerateFingerprint}
 * follows the leading pattern of variance, {@link
 * murmuration.warning.multivariate.RollingCovariance} keeps the matrices.
 *
 * <p><b>Jacobians.</b> {@link murmuration.warning.multivariate.VarJacobian} reconstructs one a
 * window, {@link murmuration.warning.multivariate.SMapJacobian} one a state, {@link
 * murmuration.warning.multivariate.StabilityExponent} gives their rate of return.
 *
 * <p>A window in which a column is constant or missing costs its indicators, not the table: they
 * are NaN there, and the reason is kept. What this package does not do: with k variables and
 * windows of w rows, matrices of k^2 numbers are estimated from w k; with w below about 5 k their
 * eigenvalues say more of w and k than of the system.
 */
@NullMarked
package murmuration.warning.multivariate;

import org.jspecify.annotations.NullMarked;
