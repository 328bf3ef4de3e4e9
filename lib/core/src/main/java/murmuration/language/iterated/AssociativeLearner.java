package murmuration.language.iterated;

import java.util.random.RandomGenerator;

/**
 * One learner. A pair of components gains 1 for each pair of meaning and signal that has both and
 * loses 1 for each that has one of them. So its weight is {@code 3 both - meaning - signal}, with
 * the counts of pairs that have both, the one and the other: learning counts, and the network is
 * made of the counts at the end.
 *
 * <p>Weights of blocks are multiplied by their features, not the share of these, so that all is
 * whole numbers and ties are ties.
 */
final class AssociativeLearner {
  private final SignalSpace space;
  private final int[] weights;
  private final int[] ofMeanings;
  private final int[] ofSignals;

  AssociativeLearner(SignalSpace space) {
    this.space = space;
    this.weights = new int[space.meaningComponents * space.signalComponents];
    this.ofMeanings = new int[space.meaningComponents];
    this.ofSignals = new int[space.signalComponents];
  }

  /** Hears one signal for one meaning. */
  void hear(int meaning, int signal) {
    int[] mine = space.meaningParts[meaning];
    int[] parts = space.signalParts[signal];
    for (int f = 1; f < mine.length; f++) {
      ofMeanings[mine[f]]++;
      int row = mine[f] * space.signalComponents;
      for (int p = 1; p < parts.length; p++) {
        weights[row + parts[p]] += 3;
      }
    }
    for (int p = 1; p < parts.length; p++) {
      ofSignals[parts[p]]++;
    }
  }

  /** Weight of two components, by their numbers. */
  int weight(int meaningPart, int signalPart) {
    return weights[meaningPart * space.signalComponents + signalPart]
        - ofMeanings[meaningPart]
        - ofSignals[signalPart];
  }

  /** The best signal for a meaning, ties at random. */
  int produce(int meaning, RandomGenerator random) {
    int best = Integer.MIN_VALUE;
    int chosen = -1;
    int ties = 0;
    int[] mine = space.meaningParts[meaning];
    for (int s = 0; s < space.signals; s++) {
      int fit = fit(mine, space.signalParts[s], space.analyses[space.symbols[s].length - 1]);
      if (fit > best) {
        best = fit;
        chosen = s;
        ties = 1;
      } else if (fit == best && random.nextInt(++ties) == 0) {
        chosen = s;
      }
    }
    return chosen;
  }

  /** The best analysis: the sum over blocks of features times weight. */
  private int fit(int[] mine, int[] parts, int[][] analyses) {
    int best = Integer.MIN_VALUE;
    for (int[] blocks : analyses) {
      int sum = 0;
      for (int i = 0; i < blocks.length; i += 2) {
        sum += Integer.bitCount(blocks[i]) * weight(mine[blocks[i]], parts[blocks[i + 1]]);
      }
      best = Math.max(best, sum);
    }
    return best;
  }
}
