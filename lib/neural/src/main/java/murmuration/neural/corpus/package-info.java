/**
 * Recurrent models of tokens, for the transfer from one corpus to another.
 *
 * <pre>{@code
 * var targets = List.of(UniversalDeclaration.corpus("dan"), UniversalDeclaration.corpus("fin"));
 * TransferRun run =
 *     LstmTransfer.to(targets)
 *         .from(CorpusSource.uniform(64), CorpusSource.parentheses(64))
 *         .pretrain(60_000, 2)
 *         .seeds(2)
 *         .run();
 * }</pre>
 *
 * <p>{@link murmuration.neural.corpus.LstmTransfer} is the study: does a model of a language profit
 * from a corpus of something else (Yao et al. 2022, Linking emergent and natural languages via
 * corpus transfer; Boldt and Mortensen 2024, XferBench)? It gives the result of {@code
 * language.corpus.CorpusTransfer}, whose n-gram models it replaces by an {@link
 * murmuration.neural.corpus.LstmModel}, which {@link murmuration.neural.corpus.LstmTraining}
 * trains.
 */
@NullMarked
package murmuration.neural.corpus;

import org.jspecify.annotations.NullMarked;
