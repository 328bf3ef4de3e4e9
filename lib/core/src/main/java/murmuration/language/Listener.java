package murmuration.language;

/** An agent that reads meanings from messages: tabular or neural. */
public interface Listener {
  /**
   * The scores of every value of every attribute, higher for likelier; attribute by value.
   *
   * @param message the symbols heard
   */
  double[][] scores(int[] message);

  /** The value of each attribute with the highest score, the lower value of equal ones. */
  default int[] understand(int[] message) {
    double[][] scores = scores(message);
    int[] meaning = new int[scores.length];
    for (int a = 0; a < scores.length; a++) {
      for (int v = 1; v < scores[a].length; v++) {
        if (scores[a][v] > scores[a][meaning[a]]) {
          meaning[a] = v;
        }
      }
    }
    return meaning;
  }
}
