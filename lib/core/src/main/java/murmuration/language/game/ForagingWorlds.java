package murmuration.language.game;

import java.util.ArrayList;
import java.util.List;
import murmuration.math.Rng;

/** The worlds of a game: what either agent knows, and where both should go. */
final class ForagingWorlds {
  private static final int STREAM = 1;

  final int[] first;
  final int[] second;
  final int[] target;
  final int size;

  private ForagingWorlds(List<int[]> worlds) {
    size = worlds.size();
    first = worlds.stream().mapToInt(w -> w[0]).toArray();
    second = worlds.stream().mapToInt(w -> w[1]).toArray();
    target = worlds.stream().mapToInt(w -> w[2]).toArray();
  }

  /** The worlds that are played in a run, or those that are held out. */
  static ForagingWorlds of(ForagingLewis game, long seed, boolean held) {
    boolean[][] out = heldOut(game, seed);
    var worlds = new ArrayList<int[]>();
    int q = game.scores();
    for (int a = 0; a < game.cells(); a++) {
      for (int b = 0; b < game.cells(); b++) {
        if (a == b || out[a][b] != held) {
          continue;
        }
        for (int s = 0; s < q * q; s++) {
          if (s / q != s % q) {
            worlds.add(new int[] {a * q + s / q, b * q + s % q, s / q > s % q ? a : b});
          }
        }
      }
    }
    return new ForagingWorlds(worlds);
  }

  private static boolean[][] heldOut(ForagingLewis game, long seed) {
    var pairs = new ArrayList<int[]>();
    for (int a = 0; a < game.cells(); a++) {
      for (int b = 0; b < a; b++) {
        pairs.add(new int[] {a, b});
      }
    }
    var rng = Rng.of(seed, STREAM);
    boolean[][] out = new boolean[game.cells()][game.cells()];
    for (int i = 0; i < game.heldOut(); i++) {
      int[] pair = pairs.remove(rng.nextInt(pairs.size()));
      out[pair[0]][pair[1]] = true;
      out[pair[1]][pair[0]] = true;
    }
    return out;
  }
}
