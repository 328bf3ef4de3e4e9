/**
 * Emergent languages and how compositional they are: meanings made of attributes, messages made of
 * symbols, and every metric of the field under every convention in use.
 *
 * <pre>{@code
 * int[][] meanings = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
 * int[][] messages = {{1, 3}, {1, 4}, {2, 3}, {2, 4}};
 * var language = Language.of(meanings, messages);
 * Topsim topsim = Topsim.of(language);
 * Topsim asEgg = Topsim.of(language, Topsim.egg());
 * double posdis = Disentanglement.posdis(language).value();
 * LanguageMetrics all = LanguageReport.of(language).permutations(199).seed(1).run();
 * }</pre>
 *
 * <p><b>The data.</b> A {@link murmuration.language.Language} is a table of meanings and messages;
 * {@link murmuration.language.EosPolicy} says what becomes of the end-of-sequence symbol. Agents
 * that talk are a {@link murmuration.language.Speaker} and a {@link murmuration.language.Listener};
 * a {@link murmuration.language.SocialGraph} says who may talk to whom.
 *
 * <p><b>Metrics.</b> Each gives a {@link murmuration.language.MetricResult}; where it is undefined,
 * or defined by convention only, a {@link murmuration.language.MetricFlag} says why.
 *
 * <p><b>Topographic similarity.</b> {@link murmuration.language.Topsim} sets the distances of
 * meanings against those of messages. A {@link murmuration.language.TopsimConvention} says how: a
 * {@link murmuration.language.MeaningDistance}, a {@link murmuration.language.MessageDistance} and
 * a {@link murmuration.language.TopsimCorrelation}. {@link murmuration.language.TopsimPermutations}
 * ask how often chance does as well, which gives a {@link murmuration.language.MantelTest}; {@link
 * murmuration.language.TopsimBootstrap} gives a {@link murmuration.language.TopsimInterval}.
 *
 * <p><b>Disentanglement.</b> {@link murmuration.language.Disentanglement} is posdis and bosdis, the
 * latter by a {@link murmuration.language.PaddingRule}. An {@link
 * murmuration.language.EntropyEstimate} with its {@link murmuration.language.BiasCorrection} says
 * how entropies are taken from few records, an {@link murmuration.language.InformationUnit} in what
 * they are given.
 *
 * <p><b>Reconstruction.</b> {@link murmuration.language.Tre} is the tree reconstruction error,
 * exact for each {@link murmuration.language.TreLoss}.
 *
 * <p><b>Words.</b> {@link murmuration.language.Substrings} counts every substring of the messages
 * and how open it is what comes next ({@link murmuration.language.BranchingRule}). {@link
 * murmuration.language.Harris} cuts messages into {@link murmuration.language.HarrisSegments} where
 * it becomes more open, by a {@link murmuration.language.BoundaryRule}; {@link
 * murmuration.language.HarrisCriteria} asks whether segments behave as words do. {@link
 * murmuration.language.Zipf} holds the three laws called Zipf's: {@link
 * murmuration.language.ZipfRank} by rank, and {@link murmuration.language.PowerLawTail} by
 * frequency with its {@link murmuration.language.PowerLawTest}. {@link
 * murmuration.language.Abbreviation} asks whether frequent messages are short, beside the {@link
 * murmuration.language.OptimalCode}.
 *
 * <p><b>Words and meanings.</b> {@link murmuration.language.LanguageInformation} counts whole
 * messages against whole meanings, {@link murmuration.language.ResidualEntropy} shares positions
 * out among attributes, {@link murmuration.language.ConflictCount} reads a position for each
 * attribute, {@link murmuration.language.ConceptMatching} a word for each value, and {@link
 * murmuration.language.ContextIndependence} asks whether a concept keeps its word.
 *
 * <p><b>All at once.</b> A {@link murmuration.language.LanguageReport} gives {@link
 * murmuration.language.LanguageMetrics}: each {@link murmuration.language.LanguageFigure} with its
 * interval and beside what chance gives, and a {@link murmuration.language.ConventionTable} with a
 * {@link murmuration.language.ConventionRow} for each peer.
 */
@NullMarked
package murmuration.language;

import org.jspecify.annotations.NullMarked;
