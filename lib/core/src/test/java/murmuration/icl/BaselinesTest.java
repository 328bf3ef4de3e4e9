package murmuration.icl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

/** Both evaluations mean what they say. Shares are to 4 standard deviations of a binomial. */
class BaselinesTest {
  private static final int N = 4000;
  private static final InContextTask TASK = InContextTask.standard();
  private static final SequenceSource SOURCE = SequenceSource.of(TASK, 1);
  private static final EvaluationSet TEST = EvaluationSet.of(SOURCE, N, 2);

  private static double four(double p) {
    return 4 * Math.sqrt(p * (1 - p) / N);
  }

  @Test
  void aCopierAnswersFromTheContextAndNeverFromTheWeights() {
    var score = TEST.score(Baselines.contextCopier(SOURCE));
    assertEquals(1, score.inContext());
    assertEquals(1, score.train());
    assertEquals(0, score.inWeights());
  }

  @Test
  void aMemoriserAnswersFromTheWeightsAndIsAtChanceOnNovelClasses() {
    var score = TEST.score(Baselines.classMemoriser(SOURCE));
    assertEquals(1, score.inWeights());
    assertEquals(1, score.train());
    assertEquals(TASK.chance(), score.inContext(), four(TASK.chance()));
  }

  @Test
  void aGuesserOfContextLabelsIsRightInOneOfTwoWithoutSeeingAnItem() {
    var score = TEST.score(Baselines.contextGuesser(SOURCE));
    assertEquals(0.5, TASK.contextChance());
    assertEquals(0.5, score.inContext(), four(0.5));
    assertEquals(0, score.inWeights());
    var batch = SequenceBatch.of(TASK, N);
    SOURCE.fill(batch, SequenceKind.IN_CONTEXT_ONCE, Rng.of(3));
    int hits = Baselines.contextGuesser(SOURCE).hits(batch);
    assertEquals(0.25, hits / (double) N, four(0.25));
  }

  /** With one class in the context, naming its label needs no learning from context at all. */
  @Test
  void inAContextOfOneClassAGuesserIsAlwaysRight() {
    var task = TASK.burstiness(4);
    var source = SequenceSource.of(task, 1);
    var score = EvaluationSet.of(source, 500, 2).score(Baselines.contextGuesser(source));
    assertEquals(1, score.inContext());
    assertEquals(1, task.contextChance());
  }

  @Test
  void aBlindModelNamesTheFirstLabel() {
    var score = TEST.score(batch -> new float[batch.size() * TASK.labels()]);
    assertEquals(TASK.chance(), score.inContext(), four(TASK.chance()));
    assertTrue(score.summary().contains("naming any label of the context 0.5"), score.summary());
  }

  @Test
  void scoresThatAreNoneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> TEST.score(batch -> new float[3]));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TEST.score(
                batch -> {
                  float[] scores = new float[N * TASK.labels()];
                  Arrays.fill(scores, Float.NaN);
                  return scores;
                }));
  }
}
