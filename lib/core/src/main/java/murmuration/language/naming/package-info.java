/**
 * Naming games: how a population without a leader agrees on a word.
 *
 * <pre>{@code
 * var run = NamingGame.population(1000).simulate(1);
 * var runs = NamingGame.population(200).beta(0.5).ensemble(20).seed(1).run();
 * double slope = NamingGame.scaling(100, 200, 400).runs(20).seed(1).run().convergence().slope();
 * }</pre>
 *
 * <p><b>The game.</b> A {@link murmuration.language.naming.NamingGame} is on a complete graph or
 * any {@link murmuration.language.SocialGraph}, from nothing, two words or a committed minority.
 * One run is a {@link murmuration.language.naming.NamingRun}.
 *
 * <p><b>Many runs.</b> A {@link murmuration.language.naming.NamingEnsemble} gives {@link
 * murmuration.language.naming.NamingRuns}: means of each {@link
 * murmuration.language.naming.NamingQuantity} with intervals, and {@link
 * murmuration.language.naming.NamingCurves} against time.
 *
 * <p><b>Growth with the population.</b> A {@link murmuration.language.naming.NamingScaling} gives
 * {@link murmuration.language.naming.NamingExponents}, a {@link
 * murmuration.language.naming.NamingSlope} for each quantity.
 */
@NullMarked
package murmuration.language.naming;

import org.jspecify.annotations.NullMarked;
