package murmuration.concept;

import java.util.function.UnaryOperator;
import murmuration.math.Arguments;

/**
 * Two training classes that differ in one concept only: what points along that concept, for {@link
 * Interventions}. For colour in Park et al. (2024): large blue against large red.
 *
 * @param with conditions of the class that has the concept at 1, one a row; several where the class
 *     has variable conditions
 * @param without conditions of the class that has it at 0, one a row
 */
public record ConceptContrast(float[][] with, float[][] without) {
  /** Checks the conditions and keeps its own copy. */
  public ConceptContrast {
    with = copy("with", with);
    without = copy("without", without);
    Arguments.require(
        with[0].length == without[0].length,
        "with has conditions of %d numbers, without of %d: expected the same",
        with[0].length,
        without[0].length);
  }

  /** The contrast of two classes that have one condition each. */
  public static ConceptContrast of(float[] with, float[] without) {
    return new ConceptContrast(new float[][] {with}, new float[][] {without});
  }

  /** The class with the concept at 1, one condition a row. */
  @Override
  public float[][] with() {
    return copy("with", with);
  }

  /** The class with the concept at 0, one condition a row. */
  @Override
  public float[][] without() {
    return copy("without", without);
  }

  /** Numbers in a condition. */
  int size() {
    return with[0].length;
  }

  /** The mean condition with the concept, less the mean condition without. */
  float[] inConditions() {
    return difference(mean(with), mean(without));
  }

  /** The mean embedding with the concept, less the mean embedding without. */
  float[] inEmbeddings(UnaryOperator<float[]> embed) {
    return difference(embeddingWith(embed), mean(embedded(embed, without)));
  }

  /** The mean embedding with the concept. */
  float[] embeddingWith(UnaryOperator<float[]> embed) {
    return mean(embedded(embed, with));
  }

  private static float[][] embedded(UnaryOperator<float[]> embed, float[][] conditions) {
    float[][] embedded = new float[conditions.length][];
    for (int i = 0; i < conditions.length; i++) {
      embedded[i] = embed.apply(conditions[i].clone());
    }
    return embedded;
  }

  private static float[] mean(float[][] rows) {
    double[] sum = new double[rows[0].length];
    for (float[] row : rows) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += row[j];
      }
    }
    float[] mean = new float[sum.length];
    for (int j = 0; j < sum.length; j++) {
      mean[j] = (float) (sum[j] / rows.length);
    }
    return mean;
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int j = 0; j < a.length; j++) {
      difference[j] = a[j] - b[j];
    }
    return difference;
  }

  private static float[][] copy(String name, float[][] rows) {
    Arguments.present(name, rows);
    Arguments.require(rows.length > 0, "%s has no conditions: expected at least one", name);
    float[][] copy = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = condition(name + "[" + i + "]", rows[i]);
      Arguments.require(
          copy[i].length == copy[0].length,
          "%s[%d] has %d numbers: expected %d, as the first",
          name,
          i,
          copy[i].length,
          copy[0].length);
    }
    return copy;
  }

  /** A copy of a condition of finite numbers, at least one. */
  static float[] condition(String name, float[] condition) {
    Arguments.present(name, condition);
    Arguments.require(condition.length > 0, "%s is empty: expected at least one number", name);
    for (int j = 0; j < condition.length; j++) {
      Arguments.require(
          Float.isFinite(condition[j]),
          "%s[%d] is %s: expected a finite number",
          name,
          j,
          condition[j]);
    }
    return condition.clone();
  }
}
