package murmuration.language.game;

/**
 * What a table forager keeps of an episode: where it saw either item, and which row of its tables
 * that makes with what it hears. In ScoreG {@code own} is the item whose score it reads; in
 * TemporalG it is the item to be taken next, {@code other} the one after it.
 */
final class GridMind {
  /** What a forager may intend in a step. */
  static final int INTENTIONS = 5;

  static final int OTHER_SEEN = 2;
  private static final int STANDING = 3;
  private static final int HEARD = ForagingGrid.TOKENS + 1;
  private static final int INNER = 3;

  private final int bins;
  private final int agent;
  private int own;
  private int other;
  private int bin;

  GridMind(int bins, int agent) {
    this.bins = bins;
    this.agent = agent;
  }

  static int rows(int bins) {
    return (bins + 1) * OTHER_SEEN * STANDING * HEARD;
  }

  void forget() {
    own = -1;
    other = -1;
    bin = 0;
  }

  /** Takes in what is seen. */
  void look(ForagingGrid grid) {
    boolean scored = grid.task() == ForagingTask.SCORE_G;
    if (!scored && grid.taken() == 1) {
      own = -1;
      bin = 0;
    }
    for (int k = 0; k < 2; k++) {
      if (grid.sees(agent, k)) {
        boolean mine = scored ? k == agent : k == grid.taken();
        if (mine) {
          own = grid.cell(k);
          bin = scored ? bin(grid.score(k), bins) : 1;
        } else {
          other = grid.cell(k);
        }
      }
    }
  }

  static int bin(int score, int bins) {
    return 1 + (score - 1) * bins / ForagingGrid.HIGHEST_SCORE;
  }

  /** The bin of the score it knows, from 1; 0 where it knows none. */
  int bin() {
    return bin;
  }

  int row(ForagingGrid grid, int heard) {
    int place = grid.position(agent);
    int standing = place == own ? 1 : place == other ? 2 : 0;
    int seen = bin * OTHER_SEEN + (other >= 0 ? 1 : 0);
    return (seen * STANDING + standing) * HEARD + heard + 1;
  }

  /** The step that an intention comes to: search, to the own item, to the other, stay, pick. */
  GridAction step(ForagingGrid grid, int intention) {
    int place = grid.position(agent);
    return switch (intention) {
      case 1 -> own < 0 ? search(place) : towards(place, own);
      case 2 -> other < 0 ? search(place) : towards(place, other);
      case 3 -> GridAction.STAY;
      case 4 -> GridAction.PICK;
      default -> search(place);
    };
  }

  /** Clockwise round the middle, from where every cell comes into view. */
  private static GridAction search(int place) {
    int row = place / ForagingGrid.SIDE;
    int column = place % ForagingGrid.SIDE;
    if (row == 0 || (row == 1 && column == 0)) {
      return row == 0 ? GridAction.SOUTH : GridAction.EAST;
    }
    if (row == ForagingGrid.SIDE - 1) {
      return GridAction.NORTH;
    }
    if (column == 0 || column == ForagingGrid.SIDE - 1) {
      return column == 0 ? GridAction.EAST : GridAction.WEST;
    }
    if (row == 1) {
      return column < INNER ? GridAction.EAST : GridAction.SOUTH;
    }
    if (row == INNER) {
      return column > 1 ? GridAction.WEST : GridAction.NORTH;
    }
    return column == INNER ? GridAction.SOUTH : GridAction.NORTH;
  }

  private static GridAction towards(int place, int goal) {
    int down = goal / ForagingGrid.SIDE - place / ForagingGrid.SIDE;
    int right = goal % ForagingGrid.SIDE - place % ForagingGrid.SIDE;
    if (down != 0) {
      return down > 0 ? GridAction.SOUTH : GridAction.NORTH;
    }
    return right == 0 ? GridAction.STAY : right > 0 ? GridAction.EAST : GridAction.WEST;
  }
}
