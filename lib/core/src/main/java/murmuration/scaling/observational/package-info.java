/**
 * Observational scaling: published models on a common axis of capability, and what their scores on
 * other tasks follow from (Ruan, Maddison and Hashimoto 2024, arXiv 2405.10938).
 *
 * <pre>{@code
 * SimulatedScores simulated = SimulatedModels.of(8, 5).seed(1).simulate();
 * BenchmarkScores scores = simulated.scores();
 * CapabilityAxes axes = CapabilityAxes.of(scores);
 * FamilyLines lines = axes.families();
 * AxesBootstrap sure = axes.bootstrap(200, 1);
 * ParallelAnalysis chance = axes.parallel(200, 1);
 * TaskScores tasks = simulated.tasks();
 * EmergentComparison comparison = EmergentForecast.of(scores, tasks).trainUpTo(1e23).run();
 * }</pre>
 *
 * <p><b>Axes.</b> {@link murmuration.scaling.observational.BenchmarkScores} are the data, {@link
 * murmuration.scaling.observational.ScoreImputation} fills in what is missing, {@link
 * murmuration.scaling.observational.CapabilityAxes} are the principal components, {@link
 * murmuration.scaling.observational.FamilyLines} their first against compute by family. How sure:
 * {@link murmuration.scaling.observational.AxesBootstrap}; how large by chance: {@link
 * murmuration.scaling.observational.ParallelAnalysis}.
 *
 * <p><b>Tasks.</b> {@link murmuration.scaling.observational.DownstreamRegression} is a sigmoid in
 * whatever is known of a model, {@link murmuration.scaling.observational.DownstreamFit} its fit.
 * {@link murmuration.scaling.observational.EmergentForecast} predicts the {@link
 * murmuration.scaling.observational.TaskScores} of large models from small ones, by axes and by
 * compute, and gives an {@link murmuration.scaling.observational.EmergentComparison}.
 *
 * <p><b>With a known answer.</b> {@link murmuration.scaling.observational.SimulatedModels} make
 * {@link murmuration.scaling.observational.SimulatedScores} of a single capability.
 */
@NullMarked
package murmuration.scaling.observational;

import org.jspecify.annotations.NullMarked;
