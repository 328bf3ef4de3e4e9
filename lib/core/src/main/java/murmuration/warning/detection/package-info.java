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
 * murmuration.warning.detection.Decision} is the threshold of least cost. {@link
 * murmuration.warning.detection.RocStudy} takes two ensembles of runs through the analysis of a
 * record, to the curves of all its indicators.
 *
 * <p><b>Two processes.</b> {@link murmuration.warning.detection.LikelihoodRatio} asks how much more
 * likely a record is under an approaching saddle-node than under a stable state, and {@link
 * murmuration.warning.detection.LikelihoodRatioBootstrap} how often either would do the same.
 *
 * <p><b>Alarms along a record.</b> {@link murmuration.warning.detection.CompositeIndex} adds up
 * indicators on a growing window and gives a {@link murmuration.warning.detection.CompositeSignal};
 * its alarm is an {@link murmuration.warning.detection.ExpandingAlarm}. {@link
 * murmuration.warning.detection.QuickestDetection} watches for one {@link
 * murmuration.warning.detection.Ar1Regime} to give way to another; its {@link
 * murmuration.warning.detection.QuickestThreshold} promises a rate of false alarms, and over a
 * record gives a {@link murmuration.warning.detection.QuickestAlarm}.
 *
 * <p><b>What selection does.</b> {@link murmuration.warning.detection.ProsecutorsFallacy} keeps the
 * runs that happened to collapse, and {@link murmuration.warning.detection.SelectionBias} tells how
 * their indicators rose without any bifurcation.
 *
 * <p><b>Changes that have happened.</b> {@link murmuration.warning.detection.ChangePoints} divides
 * a record into segments of least {@link murmuration.math.SegmentCost}; {@link
 * murmuration.warning.detection.CusumTest} tests for one change of mean; {@link
 * murmuration.warning.detection.SlopeChange} fits two lines that meet ({@link
 * murmuration.math.BrokenLine}).
 *
 * <pre>{@code
 * double[] noise = Rng.of(3).doubles(100).toArray();
 * ChangePoints steps = ChangePoints.pelt(noise, SegmentCost.L2, SegmentCost.L2.bic(noise));
 * QuickestThreshold watch = QuickestDetection.from(noise).toward(0.95).paths(200).calibrate();
 * QuickestAlarm alarm = watch.over(noise);
 * double falseAlarms = CompositeIndex.of(noise).threshold(3).run().falseAlarmRate();
 * }</pre>
 */
@NullMarked
package murmuration.warning.detection;

import org.jspecify.annotations.NullMarked;
