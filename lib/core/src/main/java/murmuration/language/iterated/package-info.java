/**
 * Iterated learning: languages that pass from learner to learner, and what that makes of them.
 *
 * <pre>{@code
 * var chain = BayesianLearning.standard().utterances(5).teacherAmbiguity(3).simulate(1);
 * var law = BayesianLearning.standard().utterances(1).transition().stationary();
 * var runs = IteratedLearning.world(2, 4).bottleneck(10).ensemble(20).seed(1).run();
 * }</pre>
 *
 * <p><b>Bayesian learners</b> of the 256 {@link murmuration.language.iterated.MiniatureLanguages},
 * each of a {@link murmuration.language.iterated.LanguageClass}: a {@link
 * murmuration.language.iterated.BayesianLearning} with a {@link
 * murmuration.language.iterated.LearnerKind} gives a {@link
 * murmuration.language.iterated.BayesianChain}; a {@link
 * murmuration.language.iterated.BayesianEnsemble} gives {@link
 * murmuration.language.iterated.BayesianChains}. The {@link
 * murmuration.language.iterated.TransitionLaw} is exact. {@link
 * murmuration.language.iterated.ClassShares} say how much falls to each class.
 *
 * <p><b>Associative networks</b> with a bottleneck: an {@link
 * murmuration.language.iterated.IteratedLearning} gives an {@link
 * murmuration.language.iterated.IteratedRun}; an {@link
 * murmuration.language.iterated.IteratedEnsemble} gives {@link
 * murmuration.language.iterated.IteratedRuns}.
 */
@NullMarked
package murmuration.language.iterated;

import org.jspecify.annotations.NullMarked;
