/**
 * Progress measures for grokking: how much of a network's modular addition is the circuit that
 * generalises, before its test loss falls (Nanda, Chan, Lieberum, Smith and Steinhardt 2023,
 * Progress measures for grokking via mechanistic interpretability, arXiv:2301.05217).
 *
 * <pre>{@code
 * double[][] logits = ModularAddition.of(59).logits(10, 3, 11);    // 59^2 questions x 59 answers
 * var progress = ProgressMeasures.of(logits);
 * double generalises = progress.restrictedLoss();
 * double memorises = progress.excludedLoss();
 * }</pre>
 *
 * <p>{@link murmuration.concept.grokking.ModularAddition} numbers the questions and writes down the
 * logits of the generalising circuit; {@link murmuration.concept.grokking.ProgressMeasures} are
 * those of any logits; an {@link murmuration.concept.grokking.EmbeddingSpectrum} says how few
 * frequencies the embedding uses.
 */
@NullMarked
package murmuration.concept.grokking;

import org.jspecify.annotations.NullMarked;
