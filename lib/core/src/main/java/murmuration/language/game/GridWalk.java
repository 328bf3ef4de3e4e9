package murmuration.language.game;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Episodes of table foragers that do not learn. */
final class GridWalk {
  private static final int N = GridMind.INTENTIONS;
  private static final int T = ForagingGrid.TOKENS;

  private final GridForaging game;
  private final List<GridTables> agents;
  private final ForagingGrid grid;
  private final RandomGenerator rng;
  private final GridMind[] minds;
  private final int[] rows = new int[2];
  private final int[] said = new int[2];
  private final GridAction[] done = {GridAction.STAY, GridAction.STAY};

  GridWalk(GridForaging game, List<GridTables> agents, ForagingGrid grid, RandomGenerator rng) {
    this.game = game;
    this.agents = agents;
    this.grid = grid;
    this.rng = rng;
    minds = new GridMind[] {new GridMind(game.bins(), 0), new GridMind(game.bins(), 1)};
  }

  /** One episode of this agent, or of any where it is below 0; true where it ends well. */
  boolean episode(int agent, boolean best, GridLog.@Nullable Builder log) {
    int i = agent < 0 ? rng.nextInt(agents.size()) : agent;
    int j = game.society().partner(i, rng);
    boolean turned = agent >= 0 && rng.nextBoolean();
    int[] who = turned ? new int[] {j, i} : new int[] {i, j};
    grid.reset(rng);
    minds[0].forget();
    minds[1].forget();
    while (!grid.isOver()) {
      for (int g = 0; g < 2; g++) {
        minds[g].look(grid);
        rows[g] = minds[g].row(grid, GridPlays.heard(game, grid.heard(g), rng));
        var tables = agents.get(who[g]);
        int intention = choice(tables.intend(), rows[g] * N, N, best);
        said[g] = choice(tables.say(), rows[g] * T, T, best);
        done[g] = minds[g].step(grid, intention);
        if (log != null) {
          log.add(grid, g, who[g], said[g], minds[g].bin());
        }
      }
      grid.step(done[0], said[0], done[1], said[1]);
    }
    if (log != null) {
      log.end();
    }
    return grid.isSuccess();
  }

  private int choice(double[] logits, int from, int n, boolean best) {
    return best
        ? Logits.largest(logits, from, n)
        : Logits.draw(Logits.probabilities(logits, from, n), 0, n, rng.nextDouble());
  }
}
