/**
 * Games that grow languages between recurrent networks.
 *
 * <pre>{@code
 * NeuralLewis game = NeuralLewis.of(2, 8).vocabulary(16).length(3).hidden(100);
 * NeuralLewisRun run = game.simulate(1);
 * Language language = run.language();
 * double seen = run.generalization().generalizationSeen();
 * NeuralLewisRuns several = game.updates(500).simulate(3, 1);
 * }</pre>
 *
 * <p><b>Reconstruction.</b> {@link murmuration.neural.game.NeuralLewis} is the Lewis game of {@link
 * murmuration.language.game} between a {@link murmuration.neural.game.RecurrentSpeaker} and a
 * {@link murmuration.neural.game.RecurrentListener} of some {@link
 * murmuration.neural.game.AgentSizes}; {@link murmuration.neural.game.LewisLearning} says how they
 * learn, and {@link murmuration.neural.game.MessageGradient} how symbols that are chosen follow a
 * gradient. One run is a {@link murmuration.neural.game.NeuralLewisRun}, several are {@link
 * murmuration.neural.game.NeuralLewisRuns}. What they grow are languages as any other: all of
 * {@link murmuration.language} applies.
 */
@NullMarked
package murmuration.neural.game;

import org.jspecify.annotations.NullMarked;
