/**
 * Hallmarks of language in situated games, each with what chance would give: do agents say the same
 * about the same, is the code arbitrary, does it tell of what is not in view, is it handed down?
 * After the list of Piriyajitakonkij et al. (2025, arXiv:2505.12872); the exact formulas are ours.
 * The fifth hallmark, compositionality, is topographic similarity and posdis of the family.
 *
 * <pre>{@code
 * ForagingRun run = ForagingLewis.scores(2).plays(100_000).simulate(1);
 * Hallmark alike = Interchangeability.of(run.community().uses(5000, 1), 1);
 * double z = alike.z();
 * CulturalTransmission handedDown = run.transmission(5000, 10, 1);
 * }</pre>
 *
 * <p>A {@link murmuration.language.hallmark.MessageUse} is what one agent said of what. {@link
 * murmuration.language.hallmark.Interchangeability} compares agents, communities before and after,
 * and runs; {@link murmuration.language.hallmark.NonIconicity} symbols with their meanings. Both
 * give a {@link murmuration.language.hallmark.Hallmark}. {@link
 * murmuration.language.hallmark.Displacement} decodes what the sender does not see, {@link
 * murmuration.language.hallmark.CulturalTransmission} judges what newcomers learn.
 */
@NullMarked
package murmuration.language.hallmark;

import org.jspecify.annotations.NullMarked;
