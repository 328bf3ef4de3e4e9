/**
 * In-context against in-weights learning: does a model look the answer up in its context, or does
 * it know it by heart? Which of the two a network learns depends on the statistics of its data
 * (Chan et al. 2022, Data distributional properties drive emergent in-context learning in
 * transformers; Reddy 2024, The mechanistic basis of data dependence and abrupt learning in an
 * in-context classification task; Singh et al. 2023, The transient nature of emergent in-context
 * learning in transformers).
 *
 * <pre>{@code
 * var task = InContextTask.standard().classes(512).burstiness(2);
 * var source = SequenceSource.of(task, 1);
 * var test = EvaluationSet.of(source, 512, 2);
 * CompetitionScore copier = test.score(Baselines.contextCopier(source));
 *
 * var batch = SequenceBatch.of(task, 128);            // to train a model of yours on
 * source.fill(batch, SequenceKind.TRAINING, Rng.of(3));
 * float[] tokens = batch.tokens();
 * int[] labels = batch.targets();
 * }</pre>
 *
 * <p><b>Data.</b> {@link murmuration.icl.ZipfClasses} are classes of which some are common, {@link
 * murmuration.icl.ZipfExponent} finds their exponent in counts. {@link
 * murmuration.icl.BurstySequences} draws sequences as Chan et al. train on, and a {@link
 * murmuration.icl.ClassSequence} counts what stands in one. {@link murmuration.icl.InContextTask}
 * describes Reddy's task; a {@link murmuration.icl.SequenceSource} holds its vectors and fills a
 * {@link murmuration.icl.SequenceBatch} with sequences of a {@link murmuration.icl.SequenceKind}.
 *
 * <p><b>Judging a model.</b> A {@link murmuration.icl.SequenceModel} is anything that scores
 * labels. {@link murmuration.icl.EvaluationSet} asks it and gives a {@link
 * murmuration.icl.CompetitionScore}. {@link murmuration.icl.Baselines} answer from the context
 * alone, from known classes alone, or by guessing.
 *
 * <p><b>Along training.</b> A {@link murmuration.icl.CompetitionRun} is one run, a {@link
 * murmuration.icl.CompetitionCurve} the runs of a task: its ends, peak, crossing and {@link
 * murmuration.icl.AnswerSource}; a {@link murmuration.icl.TransienceTest} asks whether in-context
 * learning went away again. A {@link murmuration.icl.CompetitionTable} compares tasks. The optional
 * module {@code murmuration-neural} trains a network on the task.
 */
@NullMarked
package murmuration.icl;

import org.jspecify.annotations.NullMarked;
