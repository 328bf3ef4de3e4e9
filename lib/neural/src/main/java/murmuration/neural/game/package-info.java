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
 *
 * <p><b>Foraging.</b> {@link murmuration.neural.game.NeuralForaging} is the foraging game of the
 * same package between nets that learn all they do, where to go and what to say; a run is a {@link
 * murmuration.neural.game.NeuralForagingRun}, several are {@link
 * murmuration.neural.game.NeuralForagingRuns}, and the agents at the end are {@link
 * murmuration.neural.game.NeuralForagers}, whose log is as that of any foragers: the measures of
 * {@link murmuration.language.hallmark} apply.
 *
 * <pre>{@code
 * NeuralForagingRun foraging = NeuralForaging.of(ForagingTask.SCORE_G).near(1).simulate(1);
 * GridLog log = foraging.community().log(4000, 1);
 * Hallmark alike = Interchangeability.of(log.uses(), 1);
 * }</pre>
 */
@NullMarked
package murmuration.neural.game;

import org.jspecify.annotations.NullMarked;
