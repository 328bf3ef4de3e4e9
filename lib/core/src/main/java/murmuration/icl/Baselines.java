package murmuration.icl;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * Models without anything learned, one for each way to answer. They show what the evaluations mean:
 * on {@link InContextTask#standard} the copier has an in-context accuracy of 1 and never answers
 * where only the weights tell, the memoriser has an in-weights accuracy of 1 and is at chance on
 * novel classes, and the guesser shows what labels alone give away.
 */
public final class Baselines {
  private Baselines() {}

  /**
   * Answers with the label of the nearest item of the context: in-context learning and nothing
   * else.
   *
   * @param source where the label vectors come from
   */
  public static SequenceModel contextCopier(SequenceSource source) {
    float[] labels = Arguments.present("source", source).labelVectors();
    return batch -> {
      float[] scores = room(source, batch);
      for (int s = 0; s < batch.size(); s++) {
        int query = batch.content(s, 2 * batch.task().pairs());
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < batch.task().pairs(); i++) {
          double distance = distance(batch, query, batch.tokens(), batch.content(s, 2 * i));
          if (distance < least) {
            least = distance;
            nearest = i;
          }
        }
        addLabel(batch, s, nearest, labels, scores);
      }
      return scores;
    };
  }

  /**
   * Answers with the label of the nearest known class and never looks at the context: in-weights
   * learning and nothing else.
   *
   * @param source where the class vectors come from
   */
  public static SequenceModel classMemoriser(SequenceSource source) {
    float[] classes = Arguments.present("source", source).classVectors();
    int d = source.task().dimension();
    int labels = source.task().labels();
    return batch -> {
      float[] scores = room(source, batch);
      Arrays.fill(scores, Float.NEGATIVE_INFINITY);
      for (int s = 0; s < batch.size(); s++) {
        int query = batch.content(s, 2 * batch.task().pairs());
        for (int k = 0; k < classes.length / d; k++) {
          int at = s * labels + k % labels;
          float score = (float) -distance(batch, query, classes, k * d);
          scores[at] = Math.max(scores[at], score);
        }
      }
      return scores;
    };
  }

  /**
   * Answers with the commonest label of the context and never looks at an item: the chance level of
   * in-context accuracy, {@link InContextTask#contextChance}.
   *
   * @param source where the label vectors come from
   */
  public static SequenceModel contextGuesser(SequenceSource source) {
    float[] labels = Arguments.present("source", source).labelVectors();
    return batch -> {
      float[] scores = room(source, batch);
      for (int s = 0; s < batch.size(); s++) {
        for (int i = 0; i < batch.task().pairs(); i++) {
          addLabel(batch, s, i, labels, scores);
        }
      }
      return scores;
    };
  }

  private static float[] room(SequenceSource source, SequenceBatch batch) {
    Arguments.require(
        Arguments.present("batch", batch).task().equals(source.task()),
        "batch is of the task %s: expected %s",
        batch.task(),
        source.task());
    return new float[batch.size() * batch.task().labels()];
  }

  /** Adds one to the score of the label that stands beside an item. */
  private static void addLabel(
      SequenceBatch batch, int s, int pair, float[] labels, float[] scores) {
    int content = batch.content(s, 2 * pair + 1);
    int d = batch.task().dimension();
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int l = 0; l < labels.length / d; l++) {
      double distance = distance(batch, content, labels, l * d);
      if (distance < least) {
        least = distance;
        nearest = l;
      }
    }
    scores[s * batch.task().labels() + nearest]++;
  }

  private static double distance(SequenceBatch batch, int content, float[] vectors, int at) {
    float[] tokens = batch.tokens();
    double sum = 0;
    for (int i = 0; i < batch.task().dimension(); i++) {
      double difference = tokens[content + i] - vectors[at + i];
      sum += difference * difference;
    }
    return sum;
  }
}
