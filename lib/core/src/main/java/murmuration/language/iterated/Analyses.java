package murmuration.language.iterated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every way to take a meaning of F features and a signal of L symbols apart: partitions of the
 * features and of the positions into as many blocks, matched one to one. Blocks are sets of bits.
 */
final class Analyses {
  private final List<int[]> found = new ArrayList<>();

  private Analyses() {}

  /** Each analysis as {@code features, positions, features, positions, ...} of its blocks. */
  static int[][] of(int features, int length) {
    var analyses = new Analyses();
    for (int[] blocks : partitions(features)) {
      for (int[] places : partitions(length)) {
        if (blocks.length == places.length) {
          analyses.match(blocks, places, new int[2 * blocks.length], 0, 0);
        }
      }
    }
    return analyses.found.toArray(int[][]::new);
  }

  private void match(int[] blocks, int[] places, int[] matched, int k, int used) {
    if (k == blocks.length) {
      found.add(matched.clone());
      return;
    }
    for (int p = 0; p < places.length; p++) {
      if ((used >> p & 1) == 0) {
        matched[2 * k] = blocks[k];
        matched[2 * k + 1] = places[p];
        match(blocks, places, matched, k + 1, used | 1 << p);
      }
    }
  }

  /** All partitions of n things into sets of bits. */
  static List<int[]> partitions(int n) {
    List<int[]> partitions = new ArrayList<>();
    partitions.add(new int[0]);
    for (int i = 0; i < n; i++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] partition : partitions) {
        for (int b = 0; b < partition.length; b++) {
          int[] joined = partition.clone();
          joined[b] |= 1 << i;
          longer.add(joined);
        }
        int[] apart = Arrays.copyOf(partition, partition.length + 1);
        apart[partition.length] = 1 << i;
        longer.add(apart);
      }
      partitions = longer;
    }
    return partitions;
  }
}
