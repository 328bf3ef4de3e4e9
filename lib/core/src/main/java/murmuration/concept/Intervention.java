package murmuration.concept;

import java.util.function.UnaryOperator;
import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * One way to ask a generator for the target class: which embedding its samples are made from.
 *
 * @param name what tables call it, such as {@code "latent 1"}
 * @param kind where it takes hold
 * @param path how the embedding is found
 */
public record Intervention(String name, InterventionKind kind, Path path) {
  /** How the embedding is found. */
  @FunctionalInterface
  public interface Path {
    /**
     * The embedding to make samples from.
     *
     * @param embed gives the embedding of a condition
     */
    float[] embedding(UnaryOperator<float[]> embed);
  }

  /** Refuses null. */
  public Intervention {
    Arguments.present("name", name);
    Arguments.present("kind", kind);
    Arguments.present("path", path);
  }

  /**
   * The embedding to make samples from.
   *
   * @param embed gives the embedding of a condition, such as {@code generator::embed}
   */
  public float[] embedding(UnaryOperator<float[]> embed) {
    return path.embedding(Arguments.present("embed", embed));
  }

  static Intervention prompt(String name, InterventionKind kind, float[] condition) {
    float[] kept = condition.clone();
    return new Intervention(name, kind, embed -> embed.apply(kept.clone()));
  }

  /** The target's condition with the concept's entries k times as far from the middle. */
  static Intervention overPrompt(float[] target, ConceptContrast contrast, double k) {
    float[] difference = contrast.inConditions();
    float[] pushed = plus(target, difference, (k - 1) / 2);
    return prompt(numbered(InterventionKind.OVER_PROMPT, k), InterventionKind.OVER_PROMPT, pushed);
  }

  /** The target's embedding plus a times the embedding difference of the contrast. */
  static Intervention latent(float[] target, ConceptContrast contrast, double a) {
    return new Intervention(
        numbered(InterventionKind.LATENT, a),
        InterventionKind.LATENT,
        embed -> plus(embed.apply(target.clone()), contrast.inEmbeddings(embed), a));
  }

  /** The target's embedding with the entries of {@code part} taken from the donor's. */
  static Intervention patch(float[] target, float[] donor, int[] part) {
    return new Intervention(
        InterventionKind.PATCH.label(),
        InterventionKind.PATCH,
        embed -> {
          float[] embedding = embed.apply(target.clone());
          float[] other = embed.apply(donor.clone());
          for (int j : part) {
            Arguments.require(
                j < embedding.length,
                "part has entry %d: expected 0 to %d, the places of the embedding",
                j,
                embedding.length - 1);
            embedding[j] = other[j];
          }
          return embedding;
        });
  }

  /** The target's embedding with its component along the contrast taken from the first class. */
  static Intervention patchAlong(float[] target, ConceptContrast contrast) {
    return new Intervention(
        InterventionKind.PATCH.label() + " along",
        InterventionKind.PATCH,
        embed -> {
          float[] embedding = embed.apply(target.clone());
          float[] along = contrast.inEmbeddings(embed);
          float[] donor = contrast.embeddingWith(embed);
          double missing = 0;
          double square = 0;
          for (int j = 0; j < along.length; j++) {
            missing += (donor[j] - embedding[j]) * (double) along[j];
            square += (double) along[j] * along[j];
          }
          return square == 0 ? embedding : plus(embedding, along, missing / square);
        });
  }

  private static float[] plus(float[] a, float[] direction, double times) {
    float[] sum = new float[a.length];
    for (int j = 0; j < a.length; j++) {
      sum[j] = (float) (a[j] + times * direction[j]);
    }
    return sum;
  }

  private static String numbered(InterventionKind kind, double strength) {
    return kind.label() + " " + Digits.of(strength, 4);
  }
}
