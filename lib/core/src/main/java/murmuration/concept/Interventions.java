package murmuration.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;

/**
 * Ways to draw a class out of a generator that it does not give when asked naively (Park et al.
 * 2024, Section 5): the naive prompt first, then each intervention. They work on any {@link
 * ConditionalGenerator}.
 *
 * <pre>{@code
 * var ways = Interventions.of(smallBlue, ConceptContrast.of(largeBlue, largeRed));
 * Elicitation found = ways.run(generator, 64, 1, image -> evaluator.isSmallBlue(image));
 * double hidden = found.best() - found.naive();
 * }</pre>
 */
public final class Interventions {
  private static final double[] PUSHES = {1.5, 2, 3};
  private static final double[] STRENGTHS = {0.5, 1, 2};
  private static final double FARTHEST = 1e6;
  private static final int MOST_SAMPLES = 1_000_000;

  private final float[] target;
  private final List<Intervention> ways;

  private Interventions(float[] target, List<Intervention> ways) {
    this.target = target;
    this.ways = ways;
  }

  /** The naive prompt alone, to which interventions can be added. */
  public static Interventions of(float[] target) {
    float[] condition = ConceptContrast.condition("target", target);
    return new Interventions(
        condition,
        List.of(
            Intervention.prompt(
                InterventionKind.NAIVE.label(), InterventionKind.NAIVE, condition)));
  }

  /**
   * The naive prompt, over-prompts of 1.5, 2 and 3 and latent interventions of 0.5, 1 and 2.
   *
   * @param target condition of the class that is asked for
   * @param contrast two training classes that differ in the concept that is missing
   */
  public static Interventions of(float[] target, ConceptContrast contrast) {
    return of(target).overPrompt(contrast, PUSHES).latent(contrast, STRENGTHS);
  }

  /**
   * Adds over-prompts: the concept's entries of the condition k times as far from the middle
   * between the contrast's classes, on the side of the target; the other entries as they are. With
   * {@code k = 1} it is the naive prompt. Beyond the trained conditions it may saturate or reverse,
   * so look at each, not only at the best.
   *
   * @param contrast two training classes that differ in the concept that is missing; the target
   *     shares the value of the first
   * @param pushes the k, finite
   */
  public Interventions overPrompt(ConceptContrast contrast, double... pushes) {
    fits(contrast);
    return and(
        strengths("pushes", pushes).stream()
            .map(k -> Intervention.overPrompt(target, contrast, k)));
  }

  /**
   * Adds one prompt by its condition, as Park et al. (2024) list them: for blue (.4, .4, .6) to
   * (.05, .05, .95).
   *
   * @param name what tables call it
   * @param condition as long as the target's
   */
  public Interventions prompt(String name, float... condition) {
    float[] kept = ConceptContrast.condition("condition", condition);
    sameSize("condition", kept.length);
    Arguments.present("name", name);
    return and(Stream.of(Intervention.prompt(name, InterventionKind.OVER_PROMPT, kept)));
  }

  /**
   * Adds linear latent interventions: {@code e(target) + a (mean e(with) - mean e(without))}.
   *
   * @param contrast two training classes that differ in the concept that is missing
   * @param strengths the a, finite
   */
  public Interventions latent(ConceptContrast contrast, double... strengths) {
    fits(contrast);
    return and(
        strengths("strengths", strengths).stream()
            .map(a -> Intervention.latent(target, contrast, a)));
  }

  /**
   * Adds a patch: the embedding of the target with one part replaced by that of another class, for
   * models that embed each concept in a place of its own.
   *
   * @param donor condition of the other class
   * @param part places in the embedding, from 0
   */
  public Interventions patch(float[] donor, int... part) {
    float[] kept = ConceptContrast.condition("donor", donor);
    sameSize("donor", kept.length);
    Arguments.present("part", part);
    Arguments.require(part.length > 0, "part is empty: expected at least one place");
    for (int j : part) {
      Arguments.require(j >= 0, "part has %d: expected places from 0", j);
    }
    return and(Stream.of(Intervention.patch(target, kept, part.clone())));
  }

  /**
   * Adds a patch along a direction, for models that mix the concepts in their embedding: the
   * component of the target's embedding along the embedding difference of the contrast is replaced
   * by that of the contrast's first class.
   *
   * @param contrast two training classes that differ in the concept that is missing
   */
  public Interventions patchAlong(ConceptContrast contrast) {
    fits(contrast);
    return and(Stream.of(Intervention.patchAlong(target, contrast)));
  }

  private Interventions and(Stream<Intervention> more) {
    return new Interventions(target, Stream.concat(ways.stream(), more).toList());
  }

  private void fits(ConceptContrast contrast) {
    sameSize("contrast", Arguments.present("contrast", contrast).size());
  }

  private void sameSize(String name, int size) {
    Arguments.require(
        size == target.length,
        "%s has conditions of %d numbers: expected %d, as the target",
        name,
        size,
        target.length);
  }

  private static List<Double> strengths(String name, double[] values) {
    Arguments.finite(name, values, 1);
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(Arguments.within(name, value, -FARTHEST, FARTHEST));
    }
    return list;
  }

  /** The condition of the class that is asked for. */
  public float[] target() {
    return target.clone();
  }

  /** The naive prompt and the interventions, in order. */
  public List<Intervention> ways() {
    return ways;
  }

  /**
   * The share of hits under the naive prompt and under each intervention. All start from the same
   * noise, so that they differ in the embedding only.
   *
   * @param generator the model, as it is now
   * @param n samples a prompt, 1 to a million
   * @param seed seed of the noise
   * @param hit whether a sample shows the target class, by an evaluator
   */
  public Elicitation run(ConditionalGenerator generator, int n, long seed, Predicate<float[]> hit) {
    Arguments.present("generator", generator);
    Arguments.present("hit", hit);
    Arguments.require(n >= 1 && n <= MOST_SAMPLES, "n is %d: expected 1 to %d", n, MOST_SAMPLES);
    double[] shares = new double[ways.size()];
    for (int w = 0; w < shares.length; w++) {
      Interruption.check("interventions");
      float[][] samples = generator.decode(ways.get(w).embedding(generator::embed), n, seed);
      int hits = 0;
      for (float[] sample : samples) {
        hits += hit.test(sample) ? 1 : 0;
      }
      shares[w] = (double) hits / samples.length;
    }
    var provenance = Provenance.of(Map.of("samples a prompt", "" + n)).seed(seed);
    return new Elicitation(
        ways.stream().map(Intervention::name).toList(),
        ways.stream().map(Intervention::kind).toList(),
        shares,
        n,
        provenance);
  }
}
