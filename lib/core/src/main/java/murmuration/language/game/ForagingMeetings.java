package murmuration.language.game;

import java.util.List;

/** How often neighbours succeed when both take what they prefer: every world, every pair. */
final class ForagingMeetings {
  private final ForagingLewis game;
  private final ForagingWorlds worlds;
  private final double[][] choices;
  private final int[][] messages;

  ForagingMeetings(ForagingLewis game, ForagingWorlds worlds, List<Forager> agents) {
    this.game = game;
    this.worlds = worlds;
    choices = agents.stream().map(agent -> agent.choices(game)).toArray(double[][]::new);
    messages = new int[agents.size()][game.states()];
    for (int i = 0; i < messages.length; i++) {
      for (int state = 0; state < messages[i].length; state++) {
        messages[i][state] = agents.get(i).best(game, state);
      }
    }
  }

  /** Mean over the pairs of neighbours with this agent; of all where it is below 0. */
  double success(int agent) {
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < choices.length; i++) {
      for (int j : game.society().neighbours(i)) {
        if (agent < 0 || i == agent || j == agent) {
          sum += pair(i, j);
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private double pair(int i, int j) {
    double sum = 0;
    for (int w = 0; w < worlds.size; w++) {
      int a = worlds.first[w];
      int b = worlds.second[w];
      sum +=
          right(i, a, messages[j][b], worlds.target[w])
              * right(j, b, messages[i][a], worlds.target[w]);
    }
    return sum / worlds.size;
  }

  private double right(int agent, int state, int message, int target) {
    return choices[agent][(state * game.messages() + message) * game.cells() + target];
  }
}
