package murmuration.language.minds;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * The Metropolis-Hastings naming game with Gaussian mixtures (Hagiwara, Kobayashi, Taniguchi and
 * Taniguchi 2019, Symbol emergence as an interpersonal multimodal categorization, Frontiers in
 * Robotics and AI 6:134; Taniguchi and others 2023, Emergent communication through
 * Metropolis-Hastings naming game with deep generative models, Advanced Robotics 37:1266).
 *
 * <p>Two agents see the same objects, each in its own way. Each has a normal distribution for every
 * sign, with a {@link NormalWishart} law before it has seen anything. In a round the first agent
 * speaks and the second listens, then the reverse. The speaker draws a sign for every object, as
 * likely as the object is under it; this replaces its own sign. The listener takes each over with
 * probability {@code min(1, p(x|heard)/p(x|own))}, by its own distributions alone, and draws its
 * distributions anew from their posterior given the signs it now holds. Nobody sees into the other,
 * and yet each exchange is a Metropolis-Hastings step towards what both know together. It samples
 * that exactly where speakers hold {@linkplain SpeakerMemory#AGREED what was agreed}.
 *
 * <pre>{@code
 * double[] a = {0, 20, -20}, b = {0, 20, 40};
 * var game = SignGame.of(SharedObjects.drawn(100, a, 5, b, 6, 1)).signs(3);
 * double kappa = game.ensemble(20).run().mean(MindsQuantity.KAPPA).mean();
 * }</pre>
 *
 * @param objects what is seen
 * @param signs how many signs there are, K, 2 to 1000
 * @param firstPrior what the first agent takes its distributions for
 * @param secondPrior what the second does
 * @param rounds 1 to 100,000
 * @param mode how listeners take up signs
 * @param memory which sign a speaker holds after it has spoken
 * @param start the sign of each object, 0 to K - 1, that both agents begin with; empty for signs by
 *     chance, each agent its own
 */
public record SignGame(
    SharedObjects objects,
    int signs,
    NormalWishart firstPrior,
    NormalWishart secondPrior,
    int rounds,
    SignMode mode,
    SpeakerMemory memory,
    int[] start)
    implements MindsGame {
  private static final int MOST_SIGNS = 1000;
  private static final int MOST_ROUNDS = 100_000;

  /** Checks that everything fits together. */
  public SignGame {
    Arguments.present("objects", objects);
    Arguments.present("firstPrior", firstPrior);
    Arguments.present("secondPrior", secondPrior);
    Arguments.present("mode", mode);
    Arguments.present("memory", memory);
    Arguments.require(
        signs >= 2 && signs <= MOST_SIGNS, "signs is %d: expected 2 to %d", signs, MOST_SIGNS);
    Arguments.require(
        rounds >= 1 && rounds <= MOST_ROUNDS,
        "rounds is %d: expected 1 to %d",
        rounds,
        MOST_ROUNDS);
    Arguments.present("start", start);
    if (start.length > 0) {
      Arguments.require(
          start.length == objects.size(),
          "start has %d signs: expected %d",
          start.length,
          objects.size());
      for (int n = 0; n < start.length; n++) {
        Arguments.require(
            start[n] >= 0 && start[n] < signs,
            "start[%d] is %d: expected 0 to %d",
            n,
            start[n],
            signs - 1);
      }
    }
    start = start.clone();
    fits("firstPrior", firstPrior, objects.firstDimensions());
    fits("secondPrior", secondPrior, objects.secondDimensions());
  }

  private static void fits(String name, NormalWishart prior, int dimensions) {
    Arguments.require(
        prior.dimensions() == dimensions,
        "%s has %d dimensions: expected %d, as the agent sees",
        name,
        prior.dimensions(),
        dimensions);
  }

  /** As many signs as there are classes (at least 2), vague priors, 60 rounds. */
  public static SignGame of(SharedObjects objects) {
    Arguments.present("objects", objects);
    int classes = (int) Arrays.stream(objects.classes()).distinct().count();
    return new SignGame(
        objects,
        Math.clamp(classes, 2, MOST_SIGNS),
        NormalWishart.vague(objects.firstDimensions()),
        NormalWishart.vague(objects.secondDimensions()),
        60,
        SignMode.METROPOLIS_HASTINGS,
        SpeakerMemory.SAID,
        new int[0]);
  }

  /** The same with this many signs, 2 to 1000. */
  public SignGame signs(int value) {
    return new SignGame(objects, value, firstPrior, secondPrior, rounds, mode, memory, start);
  }

  /**
   * The same where both agents take their distributions for this before they have seen anything.
   */
  public SignGame prior(NormalWishart both) {
    return priors(both, both);
  }

  /** The same with a prior for each agent. */
  public SignGame priors(NormalWishart first, NormalWishart second) {
    return new SignGame(objects, signs, first, second, rounds, mode, memory, start);
  }

  /** The same for this many rounds, 1 to 100,000. */
  public SignGame rounds(int value) {
    return new SignGame(objects, signs, firstPrior, secondPrior, value, mode, memory, start);
  }

  /** The same where listeners take up signs in another way. */
  public SignGame mode(SignMode value) {
    return new SignGame(objects, signs, firstPrior, secondPrior, rounds, value, memory, start);
  }

  /** The same where speakers hold another sign after they have spoken. */
  public SignGame memory(SpeakerMemory value) {
    return new SignGame(objects, signs, firstPrior, secondPrior, rounds, mode, value, start);
  }

  /**
   * The same where both agents begin with these signs, one an object, from 0 on; none: by chance.
   */
  public SignGame start(int... value) {
    return new SignGame(objects, signs, firstPrior, secondPrior, rounds, mode, memory, value);
  }

  @Override
  public int[] start() {
    return start.clone();
  }

  @Override
  public MindsHistory simulate(long seed) {
    return new SignPlay(this, seed).play();
  }

  @Override
  public double chance() {
    return 0;
  }

  @Override
  public Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("objects", objects.toString());
    options.put("signs", Integer.toString(signs));
    options.put("first prior", firstPrior.toString());
    options.put("second prior", secondPrior.toString());
    options.put("rounds", Integer.toString(rounds));
    options.put("mode", mode.toString());
    options.put("a speaker holds", memory.toString());
    options.put("start", start.length == 0 ? "by chance" : "given");
    return options;
  }

  @Override
  public String toString() {
    return signs + " signs for " + objects + ", " + mode + ", " + rounds + " rounds";
  }
}
