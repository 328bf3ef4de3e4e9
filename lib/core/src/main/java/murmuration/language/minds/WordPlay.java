package murmuration.language.minds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.math.AdjustedRand;
import murmuration.math.Rng;

/** One play of a {@link WordGame}. */
final class WordPlay {
  private final WordGame game;
  private final long seed;
  private final RandomGenerator rng;
  private final int[][] values;
  private final int[][] truth; // modality x situation
  private final double[][][] firstAsked;
  private final double[][][] secondAsked;
  private final WordMind first;
  private final WordMind second;
  private final double[][] ari; // agent and modality x round
  private final double[][] accepted;
  private final double[][] understood;
  private final double[] favourites;

  WordPlay(WordGame game, long seed) {
    this.game = game;
    this.seed = seed;
    var scenes = game.source().scenes(Rng.seed(seed, 0));
    rng = Rng.of(seed, 1);
    values = scenes.values();
    int modalities = scenes.modalities();
    truth = new int[modalities][];
    int[] counts = new int[modalities];
    for (int c = 0; c < modalities; c++) {
      int modality = c;
      truth[c] = Arrays.stream(values).mapToInt(row -> row[modality]).toArray();
      counts[c] = scenes.valueCount(c);
    }
    firstAsked = scenes.firstAsked();
    secondAsked = scenes.secondAsked();
    var frames = new Frames(modalities);
    first = new WordMind(scenes.first(), counts, game, frames, rng);
    second = new WordMind(scenes.second(), counts, game, frames, rng);
    ari = new double[2 * modalities][game.rounds()];
    accepted = new double[2][game.rounds()];
    understood = new double[2][game.rounds()];
    favourites = new double[game.rounds()];
  }

  MindsHistory play() {
    for (int t = 0; t < game.rounds(); t++) {
      accepted[0][t] = half(first, second);
      accepted[1][t] = half(second, first);
      measure(t);
    }
    return new MindsHistory(
        game, seed, curves(), language("first agent", first), language("second agent", second));
  }

  private double half(WordMind speaker, WordMind listener) {
    int count = 0;
    for (int n = 0; n < values.length; n++) {
      count += listener.hear(speaker.speak(n, rng), n, game.mode(), rng) ? 1 : 0;
    }
    listener.sweep(rng);
    return (double) count / values.length;
  }

  private void measure(int t) {
    int modalities = truth.length;
    int[] firstWords = new int[modalities * values.length];
    int[] secondWords = new int[modalities * values.length];
    for (int c = 0; c < modalities; c++) {
      ari[c][t] = AdjustedRand.of(first.categories[c], truth[c]);
      ari[modalities + c][t] = AdjustedRand.of(second.categories[c], truth[c]);
      for (int n = 0; n < values.length; n++) {
        firstWords[c * values.length + n] = first.favourite(c, first.categories[c][n]);
        secondWords[c * values.length + n] = second.favourite(c, second.categories[c][n]);
      }
    }
    favourites[t] = SignPlay.kappa(firstWords, secondWords);
    double[] there = ask(first, firstAsked, second, secondAsked);
    double[] back = ask(second, secondAsked, first, firstAsked);
    understood[0][t] = (there[0] + back[0]) / 2;
    understood[1][t] = (there[1] + back[1]) / 2;
  }

  /** Shares of modalities, and of whole situations, that the listener understands as it sees. */
  private static double[] ask(
      WordMind speaker, double[][][] speakerSees, WordMind listener, double[][][] listenerSees) {
    int modalities = speakerSees.length;
    int n = speakerSees[0].length;
    int parts = 0;
    int wholes = 0;
    int[] sequence = new int[modalities];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < modalities; c++) {
        sequence[c] = speaker.favourite(c, speaker.perceived(c, speakerSees[c][i]));
      }
      int[] meant = listener.understand(sequence);
      int right = 0;
      for (int c = 0; c < modalities; c++) {
        right += meant[c] == listener.perceived(c, listenerSees[c][i]) ? 1 : 0;
      }
      parts += right;
      wholes += right == modalities ? 1 : 0;
    }
    return new double[] {(double) parts / (n * modalities), (double) wholes / n};
  }

  private List<MindsCurve> curves() {
    var list = new ArrayList<MindsCurve>();
    int modalities = truth.length;
    for (int i = 0; i < ari.length; i++) {
      String who = i < modalities ? "first agent" : "second agent";
      String part = who + ", modality " + (i % modalities + 1);
      list.add(new MindsCurve(MindsQuantity.CATEGORY_ARI, part, ari[i]));
    }
    list.add(new MindsCurve(MindsQuantity.HELD_OUT, "", understood[0]));
    list.add(new MindsCurve(MindsQuantity.HELD_OUT_ALL, "", understood[1]));
    list.add(new MindsCurve(MindsQuantity.FAVOURITE_KAPPA, "", favourites));
    list.add(new MindsCurve(MindsQuantity.ACCEPTED_FORWARD, "", accepted[0]));
    list.add(new MindsCurve(MindsQuantity.ACCEPTED_BACKWARD, "", accepted[1]));
    return list;
  }

  private Language language(String name, WordMind mind) {
    String[] names =
        IntStream.rangeClosed(1, truth.length)
            .mapToObj(c -> "modality " + c)
            .toArray(String[]::new);
    return Language.of(values, mind.words).named(name).attributesNamed(names);
  }
}
