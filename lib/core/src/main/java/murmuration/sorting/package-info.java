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
 * says its {@link murmuration.sorting.StopReason}. All chance comes from one SplitMix64 stream,
 * draw for draw as the model's reference has it: a seed gives the same run anywhere.
 */
@NullMarked
package murmuration.sorting;

import org.jspecify.annotations.NullMarked;
