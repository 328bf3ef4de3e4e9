package murmuration.language.iterated;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.math.Arguments;

/**
 * Iterated learning by Bayesian agents (after Griffiths and Kalish 2007, Cognitive Science 31:441;
 * Kirby, Tamariz, Cornish and Smith 2015, Cognition 141:87) in the world of {@link
 * MiniatureLanguages}: each generation learns a language from some utterances of the one before.
 *
 * <pre>{@code
 * var chain = BayesianLearning.standard().utterances(5).teacherAmbiguity(3).simulate(1);
 * var law = BayesianLearning.standard().utterances(1).transition();
 * }</pre>
 *
 * <p>An utterance is about a meaning drawn uniformly. Its signal is the one of the language with
 * probability 1 - noise, each other with noise/3; these are weighted by {@code (1/n)^ambiguity}, n
 * the number of meanings that the language gives the signal to, at least 1, and normalised. The
 * prior falls with the length of the grammar.
 *
 * <p>Where teacher and learner agree on ambiguity, the chain of samplers has the prior as its
 * stationary law, whatever the number of utterances.
 *
 * @param utterances heard by each learner, 1 to 10,000
 * @param noise chance of a wrong signal, 0 to 1
 * @param teacherAmbiguity how much speakers avoid signals of several meanings, 0 to 100; 0 not
 * @param learnerAmbiguity how much learners expect that of their teachers, 0 to 100
 * @param learner how a learner chooses
 * @param generations of a chain, 1 to 10,000,000
 * @param start number of the first language, or -1 to draw it from the prior
 */
public record BayesianLearning(
    int utterances,
    double noise,
    double teacherAmbiguity,
    double learnerAmbiguity,
    LearnerKind learner,
    int generations,
    int start) {
  private static final int MOST_UTTERANCES = 10_000;
  private static final int MOST_GENERATIONS = 10_000_000;
  private static final double MOST_AMBIGUITY = 100;

  /** Checks the choices. */
  public BayesianLearning {
    Arguments.require(
        utterances >= 1 && utterances <= MOST_UTTERANCES,
        "utterances is %d: expected 1 to %d",
        utterances,
        MOST_UTTERANCES);
    Arguments.within("noise", noise, 0, 1);
    Arguments.within("teacherAmbiguity", teacherAmbiguity, 0, MOST_AMBIGUITY);
    Arguments.within("learnerAmbiguity", learnerAmbiguity, 0, MOST_AMBIGUITY);
    Arguments.present("learner", learner);
    Arguments.require(
        generations >= 1 && generations <= MOST_GENERATIONS,
        "generations is %d: expected 1 to %d",
        generations,
        MOST_GENERATIONS);
    Arguments.require(
        start >= -1 && start < MiniatureLanguages.COUNT,
        "start is %d: expected a language, 0 to 255, or -1 for the prior",
        start);
  }

  /** Samplers that hear 5 utterances, with noise 0.05, and no ambiguity, for 1000 generations. */
  public static BayesianLearning standard() {
    return new BayesianLearning(5, 0.05, 0, 0, LearnerKind.SAMPLER, 1000, -1);
  }

  /** The same with this many utterances. */
  public BayesianLearning utterances(int value) {
    return new BayesianLearning(
        value, noise, teacherAmbiguity, learnerAmbiguity, learner, generations, start);
  }

  /** The same with this much noise. */
  public BayesianLearning noise(double value) {
    return new BayesianLearning(
        utterances, value, teacherAmbiguity, learnerAmbiguity, learner, generations, start);
  }

  /** The same where teachers and learners agree on this ambiguity exponent. */
  public BayesianLearning ambiguity(double value) {
    return teacherAmbiguity(value).learnerAmbiguity(value);
  }

  /** The same with this ambiguity exponent of teachers: they must be understood. */
  public BayesianLearning teacherAmbiguity(double value) {
    return new BayesianLearning(
        utterances, noise, value, learnerAmbiguity, learner, generations, start);
  }

  /** The same where learners expect this ambiguity exponent. */
  public BayesianLearning learnerAmbiguity(double value) {
    return new BayesianLearning(
        utterances, noise, teacherAmbiguity, value, learner, generations, start);
  }

  /** The same with learners that choose in this way. */
  public BayesianLearning learner(LearnerKind value) {
    return new BayesianLearning(
        utterances, noise, teacherAmbiguity, learnerAmbiguity, value, generations, start);
  }

  /** The same for this many generations. */
  public BayesianLearning generations(int value) {
    return new BayesianLearning(
        utterances, noise, teacherAmbiguity, learnerAmbiguity, learner, value, start);
  }

  /** The same from this language on, not one drawn from the prior. */
  public BayesianLearning from(int language) {
    Arguments.require(
        language >= 0 && language < MiniatureLanguages.COUNT,
        "language is %d: expected 0 to 255",
        language);
    return new BayesianLearning(
        utterances, noise, teacherAmbiguity, learnerAmbiguity, learner, generations, language);
  }

  /**
   * One chain.
   *
   * @param seed of the random numbers
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public BayesianChain simulate(long seed) {
    return new BayesianChain(this, seed, new BayesianTeaching(this).chain(seed));
  }

  /**
   * Many chains: chain i is the one of {@link #simulate} with the seed {@code Rng.seed(seed, i)}.
   *
   * @param chains 1 to 100,000
   */
  public BayesianEnsemble ensemble(int chains) {
    return new BayesianEnsemble(this, chains, 0);
  }

  /**
   * The exact law of one generation: every set of utterances is gone through.
   *
   * @throws IllegalArgumentException for more than 6 utterances, of which there are too many
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public TransitionLaw transition() {
    return TransitionLaw.of(this);
  }

  /** The choices, for provenance. */
  Map<String, String> options() {
    var options = new LinkedHashMap<String, String>();
    options.put("utterances", Integer.toString(utterances));
    options.put("noise", Double.toString(noise));
    options.put("teacherAmbiguity", Double.toString(teacherAmbiguity));
    options.put("learnerAmbiguity", Double.toString(learnerAmbiguity));
    options.put("learner", learner.toString());
    options.put("generations", Integer.toString(generations));
    options.put("start", start < 0 ? "prior" : MiniatureLanguages.spelled(start));
    return options;
  }

  /** The study in words. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s learners, %d utterances, noise %s, ambiguity %s (learner %s)",
        learner == LearnerKind.MAP ? "MAP" : "sampling",
        utterances,
        noise,
        teacherAmbiguity,
        learnerAmbiguity);
  }
}
