package murmuration.language.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.language.Speaker;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeaningSpaceTest {
  @Property(tries = 50)
  void theIndexOfAMeaningIsItsPlace(
      @ForAll @IntRange(min = 1, max = 4) int attributes,
      @ForAll @IntRange(min = 2, max = 6) int values) {
    var space = MeaningSpace.of(attributes, values);
    int[][] all = space.meanings();
    for (int i = 0; i < space.size(); i++) {
      assertEquals(i, space.index(all[i]));
    }
  }

  @Test
  void theSplitOfEightValuesIsThatOfTheStoredGame() {
    // 49 meanings without 0: 4 held out, 45 trained, as in egg_game_a2v8s1; 14 with one 0.
    var split = MeaningSpace.of(2, 8).split(1);
    assertEquals(45, split.train().length);
    assertEquals(4, split.uniform().length);
    assertEquals(14, split.generalization().length);
    var all = new HashSet<Integer>();
    IntStream.of(split.train()).forEach(all::add);
    IntStream.of(split.uniform()).forEach(all::add);
    IntStream.of(split.generalization()).forEach(all::add);
    assertEquals(63, all.size());
    assertTrue(!all.contains(0), "the meaning with two zeros is left out");
  }

  @Test
  void anotherSeedHoldsOutOthers() {
    var world = MeaningSpace.of(2, 12);
    assertArrayEquals(world.split(1).uniform(), world.split(1).uniform());
    assertTrue(!Arrays.equals(world.split(1).uniform(), world.split(2).uniform()));
  }

  @Test
  void aPairThatNeverHeardOfZeroKnowsOnlyTheSeenPart() {
    var split = MeaningSpace.of(2, 8).split(1);
    var speaker = new Copying();
    // Understands everything but takes 0 for 1.
    var shares =
        Generalization.of(
            speaker,
            message -> {
              double[][] scores = new double[2][8];
              scores[0][Math.max(1, message[0])] = 1;
              scores[1][Math.max(1, message[1])] = 1;
              return scores;
            },
            split);
    assertEquals(1, shares.training());
    assertEquals(1, shares.uniform());
    assertEquals(1, shares.generalizationSeen());
    assertEquals(1, shares.generalizationSeenMean());
    assertEquals(0, shares.generalizationAll());
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MeaningSpace.of(20, 1000));
    var space = MeaningSpace.of(2, 3);
    assertThrows(IllegalArgumentException.class, () -> space.index(new int[] {0, 3}));
    assertThrows(IllegalArgumentException.class, () -> space.meaning(9));
  }

  /** Says each value as a symbol. */
  private static final class Copying implements Speaker {
    @Override
    public int[] speak(int[] meaning, RandomGenerator random) {
      return best(meaning);
    }

    @Override
    public int[] best(int[] meaning) {
      return meaning.clone();
    }

    @Override
    public double logProbability(int[] meaning, int[] message) {
      return Arrays.equals(meaning, message) ? 0 : Double.NEGATIVE_INFINITY;
    }
  }
}
