package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConflictCountTest {
  @Test
  void aPositionForEachAttributeHasNoConflict() {
    int[][] grid = Specimen.grid(3, 3);
    int[][] turned = new int[grid.length][];
    for (int i = 0; i < grid.length; i++) {
      turned[i] = new int[] {grid[i][2], grid[i][0], grid[i][1]};
    }
    var found = ConflictCount.of(Language.of(grid, turned));
    assertEquals(0, found.conflicts());
    assertArrayEquals(new int[] {2, 0, 1}, found.attributeOfPosition());
  }

  @Test
  void aMessageOfAnotherLengthIsRefusedByName() {
    var language = Language.of(new int[][] {{0, 1}, {1, 0}}, new int[][] {{1, 2}, {1}});
    var thrown = assertThrows(IllegalArgumentException.class, () -> ConflictCount.of(language));
    assertEquals(
        "message 1 has 1 symbols: expected 2, one for each attribute", thrown.getMessage());
  }

  @Property(tries = 60)
  void theHungarianWayIsTheBestOfAllWays(@ForAll long seed) {
    var random = Rng.of(seed);
    int[][] meanings = new int[20][];
    int[][] messages = new int[20][];
    for (int i = 0; i < meanings.length; i++) {
      meanings[i] = random.ints(4, 0, 3).toArray();
      messages[i] = random.ints(4, 0, 4).toArray();
    }
    var language = Language.of(meanings, messages).weights(random.longs(20, 1, 4).toArray());
    assertEquals(best(language, new ArrayList<>()), ConflictCount.of(language).conflicts());
    assertEquals(
        ConflictCount.of(Specimen.expanded(language)).conflicts(),
        ConflictCount.of(language).conflicts());
  }

  /** Over all ways to go on from the attributes of the first positions. */
  private static long best(Language language, List<Integer> attributes) {
    int positions = language.attributeCount();
    if (attributes.size() == positions) {
      long sum = 0;
      for (int j = 0; j < positions; j++) {
        sum += conflicts(language, j, attributes.get(j));
      }
      return sum;
    }
    long best = Long.MAX_VALUE;
    for (int a = 0; a < positions; a++) {
      if (!attributes.contains(a)) {
        var more = new ArrayList<>(attributes);
        more.add(a);
        best = Math.min(best, best(language, more));
      }
    }
    return best;
  }

  private static long conflicts(Language language, int position, int attribute) {
    Map<Integer, Map<Integer, Long>> counts = new HashMap<>();
    for (int i = 0; i < language.size(); i++) {
      counts
          .computeIfAbsent(language.message(i)[position], s -> new HashMap<>())
          .merge(language.meaning(i)[attribute], language.weight(i), Long::sum);
    }
    return language.total()
        - counts.values().stream()
            .mapToLong(c -> c.values().stream().mapToLong(v -> v).max().orElse(0))
            .sum();
  }
}
