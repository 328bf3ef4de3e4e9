package murmuration.language.naming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import murmuration.language.SocialGraph;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NamingEngineTest {
  @Property(tries = 100)
  void theSumsAreThoseOfTheInventories(
      @ForAll @IntRange(min = 3, max = 40) int n,
      @ForAll @IntRange(min = 0, max = 2000) int time,
      @ForAll @DoubleRange(min = 0, max = 1) double beta,
      @ForAll boolean ring,
      @ForAll long seed) {
    var game = (ring ? NamingGame.on(SocialGraph.ring(n)) : NamingGame.population(n)).beta(beta);
    var engine = new NamingEngine(game, seed);
    engine.advance(time);
    assertSums(engine, n);
    assertTrue(engine.time() == time || engine.isConsensus());
    assertTrue(engine.mostWords() >= engine.words() && engine.mostDistinct() >= engine.distinct());
    assertTrue(engine.invented() <= n, "each agent invents at most once");
    assertTrue(engine.successes() <= engine.time());
  }

  private static void assertSums(NamingEngine engine, int n) {
    int[] holders = new int[n];
    long words = 0;
    for (int i = 0; i < n; i++) {
      int[] inventory = engine.inventory(i);
      assertEquals(inventory.length, Arrays.stream(inventory).distinct().count(), "no word twice");
      Arrays.stream(inventory).forEach(w -> holders[w]++);
      words += inventory.length;
    }
    assertEquals(words, engine.words());
    assertEquals(Arrays.stream(holders).filter(k -> k > 0).count(), engine.distinct());
    assertArrayEquals(engine.holders(), Arrays.copyOf(holders, engine.invented()));
  }

  @Property(tries = 50)
  void whereItStopsOnTheWayDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int step) {
    var game = NamingGame.population(20).beta(0.7);
    var whole = new NamingEngine(game, seed);
    whole.advance(3000);
    var parts = new NamingEngine(game, seed);
    for (int t = step; !parts.isConsensus() && parts.time() < 3000; t += step) {
      parts.advance(Math.min(t, 3000));
    }
    assertEquals(whole.time(), parts.time());
    assertEquals(whole.words(), parts.words());
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(whole.inventory(i), parts.inventory(i));
    }
  }

  @Test
  void theCommittedNeverChange() {
    var engine = new NamingEngine(NamingGame.population(100).committed(0.3), 4);
    engine.advance(50);
    int holdOnlyTheFirst = 0;
    while (!engine.isConsensus()) {
      holdOnlyTheFirst = 0;
      for (int i = 0; i < 100; i++) {
        int[] inventory = engine.inventory(i);
        holdOnlyTheFirst += inventory.length == 1 && inventory[0] == 0 ? 1 : 0;
      }
      assertTrue(holdOnlyTheFirst >= 30, "the minority of 30");
      engine.advance(engine.time() + 50);
    }
    assertArrayEquals(new int[] {100, 0}, engine.holders());
  }

  /** The long game of the engine, played again with lists and no shortcut. */
  @Test
  void aGameOfListsWithTheSameDrawsIsTheSame() {
    for (long seed = 0; seed < 20; seed++) {
      var engine = new NamingEngine(NamingGame.population(30), seed);
      engine.advance(Long.MAX_VALUE);
      var slow = new ListGame(30, seed);
      slow.play();
      assertEquals(slow.time, engine.time());
      assertEquals(slow.mostWords, engine.mostWords());
      assertEquals(slow.timeOfMostWords, engine.timeOfMostWords());
      assertEquals(slow.mostDistinct, engine.mostDistinct());
      assertEquals(slow.successes, engine.successes());
    }
  }
}
