/**
 * Numerical routines shared by the families; nothing here knows of tables, plots or notebooks.
 *
 * <ul>
 *   <li><b>Input, numbers, chance:</b> {@link murmuration.math.Arguments} checks what callers hand
 *       in, {@link murmuration.math.Digits} rounds and writes, {@link murmuration.math.Rng} makes
 *       seeded streams, {@link murmuration.math.SplitMix64} is a stream fixed draw by draw, {@link
 *       murmuration.math.Variates} draws of further laws, {@link murmuration.math.RandomOrder}
 *       shuffles, {@link murmuration.math.Neumaier} sums without loss, {@link
 *       murmuration.math.Present} leaves missing values out, {@link murmuration.math.Interruption}
 *       lets a long loop stop.
 *   <li><b>Order:</b> {@link murmuration.math.Ranks}, {@link murmuration.math.Selection}, {@link
 *       murmuration.math.Quantile}, {@link murmuration.math.Histogram}, {@link
 *       murmuration.math.Kendall}, {@link murmuration.math.Spearman}, {@link
 *       murmuration.math.Inversions}, {@link murmuration.math.Levenshtein} between sequences, to
 *       many of them by an {@link murmuration.math.EditPattern}.
 *   <li><b>Information:</b> {@link murmuration.math.Entropy} of counts and what chance gives.
 *   <li><b>Grids:</b> {@link murmuration.math.LogSpaced}, {@link murmuration.math.Gradient} on
 *       uneven ones.
 *   <li><b>Densities:</b> {@link murmuration.math.KernelDensity}, whose width {@link
 *       murmuration.math.Bandwidth} proposes.
 *   <li><b>Smoothers</b> ({@link murmuration.math.Smoother}): {@link
 *       murmuration.math.GaussianFilter}, {@link murmuration.math.KernelSmoother}, {@link
 *       murmuration.math.Lowess}, {@link murmuration.math.Loess}, {@link
 *       murmuration.math.LinearFit}, {@link murmuration.math.IsotonicRegression}.
 *   <li><b>Autoregression:</b> {@link murmuration.math.LagProducts}, {@link
 *       murmuration.math.AutoregressiveFit}, {@link murmuration.math.Arma} and {@link
 *       murmuration.math.ArmaChoice}.
 *   <li><b>Fits and changes:</b> {@link murmuration.math.LeastSquares} of a linear model, {@link
 *       murmuration.math.InformationCriteria} to choose between fits, {@link
 *       murmuration.math.BrokenLine} of two lines that meet, {@link murmuration.math.Segmentation}
 *       of a record by {@link murmuration.math.SegmentCost}.
 *   <li><b>Frequency:</b> {@link murmuration.math.Spectrum}, {@link
 *       murmuration.math.PowerSpectrum}, {@link murmuration.math.PlaneSpectrum} of matrices.
 *   <li><b>Chance and optimum:</b> {@link murmuration.math.Normal}, {@link
 *       murmuration.math.Proportion} and {@link murmuration.math.Binomial} for shares, {@link
 *       murmuration.math.SampleMean}, {@link murmuration.math.BootstrapInterval}, {@link
 *       murmuration.math.WestfallYoung}, {@link murmuration.math.Lbfgs}, {@link
 *       murmuration.math.LevenbergMarquardt}, {@link murmuration.math.LineSearch}, {@link
 *       murmuration.math.Assignment} of rows to columns.
 *   <li><b>Agreement:</b> {@link murmuration.math.CohenKappa} of two raters, {@link
 *       murmuration.math.AdjustedRand} of two partitions, {@link murmuration.math.JensenShannon}
 *       between distributions.
 *   <li><b>Special functions:</b> {@link murmuration.math.HurwitzZeta}, {@link
 *       murmuration.math.Polygamma}, {@link murmuration.math.FastExp} of many numbers at once.
 * </ul>
 *
 * <pre>{@code
 * double[] x = Rng.of(1).doubles(100).toArray();
 * Arguments.finite("x", x, 2);
 * String tau = Digits.of(Kendall.tau(x), 4);
 * double[] smooth = GaussianFilter.of(x.length, 5).smooth(x);
 * }</pre>
 */
@NullMarked
package murmuration.math;

import org.jspecify.annotations.NullMarked;
