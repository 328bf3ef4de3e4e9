/**
 * Other closed forms of scaling laws: what was published before and beside the additive law, as
 * values with their constants, and fits of each form.
 *
 * <pre>{@code
 * double kaplan = Kaplan.PARAMETERS_AND_TOKENS.loss(1e9, 22e9);
 * double repeated = DataConstrainedLaw.MUENNIGHOFF.loss(2.8e9, 55e9, 11e9);
 * double local = NonEmbeddingFrontier.of(AdditiveLaw.REPLICATION, 47_491).exponent(1e17);
 * }</pre>
 *
 * <p><b>Kaplan et al. 2020.</b> {@link murmuration.scaling.form.Kaplan} holds their laws: {@link
 * murmuration.scaling.form.PowerOfScale} of one scale, {@link murmuration.scaling.form.CoupledLaw}
 * of parameters and tokens, {@link murmuration.scaling.form.StepsLaw} of parameters and steps,
 * {@link murmuration.scaling.form.OptimalSizeLaw} for the best size. {@link
 * murmuration.scaling.form.NonEmbeddingFrontier} says what their way of counting does to exponents.
 *
 * <p><b>Beyond one pass over fresh data.</b> {@link murmuration.scaling.form.DataConstrainedLaw}
 * for repeated data and its {@link murmuration.scaling.form.DataConstrainedLaw.Split} of compute,
 * {@link murmuration.scaling.form.OvertrainingLaw} for models trained longer than is best, {@link
 * murmuration.scaling.form.DownstreamError} from loss to the error of tasks.
 *
 * <p><b>Fits.</b> Each form that has parameters of its own is fitted by its {@code fit}, which
 * gives a {@link murmuration.scaling.form.FormFit} with standard errors.
 */
@NullMarked
package murmuration.scaling.form;

import org.jspecify.annotations.NullMarked;
