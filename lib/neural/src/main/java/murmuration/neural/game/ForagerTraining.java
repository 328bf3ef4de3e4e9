package murmuration.neural.game;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import murmuration.language.game.ForagingGrid;
import murmuration.neural.engine.Adam;
import murmuration.neural.engine.InitialWeights;
import murmuration.neural.engine.InputArray;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;
import murmuration.neural.engine.Training;

/**
 * All agents' nets in the engine, side by side in one array each, and the loss of a batch of whole
 * episodes: advantage actor-critic (Mnih et al. 2016), the recurrent unit unrolled over the steps.
 */
final class ForagerTraining implements AutoCloseable {
  private static final int H = ForagerNet.HIDDEN;

  private final Training training;
  private final int agents;
  private final ForagerBatch batch;
  private final NDArray[] weights = new NDArray[ForagerNet.NAMES.length];
  private final NDArray start;
  private final InputArray x;
  private final InputArray targets;

  ForagerTraining(int agents, ForagerBatch batch, Adam adam, RandomGenerator random) {
    int seats = batch.seats();
    this.agents = agents;
    this.batch = batch;
    training = Training.open("foragers", adam);
    Session session = training.session();
    long[][] shapes = ForagerNet.shapes(agents);
    double bound = 1 / Math.sqrt(H);
    for (int k = 0; k < weights.length; k++) {
      Tensor initial = InitialWeights.uniform(random, bound, shapes[k]);
      weights[k] = session.weight(ForagerNet.NAMES[k], initial);
    }
    start = session.constant(Tensor.zeros(agents, seats, H));
    long rows = (long) agents * seats * ForagingGrid.STEPS;
    x = session.input(rows * ForagerNet.INPUTS);
    targets = session.input(rows * ForagerBatch.TARGETS);
  }

  Training training() {
    return training;
  }

  void step() {
    fill();
    training.step(loss());
  }

  void fill() {
    x.fill(batch.x());
    targets.fill(batch.targets());
  }

  Supplier<NDArray> loss() {
    int[] alive = batch.alive();
    return () -> loss(outputs(alive), alive);
  }

  private static NDArray head(NDArray array, long size, int axis) {
    return array.getShape().get(axis) == size ? array : array.split(new long[] {size}, axis).head();
  }

  private static long sum(int[] alive) {
    long rows = 0;
    for (int n : alive) {
      rows += n;
    }
    return rows;
  }

  /** Logits of actions and tokens, and values: agent by row by head. */
  NDArray outputs(int[] alive) {
    long rows = sum(alive);
    NDArray in =
        head(x.array(), agents * rows * ForagerNet.INPUTS, 0)
            .reshape(agents, rows, ForagerNet.INPUTS)
            .matMul(weights[0])
            .add(weights[1]);
    long[] cuts = new long[alive.length - 1];
    for (int t = 0; t < cuts.length; t++) {
      cuts[t] = alive[t] + (t == 0 ? 0 : cuts[t - 1]);
    }
    NDList parts = in.split(new long[] {2 * H}, 2);
    NDList gates = cuts.length == 0 ? new NDList(parts.get(0)) : parts.get(0).split(cuts, 1);
    NDList fresh = cuts.length == 0 ? new NDList(parts.get(1)) : parts.get(1).split(cuts, 1);
    NDArray state = start;
    NDList states = new NDList();
    for (int t = 0; t < alive.length; t++) {
      state = head(state, alive[t], 1);
      NDList loop = state.matMul(weights[2]).split(new long[] {2 * H}, 2);
      NDList open = Layers.sigmoid(gates.get(t).add(loop.get(0))).split(2, 2);
      NDArray now = loop.get(1).add(weights[3]).mul(open.get(0)).add(fresh.get(t)).tanh();
      state = state.sub(now).mul(open.get(1)).add(now);
      states.add(state);
    }
    return NDArrays.concat(states, 1).matMul(weights[4]).add(weights[5]);
  }

  private NDArray loss(NDArray out, int[] alive) {
    long rows = sum(alive);
    NDList want =
        head(targets.array(), agents * rows * ForagerBatch.TARGETS, 0)
            .reshape(agents, rows, ForagerBatch.TARGETS)
            .split(new long[] {ForagerNet.ACTIONS, 10, 11, 12}, 2);
    NDList heads = out.split(new long[] {ForagerNet.ACTIONS, 10}, 2);
    NDArray action = heads.get(0).logSoftmax(2);
    NDArray token = heads.get(1).logSoftmax(2);
    NDArray order =
        action
            .mul(action.exp())
            .sum(new int[] {2}, true)
            .add(token.mul(token.exp()).sum(new int[] {2}, true));
    return action
        .mul(want.get(0))
        .sum()
        .add(token.mul(want.get(1)).sum())
        .add(order.mul(want.get(2)).sum())
        .add(heads.get(2).sub(want.get(3)).square().mul(want.get(4)).sum());
  }

  @Override
  public void close() {
    training.close();
  }
}
