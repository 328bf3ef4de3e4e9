package murmuration.neural.game;

import murmuration.math.Arguments;

/**
 * How large two recurrent agents are.
 *
 * @param hidden units of either agent's state, 1 to 1,000
 * @param spoken width of a symbol in the sender, 1 to 1,000
 * @param heard width of a symbol in the receiver, 1 to 1,000
 */
public record AgentSizes(int hidden, int spoken, int heard) {
  private static final int MOST = 1000;

  /** Checks the sizes. */
  public AgentSizes {
    checked("hidden", hidden);
    checked("spoken", spoken);
    checked("heard", heard);
  }

  private static void checked(String name, int value) {
    Arguments.require(value >= 1 && value <= MOST, "%s is %d: expected 1 to %d", name, value, MOST);
  }

  @Override
  public String toString() {
    return hidden + " units, symbols of width " + spoken + " said and " + heard + " heard";
  }
}
