package murmuration.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SocialGraphTest {
  @Test
  void onACompleteGraphEverybodyElseIsANeighbour() {
    var graph = SocialGraph.complete(4);
    assertArrayEquals(new int[] {0, 1, 3}, graph.neighbours(2));
    assertEquals(6, graph.edgeCount());
    assertTrue(graph.isConnected() && graph.isComplete());
  }

  @Test
  void aRingClosesOnItself() {
    assertArrayEquals(new int[] {1, 4}, SocialGraph.ring(5).neighbours(0));
    assertArrayEquals(new int[] {1, 2, 5, 6}, SocialGraph.ring(7, 4).neighbours(0));
  }

  @Test
  void aLatticeIsATorus() {
    var graph = SocialGraph.lattice(3, 4);
    assertArrayEquals(new int[] {1, 3, 4, 8}, graph.neighbours(0));
    assertEquals(24, graph.edgeCount());
  }

  @Test
  void anEdgeGivenTwiceCountsOnce() {
    var graph = SocialGraph.of(4, new int[][] {{0, 1}, {1, 0}, {2, 3}});
    assertEquals(2, graph.edgeCount());
    assertFalse(graph.isConnected());
    assertEquals(3, graph.neighbour(2, 0));
  }

  @Test
  void edgesThatAreWrongAreNamed() {
    assertMessage("edges[1] joins 2 to itself", new int[][] {{0, 1}, {2, 2}});
    assertMessage("edges[0] has the end 3", new int[][] {{0, 3}});
    assertMessage("edges[0] has 1 ends", new int[][] {{0}});
  }

  private static void assertMessage(String start, int[][] edges) {
    var e = assertThrows(IllegalArgumentException.class, () -> SocialGraph.of(3, edges));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith(start), message);
  }

  @Property(tries = 200)
  void aSmallWorldKeepsItsEdgesAndIsSimple(
      @ForAll @IntRange(min = 3, max = 60) int agents,
      @ForAll @IntRange(min = 1, max = 12) int half,
      @ForAll @DoubleRange(min = 0, max = 1) double rewired,
      @ForAll long seed) {
    int degree = Math.min(2 * half, (agents - 1) / 2 * 2);
    var graph = SocialGraph.wattsStrogatz(agents, degree, rewired, seed);
    assertEquals((long) agents * degree / 2, graph.edgeCount());
    for (int i = 0; i < agents; i++) {
      int self = i;
      int[] row = graph.neighbours(i);
      assertTrue(IntStream.of(row).noneMatch(j -> j == self));
      assertTrue(row.length >= degree / 2, "each agent keeps the edges that begin at it");
      for (int j : row) {
        assertTrue(IntStream.of(graph.neighbours(j)).anyMatch(k -> k == self));
      }
    }
  }

  @Test
  void withoutRewiringASmallWorldIsTheRing() {
    var world = SocialGraph.wattsStrogatz(50, 4, 0, 7);
    var ring = SocialGraph.ring(50, 4);
    for (int i = 0; i < 50; i++) {
      assertArrayEquals(ring.neighbours(i), world.neighbours(i));
    }
  }

  /** Edges of the ring that stay: binomial but for edges led back; false alarm below 1e-6. */
  @Test
  void theShareOfEdgesLedElsewhereIsTheChance() {
    var world = SocialGraph.wattsStrogatz(20_000, 6, 0.3, 1);
    int moved = 0;
    for (int i = 0; i < world.size(); i++) {
      for (int j : world.neighbours(i)) {
        int gap = Math.abs(i - j);
        moved += i < j && Math.min(gap, world.size() - gap) > 3 ? 1 : 0;
      }
    }
    double sd = Math.sqrt(60_000 * 0.3 * 0.7);
    assertEquals(60_000 * 0.3, moved, 5 * sd);
  }

  @Test
  void partnersAreDrawnAlike() {
    var random = Rng.of(3);
    for (var graph : new SocialGraph[] {SocialGraph.complete(5), SocialGraph.ring(5, 4)}) {
      int[] counts = new int[5];
      for (int k = 0; k < 40_000; k++) {
        counts[graph.partner(2, random)]++;
      }
      assertEquals(0, counts[2]);
      for (int j : graph.neighbours(2)) {
        assertEquals(10_000, counts[j], 5 * Math.sqrt(40_000 * 0.25 * 0.75), "5 sd, below 1e-6");
      }
    }
  }
}
