/**
 * Games that grow languages between agents that look things up: the Lewis game with urns and with
 * policy gradients, and foraging.
 *
 * <pre>{@code
 * RothErevRuns many = RothErev.states(3).plays(100_000).ensemble(200).seed(1).run();
 * double stuck = many.pooling().share();
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
 */
@NullMarked
package murmuration.language.game;

import org.jspecify.annotations.NullMarked;
