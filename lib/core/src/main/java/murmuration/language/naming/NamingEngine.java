package murmuration.language.naming;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import murmuration.language.SocialGraph;
import murmuration.math.Interruption;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import org.jspecify.annotations.Nullable;

/**
 * One game at work. The inventory of an agent is one array of ints: how many words it knows, and
 * then these. An agent invents at most once, when it knows none, so words are numbered below n and
 * how many hold each is an array of n ints. Both sums, words and distinct words, follow every step.
 *
 * <p>Large games are bound by memory. So pairs are drawn in batches, and what a batch will read is
 * read together beforehand. A sketch of 512 bits an agent tells of most unknown words that they are
 * unknown; what it lets through is looked up without a branch, which whole vectors do: known words
 * differ from it by their exclusive or, and the smallest of these is 0 if it is one.
 */
final class NamingEngine {
  private static final int BATCH = 32;
  private static final int LINE = 16;
  private static final int FIRST_ROOM = 4;
  private static final int SKETCH = 8;
  private static final int SPREAD = 0x9E3779B1;
  private static final int TO_BITS = 32 - 9;
  private static final int[] NOTHING = {0};

  private final SocialGraph graph;
  private final int n;
  private final double beta;
  private final RandomGenerator random;
  private final int[][] inventories;
  private final int[] holders;

  /** Eight words of 64 bits an agent: the bit of every word that it knows is set. */
  private final long[] sketches;

  private final boolean @Nullable [] committed;

  private final int[] speakers = new int[BATCH];
  private final int[] hearers = new int[BATCH];
  private final int[] picks = new int[BATCH];
  private final int[] uttered = new int[BATCH];
  private int next = BATCH;

  /** The sum of what was read beforehand, kept so that the reads are made. */
  @SuppressWarnings("unused")
  private int touched;

  private int invented;
  private long words;
  private int distinct;
  private long time;
  private long successes;
  private long mostWords;
  private long timeOfMostWords;
  private int mostDistinct;

  NamingEngine(NamingGame game, long seed) {
    this.graph = game.graph();
    this.n = graph.size();
    this.beta = game.beta();
    this.random = Rng.of(seed);
    this.inventories = new int[n][];
    this.holders = new int[Math.max(2, n)];
    this.sketches = new long[n * SKETCH];
    int first = (int) Math.round(game.firstWordShare() * n);
    this.committed = game.isCommitted() && first > 0 ? new boolean[n] : null;
    Arrays.fill(inventories, NOTHING);
    if (game.hasTwoWords()) {
      startWithTwo(first);
    }
    measure();
  }

  private void startWithTwo(int first) {
    int[] order = RandomOrder.of(n, random);
    for (int i = 0; i < n; i++) {
      int word = i < first ? 0 : 1;
      inventories[order[i]] = row(word);
      note(order[i], word);
      holders[word]++;
      if (committed != null && i < first) {
        committed[order[i]] = true;
      }
    }
    invented = 2;
    words = n;
    distinct = first == 0 || first == n ? 1 : 2;
  }

  /** Plays until consensus or up to a time; what happens does not depend on where it stops. */
  void advance(long until) {
    while (time < until && !isConsensus()) {
      if (next == BATCH) {
        draw();
      }
      int end = (int) Math.min(BATCH, next + until - time);
      while (next < end && !isConsensus()) {
        play(speakers[next], hearers[next], picks[next]);
        next++;
      }
    }
  }

  /** Draws the next pairs, and reads what they know, so that their misses of the cache overlap. */
  private void draw() {
    Interruption.check("naming game");
    for (int i = 0; i < BATCH; i++) {
      if (graph.isComplete()) {
        // Both from one draw: the low half of its product with n is as good as another.
        long bits = random.nextLong();
        int speaker = (int) Math.unsignedMultiplyHigh(bits, n);
        int other = (int) Math.unsignedMultiplyHigh(bits * n, n - 1);
        speakers[i] = speaker;
        hearers[i] = other < speaker ? other : other + 1;
      } else {
        speakers[i] = random.nextInt(n);
        hearers[i] = graph.partner(speakers[i], random);
      }
      picks[i] = random.nextInt();
    }
    int seen = 0;
    for (int i = 0; i < BATCH; i++) {
      seen += inventories[speakers[i]][0] + inventories[hearers[i]][0];
    }
    for (int i = 0; i < BATCH; i++) {
      int[] spoken = inventories[speakers[i]];
      uttered[i] = spoken[spoken[0] == 0 ? 0 : pick(picks[i], spoken[0])];
      int[] heard = inventories[hearers[i]];
      seen += heard[heard[0]];
    }
    for (int i = 0; i < BATCH; i++) {
      if (mayKnow(hearers[i], uttered[i])) {
        int[] heard = inventories[hearers[i]];
        for (int k = LINE; k < heard[0]; k += LINE) {
          seen += heard[k];
        }
      }
    }
    touched = seen;
    next = 0;
  }

  /** Where in an inventory the word is that 32 random bits pick out of k. */
  private static int pick(int bits, int k) {
    return 1 + (int) (((bits & 0xFFFFFFFFL) * k) >>> 32);
  }

  private void play(int speaker, int hearer, int bits) {
    time++;
    int[] spoken = inventories[speaker];
    if (spoken[0] == 0) {
      spoken = invent(speaker);
    }
    int word = spoken[pick(bits, spoken[0])];
    int[] heard = inventories[hearer];
    if (mayKnow(hearer, word) && knows(heard, word)) {
      successes++;
      if (beta == 1 || random.nextDouble() < beta) {
        collapse(speaker, word);
        collapse(hearer, word);
      }
    } else if (committed == null || !committed[hearer]) {
      add(hearer, heard, word);
    }
  }

  private int[] invent(int speaker) {
    inventories[speaker] = row(invented);
    note(speaker, invented);
    count(invented++);
    return inventories[speaker];
  }

  private void count(int word) {
    if (holders[word]++ == 0) {
      distinct++;
    }
    words++;
  }

  /** Where the bit of a word is in the sketch of an agent. */
  private static int bit(int word) {
    return (word * SPREAD) >>> TO_BITS;
  }

  private void note(int agent, int word) {
    int bit = bit(word);
    sketches[agent * SKETCH + (bit >>> 6)] |= 1L << bit;
  }

  private boolean mayKnow(int agent, int word) {
    int bit = bit(word);
    return (sketches[agent * SKETCH + (bit >>> 6)] >>> bit & 1) != 0;
  }

  private static boolean knows(int[] inventory, int word) {
    int smallest = Integer.MAX_VALUE;
    for (int i = 1; i <= inventory[0]; i++) {
      smallest = Math.min(smallest, inventory[i] ^ word);
    }
    return smallest == 0;
  }

  private void add(int hearer, int[] inventory, int word) {
    int k = inventory[0] + 1;
    int[] row = inventory;
    if (k >= row.length) {
      row = Arrays.copyOf(row, Math.max(FIRST_ROOM, row.length + (row.length >> 1)));
      inventories[hearer] = row;
    }
    row[k] = word;
    row[0] = k;
    note(hearer, word);
    count(word);
    measure();
  }

  private void collapse(int agent, int word) {
    int[] inventory = inventories[agent];
    int k = inventory[0];
    if (k == 1 || (committed != null && committed[agent])) {
      return;
    }
    for (int i = 1; i <= k; i++) {
      int other = inventory[i];
      if (other != word && --holders[other] == 0) {
        distinct--;
      }
    }
    words -= k - 1;
    Arrays.fill(sketches, agent * SKETCH, (agent + 1) * SKETCH, 0);
    note(agent, word);
    if (inventory.length > FIRST_ROOM) {
      inventories[agent] = row(word);
    } else {
      inventory[0] = 1;
      inventory[1] = word;
    }
  }

  private static int[] row(int word) {
    int[] row = new int[FIRST_ROOM];
    row[0] = 1;
    row[1] = word;
    return row;
  }

  private void measure() {
    if (words > mostWords) {
      mostWords = words;
      timeOfMostWords = time;
    }
    mostDistinct = Math.max(mostDistinct, distinct);
  }

  /** Every agent holds one and the same word. */
  boolean isConsensus() {
    return distinct == 1 && words == n;
  }

  long time() {
    return time;
  }

  long words() {
    return words;
  }

  int distinct() {
    return distinct;
  }

  long successes() {
    return successes;
  }

  long mostWords() {
    return mostWords;
  }

  long timeOfMostWords() {
    return timeOfMostWords;
  }

  int mostDistinct() {
    return mostDistinct;
  }

  int invented() {
    return invented;
  }

  /** How many agents hold each word, by its number. */
  int[] holders() {
    return Arrays.copyOf(holders, Math.min(invented, holders.length));
  }

  /** The words of an agent, in the order it heard them. */
  int[] inventory(int agent) {
    int[] row = inventories[agent];
    return Arrays.copyOfRange(row, 1, 1 + row[0]);
  }
}
