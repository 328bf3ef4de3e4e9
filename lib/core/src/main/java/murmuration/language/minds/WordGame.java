package murmuration.language.minds;

import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * The Metropolis-Hastings naming game with word sequences and cross-situational learning, after
 * Hagiwara, Furukawa, Taniguchi and Taniguchi 2023 (arXiv:2306.15837). Of that paper only the
 * abstract was at hand; the equations are our reading, in the line of Hagiwara and others 2019 and
 * Taniguchi and others 2017.
 *
 * <p>Two agents see the same situations in C modalities, each with its own error. They exchange
 * sequences of C words from one vocabulary. Which word is about which modality is not said: each
 * agent has a private frame for each situation, a permutation of slots to modalities. For every
 * modality and word an agent has a distribution over its categories of that modality, from a
 * Dirichlet law; the category of a situation is drawn from that of the word in the right slot, the
 * observation from a normal distribution of the category. A speaker draws a frame and words by its
 * tables. A listener takes a sequence up with probability {@code min(1, p(z|heard)/p(z|own))}, by
 * its own categories z with frames summed out; then it runs one Gibbs sweep over categories,
 * frames, tables and distributions, whatever it accepted. The speaker stays as it is.
 *
 * <p>At the end, and all along, both are asked about combinations that they never saw: one says its
 * favourite words for what it perceives, the other finds the likeliest categories from the words
 * alone. The answer is right where it is what the other perceives itself.
 *
 * <pre>{@code
 * var game = WordGame.of(SceneDesign.of(2, 4)).rounds(40);
 * double understood = game.simulate(1).closing(MindsQuantity.HELD_OUT);
 * }</pre>
 *
 * @param source where the scenes come from
 * @param words size of the vocabulary, 2 to 10,000
 * @param alpha weight of every category in the Dirichlet law, 0.001 to 1000
 * @param rounds 1 to 100,000
 * @param mode how listeners take up words; not {@link SignMode#GIBBS}
 */
public record WordGame(SceneSource source, int words, double alpha, int rounds, SignMode mode)
    implements MindsGame {
  private static final int MOST_WORDS = 10_000;
  private static final int MOST_ROUNDS = 100_000;

  /** Checks the choices. */
  public WordGame {
    Arguments.present("source", source);
    Arguments.require(
        words >= 2 && words <= MOST_WORDS, "words is %d: expected 2 to %d", words, MOST_WORDS);
    Arguments.within("alpha", alpha, 1e-3, 1e3);
    Arguments.require(
        rounds >= 1 && rounds <= MOST_ROUNDS,
        "rounds is %d: expected 1 to %d",
        rounds,
        MOST_ROUNDS);
    Arguments.require(
        Arguments.present("mode", mode) != SignMode.GIBBS,
        "mode is %s: expected one in which agents talk",
        mode);
  }

  /** Four words for each value of each modality, alpha 1, 300 rounds, Metropolis-Hastings. */
  public static WordGame of(SceneSource source) {
    int values =
        switch (Arguments.present("source", source)) {
          case SceneDesign design -> design.modalities() * design.values();
          case Scenes scenes -> {
            int sum = 0;
            for (int c = 0; c < scenes.modalities(); c++) {
              sum += scenes.valueCount(c);
            }
            yield sum;
          }
        };
    return new WordGame(source, Math.max(2, 4 * values), 1, 300, SignMode.METROPOLIS_HASTINGS);
  }

  /** The same with a vocabulary of this size, 2 to 10,000. */
  public WordGame words(int value) {
    return new WordGame(source, value, alpha, rounds, mode);
  }

  /** The same with another Dirichlet weight, 0.001 to 1000. */
  public WordGame alpha(double value) {
    return new WordGame(source, words, value, rounds, mode);
  }

  /** The same for this many rounds, 1 to 100,000. */
  public WordGame rounds(int value) {
    return new WordGame(source, words, alpha, value, mode);
  }

  /** The same where listeners take up words in another way. */
  public WordGame mode(SignMode value) {
    return new WordGame(source, words, alpha, rounds, value);
  }

  @Override
  public MindsHistory simulate(long seed) {
    return new WordPlay(this, seed).play();
  }

  /** The mean over modalities of 1 over the number of values. */
  @Override
  public double chance() {
    return switch (source) {
      case SceneDesign design -> 1.0 / design.values();
      case Scenes scenes -> {
        double sum = 0;
        for (int c = 0; c < scenes.modalities(); c++) {
          sum += 1.0 / scenes.valueCount(c);
        }
        yield sum / scenes.modalities();
      }
    };
  }

  @Override
  public Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("scenes", source.toString());
    options.put("words", Integer.toString(words));
    options.put("alpha", Double.toString(alpha));
    options.put("rounds", Integer.toString(rounds));
    options.put("mode", mode.toString());
    return options;
  }

  @Override
  public String toString() {
    return words + " words for " + source + ", " + mode + ", " + rounds + " rounds";
  }
}
