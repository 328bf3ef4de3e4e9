/**
 * Detection: how well an early-warning signal tells what is coming, and when to act on it.
 *
 * <pre>{@code
 * double[] nulls = Rng.of(1).doubles(200).toArray();
 * double[] events = Rng.of(2).doubles(200).map(Math::sqrt).toArray();
 * Roc roc = Roc.of("variance", nulls, events);
 * double found = roc.atFalsePositiveRate(0.05).truePositiveRate();
 * Decision decision = roc.decide(10, 1, 0.2);
 * }</pre>
 *
 * <p><b>Telling runs apart.</b> {@link murmuration.warning.detection.Roc} is the curve of one score
 * ({@link murmuration.warning.detection.RocCurve} its points, {@link
 * murmuration.warning.detection.OperatingPoint} what one threshold does, {@link
 * murmuration.warning.detection.RocBootstrap} how sure it is); {@link
 * murmuration.warning.detection.RocComparison} shows several, {@link
 * murmuration.warning.detection.DeLongTest} compares two. {@link
 * murmuration.warning.detection.Decision} is the threshold of least cost.
 */
@NullMarked
package murmuration.warning.detection;

import org.jspecify.annotations.NullMarked;
