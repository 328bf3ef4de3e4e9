/**
 * Languages in populations, and pragmatics: how far agents agree, how a language moves and is
 * taught, what a listener makes of a speaker's choice, and how languages spread.
 *
 * <ul>
 *   <li><b>Many agents:</b> {@link murmuration.language.population.Synchronisation} of their
 *       languages, {@link murmuration.language.population.LanguageDrift} of one language in time.
 *   <li><b>Teaching:</b> {@link murmuration.language.population.EaseOfTeaching} of a language to a
 *       {@link murmuration.language.population.Pupil}, as a {@link
 *       murmuration.language.population.TeachingCurve}.
 *   <li><b>Pragmatics:</b> {@link murmuration.language.population.RationalSpeech} gives a {@link
 *       murmuration.language.population.PragmaticReading}.
 *   <li><b>Evolution:</b> {@link murmuration.language.population.SignalSystem} and its payoff, in a
 *       {@link murmuration.language.population.Replicator} whose way is a {@link
 *       murmuration.language.population.ReplicatorRun}.
 * </ul>
 *
 * <pre>{@code
 * int[][] meanings = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
 * var parts = Language.of(meanings, new int[][] {{1, 1}, {1, 2}, {2, 1}, {2, 2}});
 * var wholes = Language.of(meanings, new int[][] {{1, 1}, {2, 2}, {2, 1}, {1, 2}});
 * double easier = EaseOfTeaching.of(parts, Pupil::ofParts).run().area();
 * double harder = EaseOfTeaching.of(wholes, Pupil::ofParts).run().area();
 * double alike = Synchronisation.of(List.of(parts, wholes)).value();
 * }</pre>
 */
@NullMarked
package murmuration.language.population;

import org.jspecify.annotations.NullMarked;
