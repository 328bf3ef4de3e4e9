/**
 * Metrics: what one and the same output looks like by different ones, and how many items it takes
 * to see it.
 *
 * <pre>{@code
 * double[] n = {1e7, 1e8, 1e9, 1e10};
 * MirageModel model = new MirageModel(2e7, -0.25);
 * List<TokenProbabilities> expected =
 *     Arrays.stream(n)
 *         .mapToObj(v -> new double[] {model.tokenProbability(v), model.tokenProbability(2 * v)})
 *         .map(p -> new TokenProbabilities(p, new int[] {5, 5}))
 *         .toList();
 * MetricTable table = MetricTable.of(ScaledOutputs.of("parameters", n, expected));
 * double sharpness = table.curve(Metrics.EXACT_MATCH).scores().breakthroughness();
 * double needed = Resolution.itemsNeeded(model.exactMatch(1e8, 5), 0.95);
 * }</pre>
 *
 * <p><b>Outputs</b> ({@link murmuration.scaling.metric.Outputs}) of one model: {@link
 * murmuration.scaling.metric.TokenOutputs}, {@link murmuration.scaling.metric.TokenCounts}, {@link
 * murmuration.scaling.metric.TokenProbabilities}, {@link
 * murmuration.scaling.metric.ChoiceProbabilities}, {@link murmuration.scaling.metric.ScoredItems}
 * that others graded, or only a {@link murmuration.scaling.metric.Tally}. {@link
 * murmuration.scaling.metric.ScaledOutputs} are those of models of increasing scale.
 *
 * <p><b>Metrics.</b> A {@link murmuration.scaling.metric.Metric} is a name and a range; {@link
 * murmuration.scaling.metric.Metrics} lists them, {@link murmuration.scaling.metric.ItemScores} are
 * what an output gets. {@link murmuration.scaling.metric.MetricTable} grades the same outputs by
 * several, each a {@link murmuration.scaling.metric.MetricCurve}; {@link
 * murmuration.scaling.metric.AccuracyCurve} is an accuracy with exact intervals.
 *
 * <p><b>How abrupt.</b> {@link murmuration.scaling.metric.EmergenceScores} are breakthroughness and
 * linearity, {@link murmuration.scaling.metric.EmergenceBootstrap} their intervals.
 *
 * <p><b>The mirage.</b> {@link murmuration.scaling.metric.MirageModel} is a law in which nothing
 * jumps, {@link murmuration.scaling.metric.Resolution} what a test of n items can show of it.
 */
@NullMarked
package murmuration.scaling.metric;

import org.jspecify.annotations.NullMarked;
