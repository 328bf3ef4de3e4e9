package murmuration.neural;

import ai.djl.ndarray.NDArray;
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
  private final Head first;
  private final Head second;
  private final Linear inner;
  private final Linear middle;
  private final Linear outer;
  private final NDArray scale;
  private final NDArray mask;

  /** A linear layer of the session. */
  private record Linear(NDArray weight, NDArray bias) {
    static Linear of(Session session, RandomGenerator random, String name, int in, int out) {
      double bound = 1 / Math.sqrt(in);
      return new Linear(
          session.weight(name + " weight", InitialWeights.uniform(random, bound, out, in)),
          session.weight(name + " bias", InitialWeights.uniform(random, bound, out)));
    }

    NDArray of(NDArray x) {
      return Layers.linear(x, weight, bias);
    }
  }

  /**
   * One head. Scores are taken as {@code x (Wq' Wk) y'}, with the product of the matrices first,
   * and values, where there is one query, after the mean over the tokens: the same numbers as in
   * the usual order, to rounding, for half of the work.
   */
  private record Head(NDArray query, NDArray key, NDArray value) {
    static Head of(Session session, RandomGenerator random, String name, int width) {
      double spread = 1 / Math.sqrt(width);
      return new Head(
          session.weight(name + " query", InitialWeights.normal(random, spread, width, width)),
          session.weight(name + " key", InitialWeights.normal(random, spread, width, width)),
          session.weight(name + " value", InitialWeights.normal(random, spread, width, width)));
    }

    NDArray scores(NDArray asking, NDArray asked, NDArray scale) {
      NDArray both = key.transpose(1, 0).matMul(query);
      return Layers.linear(asking, both).matMul(asked.transpose(0, 2, 1)).mul(scale);
    }
  }

  /**
   * A network in a session: attention matrices begin as {@code N(0, 1/d)}, the read-out uniform
   * within {@code 1/sqrt(inputs)}.
   */
  AttentionNetwork(Session session, InContextTask task, RandomGenerator random) {
    this.session = session;
    tokens = task.tokens();
    width = task.width();
    labels = task.labels();
    first = Head.of(session, random, "first", width);
    second = Head.of(session, random, "second", width);
    inner = Linear.of(session, random, "inner", width, HIDDEN);
    middle = Linear.of(session, random, "middle", HIDDEN, HIDDEN);
    outer = Linear.of(session, random, "outer", HIDDEN, labels);
    scale = session.constant(1 / Math.sqrt(width));
    mask = session.constant(causal(tokens));
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
    NDArray heeded = first.scores(x, x, scale).add(mask).softmax(2);
    NDArray seen = x.add(heeded.matMul(Layers.linear(x, first.value)));
    NDArray last = seen.split(new long[] {tokens - 1}, 1).get(1);
    NDArray read = second.scores(last, seen, scale).softmax(2).matMul(seen);
    NDArray answer = last.add(Layers.linear(read, second.value)).squeeze(1);
    return outer.of(Layers.relu(middle.of(Layers.relu(inner.of(answer)))));
  }
}
