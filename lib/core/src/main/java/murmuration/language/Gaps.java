package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import murmuration.data.Provenance;
import murmuration.math.RandomOrder;
import murmuration.math.Rng;
import murmuration.sweep.Parallel;

/**
 * Informations of units about attributes, in nats, and the gap between the best two.
 *
 * @param language what is measured
 * @param units the units of a language
 * @param estimate how they are estimated
 */
record Gaps(
    CodedLanguage language,
    Function<CodedLanguage, List<MessageUnit>> units,
    EntropyEstimate estimate) {
  private static final int BLOCK = 64;

  /** Mean gap of plain counts; NaN where every unit is constant. */
  static double plain(CodedLanguage language, List<MessageUnit> units) {
    var estimate = EntropyEstimate.plugIn();
    double[] entropy = units.stream().mapToDouble(u -> Dependence.entropy(u, estimate)).toArray();
    return mean(entropy, matrix(language, units, BiasCorrection.NONE));
  }

  double[] entropy(List<MessageUnit> list) {
    return list.stream().mapToDouble(u -> Dependence.entropy(u, estimate)).toArray();
  }

  /** Units x attributes. */
  double[][] information(List<MessageUnit> list) {
    double[][] found = matrix(language, list, estimate.correction());
    if (estimate.correction() == BiasCorrection.SHUFFLED) {
      int blocks = (estimate.shuffles() + BLOCK - 1) / BLOCK;
      // records of weight 1: permuting weighted ones would change what is counted
      var one = language.expanded();
      var each = units.apply(one);
      for (var sum : Parallel.map("shuffles of meanings", blocks, b -> sumOfBlock(one, each, b))) {
        for (int u = 0; u < found.length; u++) {
          for (int a = 0; a < found[u].length; a++) {
            found[u][a] -= sum[u][a] / estimate.shuffles();
          }
        }
      }
    }
    return found;
  }

  private double[][] sumOfBlock(CodedLanguage one, List<MessageUnit> each, int block) {
    double[][] sum = new double[each.size()][one.attributeCount()];
    for (int b = block * BLOCK; b < Math.min(estimate.shuffles(), (block + 1) * BLOCK); b++) {
      int[] order = RandomOrder.of(one.size(), Rng.of(estimate.seed(), b));
      double[][] shuffled = matrix(one.meaningsIn(order), each, BiasCorrection.NONE);
      for (int u = 0; u < sum.length; u++) {
        for (int a = 0; a < sum[u].length; a++) {
          sum[u][a] += shuffled[u][a];
        }
      }
    }
    return sum;
  }

  static double[][] matrix(
      CodedLanguage language, List<MessageUnit> units, BiasCorrection correction) {
    var dependence = new Dependence(language);
    double[][] matrix = new double[units.size()][language.attributeCount()];
    for (int u = 0; u < matrix.length; u++) {
      for (int a = 0; a < matrix[u].length; a++) {
        matrix[u][a] = dependence.information(units.get(u), a, correction);
      }
    }
    return matrix;
  }

  /** The provenance with the seed, where there is chance. */
  Provenance sealed(Provenance provenance) {
    return estimate.correction() == BiasCorrection.SHUFFLED
        ? provenance.seed(estimate.seed())
        : provenance;
  }

  /** Mean gap of the units that vary; NaN where none does. */
  static double mean(double[] entropy, double[][] information) {
    double sum = 0;
    int units = 0;
    for (int u = 0; u < entropy.length; u++) {
      if (entropy[u] > 0) {
        sum += gap(entropy[u], information[u]);
        units++;
      }
    }
    return sum / units;
  }

  /** With one attribute the second best counts as 0. */
  static double gap(double entropy, double[] information) {
    if (entropy <= 0) {
      return Double.NaN;
    }
    double[] sorted = information.clone();
    Arrays.sort(sorted);
    double second = sorted.length == 1 ? 0 : sorted[sorted.length - 2];
    return (sorted[sorted.length - 1] - second) / entropy;
  }
}
