package murmuration.neural.game;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.neural.engine.InputArray;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.RowsInput;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;

/**
 * An update through blends of symbols (Jang et al. 2017; Maddison et al. 2017): the shares of the
 * symbols are a softmax of their logits with Gumbel noise, over a temperature, and an agent reads
 * the mean of the symbols' embeddings by these shares. No two plays share a blend, so all are
 * computed one by one.
 */
final class GumbelLoss implements PlayedLoss {
  private final NeuralLewis game;
  private final LewisAgents agents;
  private final NDArray oneHot;
  private final NDArray silence;
  private final NDArray wanted;
  private final NDArray coldness;
  private final RowsInput meaning;
  private final RowsInput last;
  private final int[] meaningOf;
  private final List<InputArray> noise = new ArrayList<>();
  private final float[] drawn;
  private double loss;
  private double entropy;

  GumbelLoss(Session session, NeuralLewis game, LewisAgents agents) {
    this.game = game;
    this.agents = agents;
    int[] trained = game.split().train();
    int plays = game.plays();
    Tensor meanings = LewisAgents.oneHot(game.space(), trained);
    oneHot = session.constant(meanings);
    silence = session.constant(Tensor.zeros(1, game.sizes().hidden()));
    coldness = session.constant(1 / game.learning().temperature());
    meaningOf = IntStream.range(0, plays).map(i -> i / game.learning().copies()).toArray();
    meaning = session.rows();
    last = session.rows();
    drawn = new float[plays * game.vocabulary()];
    for (int j = 0; j < game.length(); j++) {
      noise.add(session.input(plays, game.vocabulary()));
    }
    wanted = session.constant(shares(meanings.values(), trained.length));
  }

  /** For each chance of a value in each play its share in the mean loss. */
  private Tensor shares(float[] ones, int meanings) {
    int attributes = game.space().attributes();
    int all = ones.length / meanings;
    float[] shares = new float[game.plays() * all];
    float share = (float) (1.0 / game.plays() / attributes);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = share * ones[meaningOf[i / all] * all + i % all];
    }
    return Tensor.of(shares, (long) game.plays() * attributes, game.space().values());
  }

  @Override
  public NDArray play(RandomGenerator random) {
    NDArray total = listen(speak(random)).mul(wanted).sum().neg();
    loss = total.getFloat();
    return total;
  }

  private List<NDArray> speak(RandomGenerator random) {
    LewisAgents.Unit unit = agents.sender;
    NDArray places = meaning.fill(meaningOf, meaningOf.length);
    NDArray first = agents.meaning.apply(oneHot);
    first = Layers.gru(unit.input().apply(agents.start), unit.state().apply(first), first);
    NDArray state = Layers.rows(first, places);
    List<NDArray> message = new ArrayList<>();
    double sum = 0;
    for (InputArray gumbel : noise) {
      if (!message.isEmpty()) {
        NDArray symbol = message.getLast().matMul(agents.spoken);
        state = Layers.gru(unit.input().apply(symbol), unit.state().apply(state), state);
      }
      NDArray logits = agents.symbol.apply(state);
      NDArray logs = logits.stopGradient().logSoftmax(1);
      sum -= logs.exp().mul(logs).sum().getFloat();
      draw(gumbel, random);
      message.add(blend(logits.add(gumbel.array()).mul(coldness).softmax(1)));
    }
    entropy = sum / game.plays() / game.length();
    return message;
  }

  private void draw(InputArray gumbel, RandomGenerator random) {
    for (int i = 0; i < drawn.length; i++) {
      // 1 - u is above 0, as a logarithm wants it.
      drawn[i] =
          (float) -StrictMath.log(-StrictMath.log1p(-random.nextDouble(Double.MIN_NORMAL, 1)));
    }
    gumbel.fill(drawn);
  }

  private NDArray blend(NDArray shares) {
    if (game.learning().gradient() == MessageGradient.GUMBEL) {
      return shares;
    }
    NDArray largest = shares.argMax(1).oneHot(game.vocabulary(), DataType.FLOAT32);
    return largest.add(shares.sub(shares.stopGradient()));
  }

  private NDArray listen(List<NDArray> message) {
    LewisAgents.Unit unit = agents.receiver;
    NDArray state = silence;
    for (NDArray shares : message) {
      NDArray symbol = shares.matMul(agents.heard);
      state = Layers.gru(unit.input().apply(symbol), unit.state().apply(state), state);
    }
    NDArray end = Layers.rows(agents.heard, last.fill(new int[] {0}, 1)); // 1 ends every message
    state = Layers.gru(unit.input().apply(end), unit.state().apply(state), state);
    int rows = game.plays() * game.space().attributes();
    return agents.values.apply(state).reshape(new Shape(rows, game.space().values())).logSoftmax(1);
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double entropy() {
    return entropy;
  }
}
