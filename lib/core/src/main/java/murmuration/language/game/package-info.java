/**
 * Games that grow languages between agents that look things up: the Lewis game with urns and with
 * policy gradients, and foraging.
 *
 * <pre>{@code
 * RothErevRuns many = RothErev.states(3).plays(100_000).ensemble(200).seed(1).run();
 * double stuck = many.pooling().share();
 * ForagingRun pair = ForagingLewis.scores(2).plays(300_000).simulate(1);
 * double success = pair.success();
 * }</pre>
 *
 * <p><b>Worlds.</b> A {@link murmuration.language.game.MeaningSpace} is all meanings of some
 * attributes; a {@link murmuration.language.game.MeaningSplit} says which are trained and which
 * held out, and {@link murmuration.language.game.Generalization} how a pair does on either. Agents
 * are tables of logits: {@link murmuration.language.game.TabularSpeaker} and {@link
 * murmuration.language.game.TabularListener}. A {@link murmuration.language.game.GameHistory} is
 * what was observed as a game went on.
 *
 * <p><b>Urns.</b> {@link murmuration.language.game.RothErev} is the signalling game of Lewis (1969)
 * learned by reinforcement of urns: one run is a {@link murmuration.language.game.RothErevRun}, a
 * {@link murmuration.language.game.RothErevEnsemble} gives {@link
 * murmuration.language.game.RothErevRuns} and their {@link murmuration.language.game.PoolingShare}.
 *
 * <p><b>Reconstruction.</b> {@link murmuration.language.game.ReinforceLewis} is the game in which a
 * receiver names every attribute of a meaning, learned by policy gradient: a {@link
 * murmuration.language.game.ReinforceRun}, or several as {@link
 * murmuration.language.game.ReinforceRuns}.
 *
 * <p><b>Foraging.</b> {@link murmuration.language.game.ForagingLewis} is foraging without a grid,
 * in any society: a {@link murmuration.language.game.ForagingRun} holds its {@link
 * murmuration.language.game.ForagingCommunity}, {@link murmuration.language.game.ForagingRuns} are
 * several.
 *
 * <p><b>On the grid.</b> A {@link murmuration.language.game.ForagingGrid} is the environment of a
 * {@link murmuration.language.game.ForagingTask}, for any pair of agents that choose a {@link
 * murmuration.language.game.GridAction} and a token a step. {@link
 * murmuration.language.game.GridForaging} lets agents with tables learn on it: a {@link
 * murmuration.language.game.GridForagingRun} holds a {@link
 * murmuration.language.game.GridCommunity}, whose {@link murmuration.language.game.GridLog} is what
 * was said and seen; {@link murmuration.language.game.GridForagingRuns} are several.
 */
@NullMarked
package murmuration.language.game;

import org.jspecify.annotations.NullMarked;
