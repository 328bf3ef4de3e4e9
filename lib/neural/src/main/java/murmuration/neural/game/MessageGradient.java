package murmuration.neural.game;

/** How a sender whose symbols are chosen, not computed, follows the loss of the receiver. */
public enum MessageGradient {
  /**
   * The symbols are drawn; the chance of each goes up where the loss after it was lower than the
   * mean of earlier steps (Williams 1992), and with the entropy.
   */
  REINFORCE,
  /**
   * The symbols are blends of all symbols, with shares that are drawn (Jang et al. 2017; Maddison
   * et al. 2017): gradients go through them, but what the receiver learns on is not what it is
   * evaluated on.
   */
  GUMBEL,
  /** The same, but the receiver gets the symbol of the largest share, with the blend's gradient. */
  STRAIGHT_THROUGH
}
