/**
 * Is it emergent? Metrics of the same outputs beside what a smooth law would give.
 *
 * <pre>{@code
 * var outputs = MirageSimulator.of(new MirageModel(2e7, -0.25)).length(10).items(300).simulate();
 * EmergenceReport report = Emergence.of(outputs).draws(199).seed(1).test();
 * EmergenceVerdict verdict = report.verdict();
 * SmoothLawTest exact = report.test(Metrics.EXACT_MATCH);
 * String answer = report.words();
 * }</pre>
 *
 * <p>{@link murmuration.scaling.emergence.Emergence} is the study; {@link
 * murmuration.scaling.emergence.EmergenceReport} what it finds, with an {@link
 * murmuration.scaling.emergence.EmergenceVerdict} in words; {@link
 * murmuration.scaling.emergence.SmoothLawTest} one metric beside its smooth law, {@link
 * murmuration.scaling.emergence.CurveShape} the same by the scatter of models alone.
 */
@NullMarked
package murmuration.scaling.emergence;

import org.jspecify.annotations.NullMarked;
