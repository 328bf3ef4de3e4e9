package murmuration.warning.spatial;

import murmuration.math.Arguments;

/** Checks of the states that a rate is asked for. */
final class States {
  private States() {}

  static void check(int states, int from, int to, double[] cover, double[] near) {
    Arguments.require(
        from >= 0 && from < states && to >= 0 && to < states && from != to,
        "change from %d to %d: expected two different states of 0 to %d",
        from,
        to,
        states - 1);
    Arguments.require(
        cover != null && cover.length == states && near != null && near.length == states,
        "cover and near need %d shares, one for each state",
        states);
  }
}
