package murmuration.neural;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.icl.InContextTask;
import murmuration.neural.engine.InitialWeights;
import murmuration.neural.engine.InputArray;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;

/**
 * Two layers of attention and a read-out (after Reddy 2024): with d numbers a token, {@code x <- x
 * + softmax(Q K' / sqrt(d)) V} with one head and no biases, causal in the first layer, for the
 * query alone in the second; then {@code Linear(d, 128), ReLU, Linear(128, 128), ReLU, Linear(128,
 * L)} on the query. No layer norm, no network between.
 */
final class AttentionNetwork {
  static final int HIDDEN = 128;
  private static final float FAR = -1e9f;

  private final Session session;
  private final int tokens;
  private final int width;
  private final int labels;
  private final FlatWeights weights;
  private final NDArray scale;
  private final NDArray mask;

  /**
   * A network in a session: attention matrices begin as {@code N(0, 1/d)}, the read-out uniform
   * within {@code 1/sqrt(inputs)}.
   */
  AttentionNetwork(Session session, InContextTask task, RandomGenerator random) {
    this.session = session;
    tokens = task.tokens();
    width = task.width();
    labels = task.labels();
    Map<String, Tensor> initial = new LinkedHashMap<>();
    for (String layer : List.of("first", "second")) {
      for (String matrix : List.of("query", "key", "value")) {
        double spread = 1 / Math.sqrt(width);
        initial.put(layer + " " + matrix, InitialWeights.normal(random, spread, width, width));
      }
    }
    linear(initial, "inner", width, HIDDEN, random);
    linear(initial, "middle", HIDDEN, HIDDEN, random);
    linear(initial, "outer", HIDDEN, labels, random);
    weights = new FlatWeights(session, initial);
    scale = session.constant(1 / Math.sqrt(width));
    mask = session.constant(causal(tokens));
  }

  private static void linear(
      Map<String, Tensor> initial, String name, int in, int out, RandomGenerator random) {
    double bound = 1 / Math.sqrt(in);
    initial.put(name + " weight", InitialWeights.uniform(random, bound, out, in));
    initial.put(name + " bias", InitialWeights.uniform(random, bound, out));
  }

  private static Tensor causal(int tokens) {
    float[] mask = new float[tokens * tokens];
    for (int from = 0; from < tokens; from++) {
      for (int to = from + 1; to < tokens; to++) {
        mask[from * tokens + to] = FAR;
      }
    }
    return Tensor.of(mask, tokens, tokens);
  }

  /** Room for the tokens of so many sequences. */
  InputArray input(int sequences) {
    return session.input(sequences, tokens, width);
  }

  /**
   * Scores of all labels.
   *
   * @param x sequences x tokens x width
   * @return sequences x labels
   */
  NDArray logits(NDArray x) {
    Map<String, NDArray> w = weights.parts();
    NDArray heeded = scores(w, "first", x, x).add(mask).softmax(2);
    NDArray seen = x.add(heeded.matMul(value(w, "first", x)));
    NDArray last = seen.split(new long[] {tokens - 1}, 1).get(1);
    NDArray read = scores(w, "second", last, seen).softmax(2).matMul(seen);
    NDArray answer = last.add(value(w, "second", read)).squeeze(1);
    NDArray hidden = Layers.relu(linear(w, "middle", Layers.relu(linear(w, "inner", answer))));
    return linear(w, "outer", hidden);
  }

  /**
   * Scores as {@code x (Wq' Wk) y'}, with the product of the matrices first, and values, where
   * there is one query, after the mean over the tokens: the same numbers as in the usual order, to
   * rounding, for half of the work.
   */
  private NDArray scores(Map<String, NDArray> w, String layer, NDArray asking, NDArray asked) {
    NDArray key = FlatWeights.get(w, layer + " key");
    NDArray both = key.transpose(1, 0).matMul(FlatWeights.get(w, layer + " query"));
    return Layers.linear(asking, both).matMul(asked.transpose(0, 2, 1)).mul(scale);
  }

  private static NDArray value(Map<String, NDArray> w, String layer, NDArray x) {
    return Layers.linear(x, FlatWeights.get(w, layer + " value"));
  }

  private static NDArray linear(Map<String, NDArray> w, String name, NDArray x) {
    return Layers.linear(
        x, FlatWeights.get(w, name + " weight"), FlatWeights.get(w, name + " bias"));
  }

  /** Where its weights are, and what they are called. */
  FlatWeights weights() {
    return weights;
  }
}
