/**
 * Self-sorting arrays as a model of basal intelligence: cells that each follow a sorting rule of
 * their own, some of them frozen, of different kinds or with opposite goals (Zhang, Goldstein and
 * Levin 2024, arXiv:2401.05375).
 *
 * <pre>{@code
 * var cells =
 *     CellArray.of(100)
 *         .algotypes(Algotypes.BUBBLE, Algotypes.SELECTION)
 *         .frozen(3, FrozenMode.IMMOVABLE)
 *         .schedule(Schedule.burst(8));
 * SortingRun run = cells.simulate(1);
 * int errors = run.finalErrors();
 * CellState middle = run.state(run.swaps() / 2);
 * Table swaps = run.swapTable();
 *
 * Figure raster = run.raster();
 * BarAnimation moving = run.animation();
 *
 * EnsembleRun many = cells.rejectionFree().ensemble(200).seed(1).run();
 * double swapsOnAverage = many.mean(RunQuantity.SWAPS);
 * double highest = many.profile(RunProfile.AGGREGATION).peakOfMean();
 *
 * RecoveryCurve healing =
 *     CellArray.of(100).perturb(120, Perturbation.scramble(0.3)).ensemble(50).recovery(300, 101);
 * }</pre>
 *
 * <p><b>The study.</b> A {@link murmuration.sorting.CellArray} has a {@link
 * murmuration.sorting.Population} ({@link murmuration.sorting.AlgotypeMix}, {@link
 * murmuration.sorting.FrozenCells} by {@link murmuration.sorting.FrozenMode} and {@link
 * murmuration.sorting.FrozenDraw}, or an exact {@link murmuration.sorting.CellStart}), a {@link
 * murmuration.sorting.Schedule}, and an end ({@link murmuration.sorting.Stopping}, {@link
 * murmuration.sorting.StopRule}). {@link murmuration.sorting.Conventions} and {@link
 * murmuration.sorting.SelectionFrozenRule} say where the published code is followed to the letter.
 *
 * <p><b>One run.</b> A {@link murmuration.sorting.SortingRun} keeps every swap ({@link
 * murmuration.sorting.SwapTrail}), shows any {@link murmuration.sorting.CellState} on the way, and
 * says its {@link murmuration.sorting.StopReason}; it can be looked at as a raster or an animation.
 * All chance comes from one SplitMix64 stream, draw for draw as the model's reference has it: a
 * seed gives the same run anywhere.
 *
 * <p><b>Many runs.</b> A {@link murmuration.sorting.CellEnsemble} runs on all cores, keeps the same
 * few numbers whatever its size, and can be stopped and taken up again. Its {@link
 * murmuration.sorting.EnsembleRun} has a {@link murmuration.sorting.RunStatistic} of every {@link
 * murmuration.sorting.RunQuantity} and follows every {@link murmuration.sorting.RunProfile}. {@link
 * murmuration.sorting.EngineKind} chooses between the prescribed draws and a faster way to the same
 * law.
 *
 * <p><b>Injury and recovery.</b> A {@link murmuration.sorting.Perturbation} comes at a given time
 * ({@link murmuration.sorting.TimedPerturbation}); a run keeps it as a {@link
 * murmuration.sorting.Disturbance}, and a {@link murmuration.sorting.RecoveryCurve} follows
 * sortedness through it over many runs.
 */
@NullMarked
package murmuration.sorting;

import org.jspecify.annotations.NullMarked;
