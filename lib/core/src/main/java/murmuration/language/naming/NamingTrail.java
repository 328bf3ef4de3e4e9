package murmuration.language.naming;

import java.util.Arrays;

/**
 * Samples of a run of unknown length: one an interaction, and whenever there is no more room, every
 * second is left out and the samples come half as often. So there are always about as many.
 */
final class NamingTrail {
  private final int room;
  private final long[] times;
  private final long[] words;
  private final int[] distinct;
  private final long[] successes;
  private int size;
  private long stride = 1;

  /** Up to this many samples, even. */
  NamingTrail(int room) {
    this.room = room;
    times = new long[room];
    words = new long[room];
    distinct = new int[room];
    successes = new long[room];
  }

  /** The engine from here to consensus or the last time. */
  void follow(NamingEngine engine, long until) {
    keep(engine);
    while (engine.time() < until && !engine.isConsensus()) {
      if (size == room) {
        thin();
      }
      engine.advance(Math.min(until, times[size - 1] + stride));
      keep(engine);
    }
  }

  private void keep(NamingEngine engine) {
    times[size] = engine.time();
    words[size] = engine.words();
    distinct[size] = engine.distinct();
    successes[size] = engine.successes();
    size++;
  }

  private void thin() {
    int kept = 0;
    for (int i = 0; i < size; i += 2) {
      times[kept] = times[i];
      words[kept] = words[i];
      distinct[kept] = distinct[i];
      successes[kept] = successes[i];
      kept++;
    }
    size = kept;
    stride *= 2;
  }

  long[] times() {
    return Arrays.copyOf(times, size);
  }

  long[] words() {
    return Arrays.copyOf(words, size);
  }

  int[] distinct() {
    return Arrays.copyOf(distinct, size);
  }

  long[] successes() {
    return Arrays.copyOf(successes, size);
  }
}
