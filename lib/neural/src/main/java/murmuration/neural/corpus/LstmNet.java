package murmuration.neural.corpus;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import murmuration.neural.engine.InputArray;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.ModelWeights;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Training;
import murmuration.sweep.Progress;

/** The network behind {@link LstmTraining} while it learns, in the memory of the engine. */
final class LstmNet {
  private final Training training;
  private final int batch;
  private final int piece;
  private final int steps;
  private final int vocabulary;
  private final NDArray embedding;
  private final NDList lstm = new NDList();
  private final NDArray output;
  private final NDArray outputBias;
  private final InputArray seen; // piece x batch x vocabulary, one-hot
  private final InputArray next; // piece * batch x vocabulary, one-hot over the cases
  private final InputArray state; // 1 x batch x hidden
  private final InputArray cell;

  LstmNet(LstmTraining choices, Training training, ModelWeights weights, int tokens) {
    this.training = training;
    batch = choices.batch();
    piece = choices.piece(tokens);
    steps = choices.steps(tokens);
    vocabulary = choices.vocabulary();
    Session session = training.session();
    weights.tensors().forEach(session::weight);
    embedding = session.weight(LstmModel.EMBEDDING);
    lstm.add(session.weight(LstmModel.INPUT));
    lstm.add(session.weight(LstmModel.RECURRENT));
    lstm.add(session.weight(LstmModel.INPUT_BIAS));
    lstm.add(session.weight(LstmModel.RECURRENT_BIAS));
    output = session.weight(LstmModel.OUTPUT);
    outputBias = session.weight(LstmModel.OUTPUT_BIAS);
    seen = session.input(piece, batch, vocabulary);
    next = session.input((long) piece * batch, vocabulary);
    state = session.input(1, batch, choices.hidden());
    cell = session.input(1, batch, choices.hidden());
  }

  /** One reading of the text. */
  void read(int[] tokens, Progress progress) {
    state.fill(new float[state.size()]);
    cell.fill(new float[cell.size()]);
    for (int step = 0; step < steps; step++) {
      place(tokens, step);
      float[][] after = new float[2][];
      training.step(() -> loss(after));
      state.fill(after[0]);
      cell.fill(after[1]);
      progress.tick();
    }
  }

  /** Puts piece {@code step} of every stream in: what is seen, and what comes next. */
  void place(int[] tokens, int step) {
    int stream = (tokens.length - 1) / batch;
    float[] inputs = new float[seen.size()];
    float[] targets = new float[next.size()];
    float share = 1f / (piece * batch);
    for (int t = 0; t < piece; t++) {
      for (int b = 0; b < batch; b++) {
        int at = b * stream + step * piece + t;
        int row = (t * batch + b) * vocabulary;
        inputs[row + tokens[at]] = 1;
        targets[row + tokens[at + 1]] = share;
      }
    }
    seen.fill(inputs);
    next.fill(targets);
  }

  /** The mean cross-entropy of the piece; where the states end up is written to {@code after}. */
  NDArray loss(float[][] after) {
    NDArray x = Layers.linear(seen.array(), embedding);
    NDList states = new NDList(state.array(), cell.array());
    NDList results = x.getNDArrayInternal().lstm(x, states, lstm, true, 1, 0, true, false, false);
    after[0] = results.get(1).toFloatArray();
    after[1] = results.get(2).toFloatArray();
    NDArray logits = Layers.linear(results.get(0), output, outputBias);
    return Layers.crossEntropy(
        logits.reshape(new Shape((long) piece * batch, vocabulary)), next.array());
  }
}
