package murmuration.language.population;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.language.Listener;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * How easily a language is taught: fresh learners hear one record after another, drawn by chance
 * from a speaker that does not change, and are asked for the meaning of every message. The measure
 * is the area under their curve of accuracy (Li and Bowling 2019, Ease-of-teaching and language
 * structure from emergent communication, NeurIPS; the choice of learner is part of the result).
 *
 * <pre>{@code
 * int[][] meanings = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
 * int[][] messages = {{1, 1}, {1, 2}, {2, 1}, {2, 2}};
 * var language = Language.of(meanings, messages);
 * double area = EaseOfTeaching.of(language, Pupil::ofParts).lessons(40).run().area();
 * }</pre>
 *
 * @param language what is taught
 * @param learner makes a fresh learner for a language
 * @param lessons how many each learner hears, 1 to 100,000; 200 by default
 * @param learners how many learners, 1 to 10,000; 20 by default
 * @param seed the seed of all chance; 1 by default
 */
public record EaseOfTeaching(
    Language language,
    Function<Language, ? extends Pupil> learner,
    int lessons,
    int learners,
    long seed) {
  private static final int POINTS = 50;
  private static final long MOST_ANSWERS = 200_000_000;

  /** Checks the numbers. */
  public EaseOfTeaching {
    Arguments.present("language", language);
    Arguments.present("learner", learner);
    Arguments.require(
        lessons >= 1 && lessons <= 100_000, "lessons is %d: expected 1 to 100000", lessons);
    Arguments.require(
        learners >= 1 && learners <= 10_000, "learners is %d: expected 1 to 10000", learners);
    Arguments.require(
        (long) learners * Math.min(lessons, POINTS) * language.size() <= MOST_ANSWERS,
        "learners are %d for %d records: expected fewer",
        learners,
        language.size());
  }

  /** Two hundred lessons for each of 20 learners. */
  public static EaseOfTeaching of(Language language, Function<Language, ? extends Pupil> learner) {
    return new EaseOfTeaching(language, learner, 200, 20, 1);
  }

  /** The same with this many lessons, 1 to 100,000. */
  public EaseOfTeaching lessons(int value) {
    return new EaseOfTeaching(language, learner, value, learners, seed);
  }

  /** The same with this many learners, 1 to 10,000. */
  public EaseOfTeaching learners(int value) {
    return new EaseOfTeaching(language, learner, lessons, value, seed);
  }

  /** The same from another seed. */
  public EaseOfTeaching seed(long value) {
    return new EaseOfTeaching(language, learner, lessons, learners, value);
  }

  /**
   * Teaches all learners.
   *
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public TeachingCurve run() {
    int points = Math.min(lessons, POINTS);
    int[] asked = new int[points + 1];
    for (int p = 1; p <= points; p++) {
      asked[p] = (int) ((long) p * lessons / points);
    }
    var records = new Records(language);
    var each =
        Parallel.map(learners + " learners", learners, i -> teach(asked, records, Rng.of(seed, i)));
    var options = new LinkedHashMap<String, String>();
    options.put("language", language.name());
    options.put("lessons", Integer.toString(lessons));
    options.put("learners", Integer.toString(learners));
    var provenance = Provenance.of(options).seed(seed).data(language.source());
    return TeachingCurve.of(asked, each, provenance);
  }

  /** The records, to be drawn by weight. */
  private static final class Records {
    final int[][] meanings;
    final int[][] messages;
    private final double[] cumulative;

    Records(Language language) {
      meanings = language.meanings();
      messages = language.messages();
      cumulative = new double[meanings.length];
      double total = 0;
      for (int i = 0; i < cumulative.length; i++) {
        total += language.weight(i);
        cumulative[i] = total;
      }
    }

    int draw(RandomGenerator rng) {
      double u = rng.nextDouble() * cumulative[cumulative.length - 1];
      int found = Arrays.binarySearch(cumulative, u);
      return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
    }

    double weight(int i) {
      return cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
    }
  }

  /** Accuracy before each of these numbers of lessons. */
  private double[] teach(int[] asked, Records records, RandomGenerator rng) {
    Pupil pupil = Arguments.present("learner", learner.apply(language));
    double[] accuracy = new double[asked.length];
    int done = 0;
    for (int p = 0; p < asked.length; p++) {
      Interruption.check("teaching");
      for (; done < asked[p]; done++) {
        int i = records.draw(rng);
        pupil.learn(records.meanings[i].clone(), records.messages[i].clone());
      }
      accuracy[p] = accuracy(pupil, records);
    }
    return accuracy;
  }

  /** The share of attributes understood, records by their weight. */
  private static double accuracy(Listener pupil, Records records) {
    double right = 0;
    double all = 0;
    for (int i = 0; i < records.meanings.length; i++) {
      int[] meaning = records.meanings[i];
      int[] understood = pupil.understand(records.messages[i].clone());
      Arguments.require(
          understood.length == meaning.length,
          "the learner answers with %d values: expected %d",
          understood.length,
          meaning.length);
      for (int a = 0; a < meaning.length; a++) {
        right += understood[a] == meaning[a] ? records.weight(i) : 0;
        all += records.weight(i);
      }
    }
    return right / all;
  }
}
