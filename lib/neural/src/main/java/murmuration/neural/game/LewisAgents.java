package murmuration.neural.game;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;
import murmuration.language.game.MeaningSpace;
import murmuration.neural.engine.InitialWeights;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;

/**
 * The weights of sender and receiver in a session. They begin as PyTorch begins them: uniform in
 * one over the root of the inputs, embeddings standard normal; the sender's first input normal with
 * deviation 0.01, as in EGG.
 */
final class LewisAgents {
  private static final double START = 0.01;

  final Layer meaning;
  final NDArray start;
  final NDArray spoken;
  final Unit sender;
  final Layer symbol;
  final NDArray heard;
  final Unit receiver;
  final Layer values;

  /** A linear layer. */
  record Layer(NDArray weight, NDArray bias) {
    static Layer of(
        Session session, RandomGenerator random, String name, int in, int out, double bound) {
      return new Layer(
          session.weight(name + ".weight", InitialWeights.uniform(random, bound, out, in)),
          session.weight(name + ".bias", InitialWeights.uniform(random, bound, out)));
    }

    static Layer of(Session session, RandomGenerator random, String name, int in, int out) {
      return of(session, random, name, in, out, 1 / Math.sqrt(in));
    }

    NDArray apply(NDArray x) {
      return Layers.linear(x, weight, bias);
    }
  }

  /** A gated recurrent unit: what goes to its gates from the input, and from the state. */
  record Unit(Layer input, Layer state, int units) {
    static Unit of(Session session, RandomGenerator random, String agent, int in, int units) {
      double bound = 1 / Math.sqrt(units);
      return new Unit(
          Layer.of(session, random, agent + ".input", in, 3 * units, bound),
          Layer.of(session, random, agent + ".state", units, 3 * units, bound),
          units);
    }
  }

  LewisAgents(Session session, NeuralLewis game, RandomGenerator random) {
    AgentSizes sizes = game.sizes();
    int all = game.space().attributes() * game.space().values();
    int units = sizes.hidden();
    int symbols = game.vocabulary();
    meaning = Layer.of(session, random, "sender.meaning", all, units);
    start = session.weight("sender.start", InitialWeights.normal(random, START, 1, sizes.spoken()));
    spoken =
        session.weight("sender.symbols", InitialWeights.normal(random, 1, symbols, sizes.spoken()));
    sender = Unit.of(session, random, "sender", sizes.spoken(), units);
    symbol = Layer.of(session, random, "sender.output", units, symbols);
    heard =
        session.weight(
            "receiver.symbols", InitialWeights.normal(random, 1, symbols, sizes.heard()));
    receiver = Unit.of(session, random, "receiver", sizes.heard(), units);
    values = Layer.of(session, random, "receiver.output", units, all);
  }

  /** One row a meaning, with a 1 for the value of each attribute. */
  static Tensor oneHot(MeaningSpace space, int[] indices) {
    int all = space.attributes() * space.values();
    float[] ones = new float[indices.length * all];
    for (int i = 0; i < indices.length; i++) {
      int[] meaning = space.meaning(indices[i]);
      for (int a = 0; a < meaning.length; a++) {
        ones[i * all + a * space.values() + meaning[a]] = 1;
      }
    }
    return Tensor.of(ones, indices.length, all);
  }
}
