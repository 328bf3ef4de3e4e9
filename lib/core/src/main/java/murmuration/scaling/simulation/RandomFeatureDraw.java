package murmuration.scaling.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import murmuration.math.Interruption;
import murmuration.math.Rng;

/**
 * One draw of features and samples, and the exact loss of every cell of a grid in it. Stream 0 of
 * the seed gives F row by row, stream 1 the samples, each as {@code z_1..z_M} and its noise. A cell
 * takes the first N rows and the first D samples, so its loss does not depend on the other cells.
 */
final class RandomFeatureDraw {
  private final double[] roots;
  private final double[] teacher;
  private final double sigma;
  private final RandomGenerator random;
  private final FeatureMap map;
  private final Gram gram;
  private final double[] moment;
  private final double[][] first;
  private final double[] firstLabels;
  private int taken;

  /**
   * A draw that has taken no samples yet.
   *
   * @param kept how many of the first samples are kept for cells with fewer samples than features
   */
  private RandomFeatureDraw(RandomFeatureScaling model, long seed, int features, int kept) {
    double[] eigenvalues = model.eigenvalues();
    teacher = model.teacher();
    sigma = model.sigma();
    roots = eigenvalues.clone();
    for (int k = 0; k < roots.length; k++) {
      roots[k] = Math.sqrt(eigenvalues[k]);
    }
    map = FeatureMap.draw(Rng.of(seed, 0), features, eigenvalues, teacher);
    random = Rng.of(seed, 1);
    gram = new Gram(features);
    moment = new double[features];
    first = new double[kept][features];
    firstLabels = new double[kept];
  }

  /**
   * The losses of all cells, numbered row by row (all D of the first N, then of the next).
   *
   * @param choices for each choice of the ridge the ridge of each cell
   * @return for each choice the loss of each cell
   */
  static List<double[]> losses(RandomFeatureScaling model, long seed, List<double[]> choices) {
    int[] features = model.features();
    int[] samples = model.samples();
    int widest = features[features.length - 1];
    int kept = Arrays.stream(samples).filter(d -> d < widest).max().orElse(0);
    var draw = new RandomFeatureDraw(model, seed, widest, kept);
    double power = model.power();
    var losses = choices.stream().map(ridges -> new double[ridges.length]).toList();
    for (int j = 0; j < samples.length; j++) {
      draw.takeTo(samples[j]);
      for (int i = 0; i < features.length; i++) {
        int cell = i * samples.length + j;
        for (int choice = 0; choice < choices.size(); choice++) {
          double[] u = draw.student(features[i], choices.get(choice)[cell]);
          losses.get(choice)[cell] = draw.map.loss(u, power);
        }
      }
    }
    return losses;
  }

  private double[] student(int n, double ridge) {
    return taken < n
        ? RidgeSolver.bySamples(first, firstLabels, n, taken, ridge)
        : RidgeSolver.byFeatures(gram, moment, n, taken, ridge);
  }

  /** Takes samples, four at a time, until there are so many. */
  private void takeTo(int samples) {
    int m = roots.length;
    double[][] x = new double[4][m];
    double[][] p = new double[4][map.size()];
    double[] y = new double[4];
    while (taken < samples) {
      Interruption.check("the simulation of random features");
      int count = Math.min(4, samples - taken);
      for (int s = 0; s < count; s++) {
        y[s] = draw(x[s]);
      }
      for (int s = 0; s < count; s += 2) {
        map.apply(x[s], x[s + 1], p[s], p[s + 1]);
      }
      if (count == 4) {
        gram.add(p[0], p[1], p[2], p[3]);
      }
      for (int s = 0; s < count; s++) {
        if (count < 4) {
          gram.add(p[s]);
        }
        keep(p[s], y[s]);
      }
    }
  }

  private double draw(double[] x) {
    double y = 0;
    for (int k = 0; k < x.length; k++) {
      x[k] = roots[k] * random.nextGaussian();
      y = Math.fma(teacher[k], x[k], y);
    }
    return y + sigma * random.nextGaussian();
  }

  private void keep(double[] p, double y) {
    for (int i = 0; i < p.length; i++) {
      moment[i] = Math.fma(y, p[i], moment[i]);
    }
    if (taken < first.length) {
      System.arraycopy(p, 0, first[taken], 0, p.length);
      firstLabels[taken] = y;
    }
    taken++;
  }
}
