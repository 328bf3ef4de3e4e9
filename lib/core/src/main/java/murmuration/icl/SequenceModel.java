package murmuration.icl;

import murmuration.math.Arguments;

/**
 * Anything that answers a query after a context: a network of any library, or a rule. Wrap yours in
 * a lambda, and every evaluation of this package takes it.
 *
 * <pre>{@code
 * SequenceModel blind = batch -> new float[batch.size() * batch.task().labels()];
 * }</pre>
 */
@FunctionalInterface
public interface SequenceModel {
  /**
   * The score of every label for every query, the higher the likelier: logits, probabilities or
   * distances below zero. Where several labels of a sequence share the highest score, the answer is
   * the first of them.
   *
   * @param batch the sequences; it may be filled anew after the call, so keep none of its arrays
   * @return sequences times labels, row-major: label l of sequence s at {@code s * L + l}
   */
  float[] scores(SequenceBatch batch);

  /**
   * How many queries of a batch are answered with the right label.
   *
   * @throws IllegalArgumentException if the model gives another number of scores, or NaN
   */
  default int hits(SequenceBatch batch) {
    int labels = Arguments.present("batch", batch).task().labels();
    float[] scores = scores(batch);
    Arguments.require(
        scores.length == batch.size() * labels,
        "the model gave %d scores: expected %d sequences times %d labels",
        scores.length,
        batch.size(),
        labels);
    int hits = 0;
    for (int s = 0; s < batch.size(); s++) {
      int best = 0;
      for (int l = 0; l < labels; l++) {
        float score = scores[s * labels + l];
        Arguments.require(
            !Float.isNaN(score),
            "score of label %d of sequence %d is NaN: expected a number",
            l,
            s);
        best = score > scores[s * labels + best] ? l : best;
      }
      hits += best == batch.targets()[s] ? 1 : 0;
    }
    return hits;
  }
}
