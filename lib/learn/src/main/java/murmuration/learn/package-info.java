/**
 * Detectors that are learned from simulations, hidden regimes and maps of many trajectories, on
 * Smile.
 *
 * <pre>{@code
 * double[] noise = NoiseKind.AR1_HALF.draw(300, Rng.of(1));
 * var forest = LearnedDetector.forest();
 * double score = forest.score(noise);
 * SurrogateTest test = forest.test(noise, 99, 1);
 * boolean alarm = test.pRight() <= 0.05;
 * }</pre>
 *
 * <p><b>What a record looks like.</b> {@link murmuration.learn.SignalFeatures} turns it into
 * numbers without unit and blind to its slow trend.
 *
 * <p><b>Learning.</b> A {@link murmuration.learn.TrainingSet} is simulated; a {@link
 * murmuration.learn.Learner} makes of it a {@link murmuration.learn.LearnedDetector}, of which two
 * are shipped.
 *
 * <p><b>What its word is worth.</b> {@link murmuration.learn.Reliability} compares scores with
 * shares; {@link murmuration.learn.FalseAlarms} counts alarms on six {@linkplain
 * murmuration.learn.NoiseKind kinds of noise}; {@link murmuration.learn.SieveNull} is the null
 * behind its p. A {@link murmuration.learn.DetectorTrial} puts each {@link
 * murmuration.learn.Contestant} on every {@link murmuration.learn.UnseenModel}, systems that no
 * detector learned from.
 *
 * <p><b>Flickering.</b> {@link murmuration.learn.HiddenRegimes}: where a record is in which regime,
 * how long it stays, and whether red noise could look so.
 *
 * <p><b>Many trajectories.</b> {@link murmuration.learn.NeighbourMap} lays rows of numbers out so
 * that like lies beside like (t-SNE), and says how much of that is in the rows.
 *
 * <p>This module links Smile 6 (Li 2014, Smile, https://haifengl.github.io), which is GPL-3.0, and
 * is itself GPL-3.0-or-later. The core works without it and takes nothing from it.
 */
@NullMarked
package murmuration.learn;

import org.jspecify.annotations.NullMarked;
