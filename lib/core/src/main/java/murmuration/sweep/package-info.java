/**
 * Many seeded runs of one experiment, on all cores: the same numbers on one thread, on many, and
 * after a restart.
 *
 * <pre>{@code
 * var sweep = Sweep.of("walk").axis("drift", 0, 0.1, 0.2).replicates(100).seed(1);
 * SweepResult walks = sweep.run(cell -> cell.rng().doubles(1000).sum() * cell.value("drift"));
 *
 * double[] means =
 *     Parallel.doubles("means", 100, i -> Rng.of(1, i).doubles(1000).average().orElseThrow());
 * }</pre>
 *
 * <p>A {@link murmuration.sweep.Sweep} crosses {@linkplain murmuration.sweep.Parameter parameters}
 * into {@linkplain murmuration.sweep.Cell cells}, runs an {@link murmuration.sweep.Experiment} in
 * each on a {@link murmuration.sweep.Backend}, and gives a {@link murmuration.sweep.SweepResult}.
 * {@link murmuration.sweep.Parallel} runs plain jobs; {@link murmuration.sweep.Progress} shows how
 * far any long work is, and lets an interrupt stop it; a {@link murmuration.sweep.LiveFigure} shows
 * what it looks like on the way. {@link murmuration.sweep.PaperSize} is the switch between a
 * notebook's quick run and the size of the paper.
 */
@NullMarked
package murmuration.sweep;

import org.jspecify.annotations.NullMarked;
