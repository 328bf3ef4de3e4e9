package murmuration.language.minds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import murmuration.language.Language;
import murmuration.math.AdjustedRand;
import murmuration.math.CohenKappa;
import murmuration.math.Rng;

/** One play of a {@link SignGame}. */
final class SignPlay {
  private static final List<MindsQuantity> FOLLOWED =
      List.of(
          MindsQuantity.KAPPA,
          MindsQuantity.ARI_FIRST,
          MindsQuantity.ARI_SECOND,
          MindsQuantity.HEARD_KAPPA,
          MindsQuantity.HEARD_ARI_FIRST,
          MindsQuantity.HEARD_ARI_SECOND,
          MindsQuantity.ACCEPTED_FORWARD,
          MindsQuantity.ACCEPTED_BACKWARD);

  private final SignGame game;
  private final long seed;
  private final RandomGenerator rng;
  private final int[] classes;
  private final GaussianMind first;
  private final GaussianMind second;
  private final Map<MindsQuantity, double[]> curves = new EnumMap<>(MindsQuantity.class);
  private int[] firstSigns;
  private int[] secondSigns;

  SignPlay(SignGame game, long seed) {
    this.game = game;
    this.seed = seed;
    rng = Rng.of(seed);
    classes = game.objects().classes();
    first = GaussianMind.of(game.objects().first(), game.firstPrior(), game.signs());
    second = GaussianMind.of(game.objects().second(), game.secondPrior(), game.signs());
    firstSigns = begin();
    secondSigns = game.mode() == SignMode.GIBBS ? firstSigns : begin();
    first.learn(firstSigns, rng);
    second.learn(secondSigns, rng);
    FOLLOWED.forEach(q -> curves.put(q, new double[game.rounds()]));
  }

  private int[] begin() {
    int[] given = game.start();
    return given.length > 0 ? given : rng.ints(classes.length, 0, game.signs()).toArray();
  }

  MindsHistory play() {
    for (int t = 0; t < game.rounds(); t++) {
      if (game.mode() == SignMode.GIBBS) {
        together(t);
      } else {
        round(t);
      }
    }
    var list = new ArrayList<MindsCurve>();
    FOLLOWED.forEach(q -> list.add(new MindsCurve(q, "", curve(q))));
    return new MindsHistory(
        game,
        seed,
        list,
        language("first agent", firstSigns),
        language("second agent", secondSigns));
  }

  private double[] curve(MindsQuantity quantity) {
    return Objects.requireNonNull(curves.get(quantity));
  }

  private void round(int t) {
    int[] firstSaid = first.speak(rng);
    int[] secondHeld = secondSigns;
    curve(MindsQuantity.ACCEPTED_FORWARD)[t] = listen(firstSaid, second, secondHeld);
    int[] firstHeld = remembered(firstSaid, firstSigns, secondHeld);
    int[] secondSaid = second.speak(rng);
    curve(MindsQuantity.ACCEPTED_BACKWARD)[t] = listen(secondSaid, first, firstHeld);
    measure(t, firstSaid, secondSaid, firstHeld, secondHeld);
    firstSigns = firstHeld;
    secondSigns = remembered(secondSaid, secondHeld, firstHeld);
  }

  /** A copy of the signs that a speaker holds after it has spoken. */
  private int[] remembered(int[] said, int[] own, int[] agreed) {
    return switch (game.memory()) {
      case SAID -> said.clone();
      case OWN -> own.clone();
      case AGREED -> agreed.clone();
    };
  }

  /** The listener's signs become what it holds now; the share that it accepted. */
  private double listen(int[] said, GaussianMind listener, int[] held) {
    int accepted = 0;
    for (int n = 0; n < said.length; n++) {
      if (accepts(listener, n, said[n], held[n])) {
        held[n] = said[n];
        accepted++;
      }
    }
    listener.learn(held, rng);
    return (double) accepted / said.length;
  }

  private boolean accepts(GaussianMind listener, int n, int heard, int own) {
    return switch (game.mode()) {
      case ACCEPT_ALL -> true;
      case REJECT_ALL, GIBBS -> false;
      case METROPOLIS_HASTINGS -> {
        double logRatio = listener.logDensity(n, heard) - listener.logDensity(n, own);
        yield logRatio >= 0 || rng.nextDouble() < Math.exp(logRatio);
      }
    };
  }

  /** One sweep of a Gibbs sampler that sees what both see. */
  private void together(int t) {
    int[] signs = new int[classes.length];
    for (int n = 0; n < signs.length; n++) {
      signs[n] = first.speak(n, second, rng);
    }
    first.learn(signs, rng);
    second.learn(signs, rng);
    measure(t, first.speak(rng), second.speak(rng), signs, signs);
    curve(MindsQuantity.ACCEPTED_FORWARD)[t] = 1;
    curve(MindsQuantity.ACCEPTED_BACKWARD)[t] = 1;
    firstSigns = signs;
    secondSigns = signs;
  }

  private void measure(
      int t, int[] firstSaid, int[] secondSaid, int[] firstHeld, int[] secondHeld) {
    curve(MindsQuantity.KAPPA)[t] = kappa(firstSaid, secondSaid);
    curve(MindsQuantity.ARI_FIRST)[t] = AdjustedRand.of(firstSaid, classes);
    curve(MindsQuantity.ARI_SECOND)[t] = AdjustedRand.of(secondSaid, classes);
    curve(MindsQuantity.HEARD_KAPPA)[t] = kappa(firstHeld, secondHeld);
    curve(MindsQuantity.HEARD_ARI_FIRST)[t] = AdjustedRand.of(firstHeld, classes);
    curve(MindsQuantity.HEARD_ARI_SECOND)[t] = AdjustedRand.of(secondHeld, classes);
  }

  /** Kappa, 0 where both say one and the same sign of everything: nothing is told apart. */
  static double kappa(int[] a, int[] b) {
    var kappa = CohenKappa.of(a, b);
    return kappa.defined() ? kappa.value() : 0;
  }

  private Language language(String name, int[] signs) {
    int[][] meanings = Arrays.stream(classes).mapToObj(c -> new int[] {c}).toArray(int[][]::new);
    int[][] messages = Arrays.stream(signs).mapToObj(w -> new int[] {w}).toArray(int[][]::new);
    return Language.of(meanings, messages).named(name).attributesNamed("class");
  }
}
