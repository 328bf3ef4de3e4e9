/**
 * Symbols between minds that are closed to each other: two agents each see the world their own way,
 * exchange signs or words, and take up what they hear by their own likelihoods alone.
 *
 * <p><b>Games</b> ({@link murmuration.language.minds.MindsGame}). {@link
 * murmuration.language.minds.SignGame}: one sign an object, for {@link
 * murmuration.language.minds.SharedObjects}, each agent a Gaussian mixture with a {@link
 * murmuration.language.minds.NormalWishart} prior. {@link murmuration.language.minds.WordGame}:
 * sequences of words for situations of several modalities, which come from a {@link
 * murmuration.language.minds.SceneSource}: given {@link murmuration.language.minds.Scenes}, or a
 * {@link murmuration.language.minds.SceneDesign} with a {@link murmuration.language.minds.Holdout}.
 * How listeners take up what they hear is a {@link murmuration.language.minds.SignMode}, what
 * speakers hold after they have spoken a {@link murmuration.language.minds.SpeakerMemory}.
 *
 * <p><b>What they give.</b> One game is a {@link murmuration.language.minds.MindsHistory} of {@link
 * murmuration.language.minds.MindsCurve}s; each {@link murmuration.language.minds.MindsQuantity}
 * says what chance would give. A {@link murmuration.language.minds.MindsEnsemble} plays many and
 * gives a {@link murmuration.language.minds.MindsOutcome}, with intervals over seeds.
 *
 * <pre>{@code
 * double[] a = {0, 20, -20};
 * double[] b = {0, 20, 40};
 * var game = SignGame.of(SharedObjects.drawn(100, a, 5, b, 6, 1));
 * var talking = game.ensemble(20).seed(1).run();
 * var copying = game.mode(SignMode.ACCEPT_ALL).ensemble(20).seed(1).run();
 * double gain = talking.mean(MindsQuantity.KAPPA).mean() - copying.mean(MindsQuantity.KAPPA).mean();
 * }</pre>
 */
@NullMarked
package murmuration.language.minds;

import org.jspecify.annotations.NullMarked;
