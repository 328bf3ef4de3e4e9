package murmuration.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.SparseFormat;

/** What nets are made of, in the engine's words and only in those that are safe in a loss. */
public final class Layers {
  private Layers() {}

  /**
   * {@code x W' + b}.
   *
   * @param x anything x inputs
   * @param weight outputs x inputs
   * @param bias outputs
   */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).head();
  }

  /**
   * {@code x W'}.
   *
   * @param x anything x inputs
   * @param weight outputs x inputs
   */
  @SuppressWarnings("NullAway") // the engine's word for no bias
  public static NDArray linear(NDArray x, NDArray weight) {
    return x.getNDArrayInternal().linear(x, weight, null).head();
  }

  /** {@code x Phi(x)} with the normal distribution function, exact (Hendrycks and Gimpel 2016). */
  public static NDArray gelu(NDArray x) {
    return x.getNDArrayInternal().gelu();
  }

  /** {@code max(x, 0)}. */
  public static NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }

  /** The logistic function. */
  public static NDArray sigmoid(NDArray x) {
    return x.getNDArrayInternal().sigmoid();
  }

  /**
   * Rows of a table, one for each place; a row may be asked for many times.
   *
   * @param table rows x width
   * @param places which rows, from {@link RowsInput#fill(int[], int)}
   */
  public static NDArray rows(NDArray table, NDArray places) {
    return table.getNDArrayInternal().embedding(places, table, SparseFormat.DENSE).head();
  }

  /**
   * The next state of a gated recurrent unit (Cho et al. 2014), in the form that PyTorch computes:
   * with a reset r, an update z and a candidate n side by side, {@code r, z = sigmoid(i + s)},
   * {@code n = tanh(i + r s)}, and the state h becomes {@code n + z (h - n)}.
   *
   * @param fromInput i: {@link #linear} of the input, with its bias; cases x 3 units, or 1 x 3
   *     units
   * @param fromState s: {@link #linear} of the state, with a bias of its own; cases x 3 units
   * @param state h, cases x units
   */
  public static NDArray gru(NDArray fromInput, NDArray fromState, NDArray state) {
    long units = state.getShape().get(1);
    NDList i = fromInput.split(new long[] {2 * units}, 1);
    NDList s = fromState.split(new long[] {2 * units}, 1);
    NDList gates = sigmoid(i.get(0).add(s.get(0))).split(new long[] {units}, 1);
    NDArray candidate = i.get(1).add(gates.get(0).mul(s.get(1))).tanh();
    return candidate.add(gates.get(1).mul(state.sub(candidate)));
  }

  /** Mean of squared differences over all places. */
  public static NDArray meanSquare(NDArray x, NDArray y) {
    return x.sub(y).square().mean();
  }

  /**
   * Mean cross-entropy in nats.
   *
   * @param logits cases x kinds
   * @param shares cases x kinds: the wanted distributions, each over the number of cases, so that
   *     no number has to be multiplied in
   */
  public static NDArray crossEntropy(NDArray logits, NDArray shares) {
    return logits.logSoftmax(1).mul(shares).sum().neg();
  }
}
