/**
 * What transfers from one corpus to another: sources of corpora, a fast n-gram model, the transfer
 * experiment, the published XferBench runs, and how well messages translate into meanings.
 *
 * <pre>{@code
 * var targets = UniversalDeclaration.TARGETS.stream().map(UniversalDeclaration::corpus).toList();
 * TransferRun run =
 *     CorpusTransfer.to(targets)
 *         .from(CorpusSource.zipf(64), CorpusSource.parentheses(64))
 *         .adapt(500)
 *         .seed(1)
 *         .run();
 * double percent = run.effect("zipf").reduction();
 * }</pre>
 *
 * <p><b>Corpora.</b> A {@link murmuration.language.corpus.Corpus} is a sequence of frequency ranks;
 * a {@link murmuration.language.corpus.CorpusSource} draws them: uniform, of the law of Zipf and
 * Mandelbrot, nested parentheses, messages of any language, natural text; {@link
 * murmuration.language.corpus.UniversalDeclaration} is one text in 13 languages.
 *
 * <p><b>Models.</b> {@link murmuration.language.corpus.KneserNey} is an interpolated n-gram model
 * with modified Kneser-Ney smoothing and its {@link murmuration.language.corpus.Discounts}; {@link
 * murmuration.language.corpus.ModelMixture} adapts one {@link
 * murmuration.language.corpus.TokenModel} to another by a weight.
 *
 * <p><b>The experiment.</b> {@link murmuration.language.corpus.CorpusTransfer} gives a {@link
 * murmuration.language.corpus.TransferRun}: every {@link murmuration.language.corpus.TransferCell},
 * and a {@link murmuration.language.corpus.TransferEffect} for each source. Cells of other models
 * can be summed up in the same way.
 *
 * <p><b>Published runs.</b> {@link murmuration.language.corpus.XferBench} reads them: each {@link
 * murmuration.language.corpus.XferRun}, each {@link murmuration.language.corpus.XferCorpus} with
 * its reduction of perplexity, and the {@link murmuration.language.corpus.EntropyScore}.
 *
 * <p><b>Translation.</b> {@link murmuration.language.corpus.WordTranslation} gives a {@link
 * murmuration.language.corpus.TranslationScore}: accuracy and perplexity on meanings held out.
 */
@NullMarked
package murmuration.language.corpus;

import org.jspecify.annotations.NullMarked;
