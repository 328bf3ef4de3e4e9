package murmuration.neural.game;

import murmuration.language.game.ForagingGrid;
import murmuration.math.Arguments;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Tensor;

/**
 * The net of one agent as it acts, in floats of Java: a gated recurrent unit (Cho et al. 2014, with
 * the reset gate after the matrix, as in PyTorch) and linear heads for action, token and value. The
 * engine computes the same from the same weights, for whole batches of episodes at once; a single
 * step costs it a hundred times more.
 */
final class ForagerNet {
  static final int INPUTS = ForagingGrid.INPUTS;
  static final int HIDDEN = 32;
  static final int GATES = 3 * HIDDEN;
  static final int ACTIONS = 6;
  static final int TOKENS = ForagingGrid.TOKENS;
  static final int HEADS = ACTIONS + TOKENS + 1;

  private static final float FAR = 18;

  private final float[] inputs;
  private final float[] inputBias;
  private final float[] recurrent;
  private final float[] resetBias;
  private final float[] heads;
  private final float[] headBias;
  private final float[] gate = new float[GATES];
  private final float[] loop = new float[GATES];

  private ForagerNet(float[][] w) {
    inputs = w[0];
    inputBias = w[1];
    recurrent = w[2];
    resetBias = w[3];
    heads = w[4];
    headBias = w[5];
  }

  /** The shapes of the weights of so many agents, agent first; names in the order of use. */
  static long[][] shapes(int agents) {
    return new long[][] {
      {agents, INPUTS, GATES},
      {agents, 1, GATES},
      {agents, HIDDEN, GATES},
      {agents, 1, HIDDEN},
      {agents, HIDDEN, HEADS},
      {agents, 1, HEADS}
    };
  }

  static final String[] NAMES = {
    "inputs", "input bias", "recurrent", "reset bias", "heads", "head bias"
  };

  /** The nets of all agents. */
  static ForagerNet[] of(ModelWeights weights) {
    Tensor first = Arguments.present(NAMES[0], weights.tensors().get(NAMES[0]));
    int agents = (int) first.shape()[0];
    long[][] shapes = shapes(agents);
    float[][] all = new float[NAMES.length][];
    for (int k = 0; k < all.length; k++) {
      all[k] = weights.get(NAMES[k], shapes[k]);
    }
    ForagerNet[] nets = new ForagerNet[agents];
    for (int a = 0; a < agents; a++) {
      float[][] own = new float[all.length][];
      for (int k = 0; k < all.length; k++) {
        int size = all[k].length / agents;
        own[k] = java.util.Arrays.copyOfRange(all[k], a * size, (a + 1) * size);
      }
      nets[a] = new ForagerNet(own);
    }
    return nets;
  }

  /**
   * One step.
   *
   * @param seen what the agent knows
   * @param state what it remembers: changed
   * @param out logits of actions, logits of tokens, value: written
   */
  void step(double[] seen, float[] state, float[] out) {
    System.arraycopy(inputBias, 0, gate, 0, GATES);
    for (int k = 0; k < INPUTS; k++) {
      if (seen[k] != 0) { // six of 47, as a rule
        add(gate, inputs, k * GATES, (float) seen[k]);
      }
    }
    java.util.Arrays.fill(loop, 0);
    for (int j = 0; j < HIDDEN; j++) {
      add(loop, recurrent, j * GATES, state[j]);
    }
    for (int j = 0; j < 2 * HIDDEN; j++) {
      gate[j] = 0.5f * (gate[j] + loop[j]);
    }
    tanh(gate, 0, 2 * HIDDEN);
    for (int j = 0; j < 2 * HIDDEN; j++) {
      gate[j] = 0.5f + 0.5f * gate[j]; // the logistic function
    }
    for (int j = 0; j < HIDDEN; j++) {
      gate[2 * HIDDEN + j] += gate[j] * (loop[2 * HIDDEN + j] + resetBias[j]);
    }
    tanh(gate, 2 * HIDDEN, GATES);
    for (int j = 0; j < HIDDEN; j++) {
      float fresh = gate[2 * HIDDEN + j];
      state[j] = fresh + gate[HIDDEN + j] * (state[j] - fresh);
    }
    System.arraycopy(headBias, 0, out, 0, HEADS);
    for (int j = 0; j < HIDDEN; j++) {
      float x = state[j];
      for (int k = 0; k < HEADS; k++) {
        out[k] += x * heads[j * HEADS + k];
      }
    }
  }

  private static void add(float[] sum, float[] rows, int at, float factor) {
    for (int i = 0; i < GATES; i++) {
      sum[i] += factor * rows[at + i];
    }
  }

  /**
   * Hyperbolic tangent by the seventh convergent of Lambert's continued fraction (1768) at a
   * quarter of the argument, doubled twice: to 2e-7, and without a branch, so that it runs in
   * lanes.
   */
  static void tanh(float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      float q = 0.25f * Math.max(-FAR, Math.min(FAR, x[i]));
      float s = q * q;
      float t =
          q * (135135 + s * (17325 + s * (378 + s))) / (135135 + s * (62370 + s * (3150 + s * 28)));
      t = 2 * t / (1 + t * t);
      x[i] = 2 * t / (1 + t * t);
    }
  }
}
