package murmuration.language.game;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.language.Listener;
import murmuration.language.Speaker;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One run of the game of urns.
 *
 * @param game what was played
 * @param seed of the random numbers
 * @param history expected success at each time, and the share of plays that succeeded since the
 *     time before
 * @param senderWeights the sender's urns at the end: state by message
 * @param receiverWeights the receiver's urns at the end: message by act
 */
public record RothErevRun(
    RothErev game,
    long seed,
    GameHistory history,
    double[][] senderWeights,
    double[][] receiverWeights)
    implements Charted {
  static final List<String> OBSERVABLES = List.of("expected success", "success");

  /** Checks the sizes, and keeps its own copies. */
  public RothErevRun {
    Arguments.present("game", game);
    Arguments.present("history", history);
    senderWeights = checked("senderWeights", senderWeights, game.states(), game.messages());
    receiverWeights = checked("receiverWeights", receiverWeights, game.messages(), game.acts());
  }

  private static double[][] checked(String name, double[][] rows, int n, int width) {
    Arguments.present(name, rows);
    Arguments.require(rows.length == n, "%s has %d rows: expected %d", name, rows.length, n);
    double[][] copy = rows.clone();
    for (int i = 0; i < n; i++) {
      Arguments.finite(name + "[" + i + "]", copy[i], 1);
      Arguments.require(
          copy[i].length == width,
          "%s[%d] has %d weights: expected %d",
          name,
          i,
          copy[i].length,
          width);
      Arguments.positive("the sum of " + name + "[" + i + "]", Arrays.stream(copy[i]).sum());
      copy[i] = copy[i].clone();
    }
    return copy;
  }

  @Override
  public double[][] senderWeights() {
    return Arrays.stream(senderWeights).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] receiverWeights() {
    return Arrays.stream(receiverWeights).map(double[]::clone).toArray(double[][]::new);
  }

  /** The chance that the next play succeeds: {@code sum P(s) P(m | s) P(a = s | m)}. */
  public double expectedSuccess() {
    double sum = 0;
    for (int s = 0; s < Math.min(game.states(), game.acts()); s++) {
      double total = Arrays.stream(senderWeights[s]).sum();
      for (int m = 0; m < game.messages(); m++) {
        double understood = receiverWeights[m][s] / Arrays.stream(receiverWeights[m]).sum();
        sum += game.prior(s) * senderWeights[s][m] / total * understood;
      }
    }
    return sum;
  }

  /** True where the expected success lies below {@link RothErev#threshold}. */
  public boolean pooled() {
    return expectedSuccess() < game.threshold();
  }

  /** The sender, as it stands at the end; needs at least 2 states. */
  public Speaker speaker() {
    return TabularSpeaker.of(states(), 1, game.messages(), logs(senderWeights));
  }

  /** The receiver, as it stands at the end; it needs an act for each state and no more. */
  public Listener listener() {
    Arguments.require(
        game.acts() == game.states(), "acts are %d: expected one a state", game.acts());
    return TabularListener.of(states(), 1, game.messages(), logs(receiverWeights));
  }

  private MeaningSpace states() {
    Arguments.require(game.states() > 1, "states is 1: expected several to speak of");
    return MeaningSpace.of(1, game.states());
  }

  private static double[] logs(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(StrictMath::log).toArray();
  }

  /** The message with most weight for each state: one attribute, one symbol. */
  public Language language() {
    int[][] meanings = new int[game.states()][];
    int[][] messages = new int[game.states()][];
    for (int s = 0; s < meanings.length; s++) {
      meanings[s] = new int[] {s};
      messages[s] = new int[] {Logits.largest(senderWeights[s], 0, game.messages())};
    }
    return Language.of(meanings, messages).named("urns").attributesNamed("state");
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %d states, %d messages, %d acts: %d plays, seed %d
        expected success %.4f; at best %.4g; %s\
        """,
        game.states(),
        game.messages(),
        game.acts(),
        game.plays(),
        seed,
        expectedSuccess(),
        game.best(),
        pooled() ? "pooling (below %.4g)".formatted(game.threshold()) : "signalling");
  }

  @Override
  public Table table() {
    return Quantities.of("urns")
        .and("expected success", expectedSuccess())
        .and("best success", game.best())
        .and("pooled", pooled() ? 1 : 0)
        .table();
  }

  /** Expected success against plays. */
  @Override
  public Figure chart() {
    return Figure.of(curve(history, history.of("expected success"), game));
  }

  static Panel curve(GameHistory history, double[] success, RothErev game) {
    double[] x = Arrays.copyOfRange(history.times(), 1, history.times().length);
    double[] y = Arrays.copyOfRange(success, 1, success.length);
    var panel = Panel.of("plays", "expected success").line("expected success", x, y);
    return (x.length > 1 ? panel.logX() : panel).yRange(0, 1).horizontal(game.best());
  }

  @Override
  public Provenance provenance() {
    return game.provenance(seed);
  }
}
