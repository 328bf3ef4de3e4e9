package murmuration.neural.game;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.neural.engine.Layers;
import murmuration.neural.engine.RowsInput;
import murmuration.neural.engine.Session;
import murmuration.neural.engine.Tensor;

/**
 * An update by REINFORCE. Plays that share a meaning and the symbols so far share all that is
 * computed of them: an agent's unit is run over distinct beginnings of messages, and what goes from
 * a state to the gates over beginnings one symbol shorter. Sums over plays are in the factor of
 * each chance, so the gradient is that of all plays one by one.
 */
final class ReinforceLoss implements PlayedLoss {
  private final NeuralLewis game;
  private final LewisAgents agents;
  private final Session session;
  private final int[][] meanings;
  private final int symbols;
  private final int attributes;
  private final int values;
  private final NDArray oneHot;
  private final NDArray silence;
  private final NDArray entropyWeight;
  private final List<RowsInput> inputs = new ArrayList<>();
  private int used;
  private double lossSum;
  private double updates;
  private double loss;
  private double entropy;

  ReinforceLoss(Session session, NeuralLewis game, LewisAgents agents) {
    this.game = game;
    this.agents = agents;
    this.session = session;
    int[] trained = game.split().train();
    meanings = game.space().meanings(trained);
    symbols = game.vocabulary();
    attributes = game.space().attributes();
    values = game.space().values();
    oneHot = session.constant(LewisAgents.oneHot(game.space(), trained));
    silence = session.constant(Tensor.zeros(1, game.sizes().hidden()));
    entropyWeight = session.constant(game.learning().entropy());
  }

  /** Memory of its own for each array of an update. */
  private RowsInput input() {
    if (used == inputs.size()) {
      inputs.add(session.rows());
    }
    return inputs.get(used++);
  }

  private NDArray places(int... at) {
    return input().fill(at, at.length);
  }

  /** Beginnings of messages by length, from none, and what the sender gives the next symbols. */
  private record Speech(List<Prefixes> said, List<NDArray> logChances, NDArray negativeEntropy) {}

  /** What is heard: beginnings by length, and for each whole message that was said its place. */
  private record Sound(List<Prefixes> heard, int[] place) {}

  @Override
  public NDArray play(RandomGenerator random) {
    used = 0;
    Speech speech = speak(random);
    Sound sound = sound(speech.said);
    NDArray understood = listen(sound.heard);
    Prefixes whole = speech.said.getLast();
    float[] wanted = new float[Math.toIntExact(understood.size())];
    float[] worth = judge(whole, meant(speech.said), sound.place, understood, wanted);
    entropy = -speech.negativeEntropy.getFloat();
    return understood
        .mul(input().fill(wanted, wanted.length / values, values))
        .sum()
        .neg()
        .add(policy(speech, worth))
        .add(speech.negativeEntropy.mul(entropyWeight));
  }

  private Speech speak(RandomGenerator random) {
    var said = new ArrayList<Prefixes>();
    var logChances = new ArrayList<NDArray>();
    var entropies = new ArrayList<NDArray>();
    Prefixes now = Prefixes.roots(meanings.length, game.learning().copies());
    said.add(now);
    LewisAgents.Unit unit = agents.sender;
    NDArray state = agents.meaning.apply(oneHot);
    state = Layers.gru(unit.input().apply(agents.start), unit.state().apply(state), state);
    NDArray fromSymbols = unit.input().apply(agents.spoken);
    for (int j = 0; j < game.length(); j++) {
      if (j > 0) {
        state = next(unit, fromSymbols, state, now);
      }
      NDArray logs = agents.symbol.apply(state).logSoftmax(1);
      NDArray chances = logs.exp();
      NDArray shares = input().fill(shares(now), now.size(), 1);
      entropies.add(chances.mul(logs).sum(new int[] {1}, true).mul(shares).sum());
      logChances.add(logs);
      now = now.draw(chances.toFloatArray(), symbols, random);
      said.add(now);
    }
    return new Speech(said, logChances, entropies.stream().reduce(NDArray::add).orElseThrow());
  }

  /** Each beginning's share of all symbols said. */
  private float[] shares(Prefixes now) {
    float[] shares = new float[now.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) ((double) now.count()[i] / game.plays() / game.length());
    }
    return shares;
  }

  /** The states after one symbol more. */
  private NDArray next(
      LewisAgents.Unit unit, NDArray fromSymbols, NDArray states, Prefixes longer) {
    NDArray parents = places(longer.parent());
    return Layers.gru(
        Layers.rows(fromSymbols, places(longer.symbol())),
        Layers.rows(unit.state().apply(states), parents),
        Layers.rows(states, parents));
  }

  private static Sound sound(List<Prefixes> said) {
    var heard = new ArrayList<Prefixes>();
    int[] place = new int[said.getFirst().size()]; // before any symbol all sound the same
    for (Prefixes longer : said.subList(1, said.size())) {
      int[] next = new int[longer.size()];
      heard.add(longer.heard(place, next));
      place = next;
    }
    return new Sound(heard, place);
  }

  /** Logarithms of the chances of values: a row for each attribute of each message heard. */
  private NDArray listen(List<Prefixes> heard) {
    LewisAgents.Unit unit = agents.receiver;
    NDArray fromSymbols = unit.input().apply(agents.heard);
    NDArray state =
        Layers.gru(
            Layers.rows(fromSymbols, places(heard.getFirst().symbol())),
            unit.state().apply(silence),
            silence);
    for (Prefixes longer : heard.subList(1, heard.size())) {
      state = next(unit, fromSymbols, state, longer);
    }
    NDArray last = Layers.rows(fromSymbols, places(0)); // symbol 1 ends every message
    state = Layers.gru(last, unit.state().apply(state), state);
    int rows = heard.getLast().size() * attributes;
    return agents.values.apply(state).reshape(new Shape(rows, values)).logSoftmax(1);
  }

  /** The meaning of each whole message that was said. */
  private static int[] meant(List<Prefixes> said) {
    int[] meant = IntStream.range(0, said.getFirst().size()).toArray();
    for (Prefixes longer : said.subList(1, said.size())) {
      int[] before = meant;
      meant = Arrays.stream(longer.parent()).map(i -> before[i]).toArray();
    }
    return meant;
  }

  /**
   * Losses of all plays.
   *
   * @param wanted to hold for each chance of a value its share in the mean loss
   * @return for each whole message its plays' share in the mean loss above the usual
   */
  private float[] judge(
      Prefixes whole, int[] meant, int[] place, NDArray understood, float[] wanted) {
    float[] logChances = understood.toFloatArray();
    double[] losses = new double[whole.size()];
    double each = 1.0 / game.plays();
    double sum = 0;
    for (int i = 0; i < losses.length; i++) {
      double share = whole.count()[i] * each;
      for (int a = 0; a < attributes; a++) {
        int at = (place[i] * attributes + a) * values + meanings[meant[i]][a];
        losses[i] -= logChances[at] / attributes;
        wanted[at] += (float) (share / attributes);
      }
      sum += share * losses[i];
    }
    double usual = updates == 0 ? 0 : lossSum / updates;
    float[] worth = new float[losses.length];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = (float) (whole.count()[i] * each * (losses[i] - usual));
    }
    loss = sum;
    lossSum += sum;
    updates++;
    return worth;
  }

  /** Logarithms of the chances of all symbols said, each times the worth of what came of it. */
  private NDArray policy(Speech speech, float[] worth) {
    NDArray total = null;
    for (int j = game.length() - 1; j >= 0; j--) {
      Prefixes longer = speech.said.get(j + 1);
      int rows = speech.said.get(j).size();
      float[] factors = new float[rows * symbols];
      float[] sums = new float[rows];
      for (int i = 0; i < longer.size(); i++) {
        factors[longer.parent()[i] * symbols + longer.symbol()[i]] = worth[i];
        sums[longer.parent()[i]] += worth[i];
      }
      NDArray term = speech.logChances.get(j).mul(input().fill(factors, rows, symbols)).sum();
      total = total == null ? term : total.add(term);
      worth = sums;
    }
    return Objects.requireNonNull(total);
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double entropy() {
    return entropy;
  }

  @Override
  public double[] memory() {
    return new double[] {lossSum, updates};
  }

  @Override
  public void remember(double[] memory) {
    lossSum = memory[0];
    updates = memory[1];
  }
}
