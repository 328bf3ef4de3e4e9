package murmuration.language.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.math.Rng;

/** The minimal naming game as one would write it first, to compare with. */
final class ListGame {
  private final List<List<Integer>> agents = new ArrayList<>();
  private final RandomGenerator random;
  private int invented;
  long time;
  long successes;
  long mostWords;
  long timeOfMostWords;
  long mostDistinct;

  ListGame(int n, long seed) {
    random = Rng.of(seed);
    for (int i = 0; i < n; i++) {
      agents.add(new ArrayList<>());
    }
  }

  /** Draws pairs as the engine does, 32 at a time, and plays to consensus. */
  void play() {
    int n = agents.size();
    while (true) {
      int[] speakers = new int[32];
      int[] hearers = new int[32];
      long[] picks = new long[32];
      for (int i = 0; i < 32; i++) {
        long bits = random.nextLong();
        speakers[i] = (int) Math.unsignedMultiplyHigh(bits, n);
        hearers[i] = (int) Math.unsignedMultiplyHigh(bits * n, n - 1);
        hearers[i] += hearers[i] < speakers[i] ? 0 : 1;
        picks[i] = random.nextInt() & 0xFFFFFFFFL;
      }
      for (int i = 0; i < 32; i++) {
        interact(agents.get(speakers[i]), agents.get(hearers[i]), picks[i]);
        long words = agents.stream().mapToInt(List::size).sum();
        var distinct = new HashSet<Integer>();
        agents.forEach(distinct::addAll);
        if (words > mostWords) {
          mostWords = words;
          timeOfMostWords = time;
        }
        mostDistinct = Math.max(mostDistinct, distinct.size());
        if (words == n && distinct.size() == 1) {
          return;
        }
      }
    }
  }

  private void interact(List<Integer> speaker, List<Integer> hearer, long pick) {
    time++;
    if (speaker.isEmpty()) {
      speaker.add(invented++);
    }
    Integer word = speaker.get((int) ((pick * speaker.size()) >>> 32));
    if (hearer.contains(word)) {
      successes++;
      speaker.clear();
      speaker.add(word);
      hearer.clear();
      hearer.add(word);
    } else {
      hearer.add(word);
    }
  }
}
