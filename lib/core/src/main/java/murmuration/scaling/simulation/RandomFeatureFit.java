package murmuration.scaling.simulation;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import tech.tablesaw.api.Table;

/**
 * Ridge regression on given random features and samples, with the exact expected error of the
 * result: what {@link RandomFeatureScaling} computes for each draw, for matrices of one's own.
 *
 * @param weights theta, one for each feature {@code N^-1/2 sum_k F_ik x_k}
 * @param trainingError mean squared error on the samples
 * @param loss expected squared error on a new sample, label noise included
 * @param provenance where it comes from
 */
public record RandomFeatureFit(
    double[] weights, double trainingError, double loss, Provenance provenance) implements Result {
  private static final int MOST = 1 << 12;

  /** Checks the numbers and keeps its own copy. */
  public RandomFeatureFit {
    Arguments.finite("weights", weights, 1);
    Arguments.require(
        Double.isFinite(trainingError) && Double.isFinite(loss),
        "trainingError and loss are %s and %s: expected finite numbers",
        trainingError,
        loss);
    Arguments.present("provenance", provenance);
    weights = weights.clone();
  }

  /**
   * Fits {@code theta = argmin (1/D) sum (y - theta.phi)^2 + r |theta|^2} to labels {@code y =
   * sum_k w_k x_k + noise}.
   *
   * @param eigenvalues variance of each mode, M of them, above 0
   * @param teacher w, length M
   * @param featureMap F, N rows of M, N at most 4096
   * @param inputs x, D rows of M, D at most 4096
   * @param noise label noise of each sample, length D
   * @param sigma standard deviation of the noise of new samples, 0 or more
   * @param ridge r, above 0
   */
  public static RandomFeatureFit of(
      double[] eigenvalues,
      double[] teacher,
      double[][] featureMap,
      double[][] inputs,
      double[] noise,
      double sigma,
      double ridge) {
    Arguments.finite("eigenvalues", eigenvalues, 1);
    for (int k = 0; k < eigenvalues.length; k++) {
      Arguments.positive("eigenvalues[" + k + "]", eigenvalues[k]);
    }
    Arguments.finite("teacher", teacher, 1);
    Arguments.sameLength("teacher", teacher, "eigenvalues", eigenvalues);
    rows("featureMap", featureMap, eigenvalues);
    rows("inputs", inputs, eigenvalues);
    Arguments.finite("noise", noise, 1);
    Arguments.require(
        noise.length == inputs.length,
        "noise has %d values, inputs has %d rows: expected the same number",
        noise.length,
        inputs.length);
    Arguments.require(
        sigma >= 0 && sigma < Double.POSITIVE_INFINITY,
        "sigma is %s: expected a finite number, 0 or more",
        sigma);
    Arguments.positive("ridge", ridge);
    return solve(eigenvalues, teacher, featureMap, inputs, noise, sigma, ridge);
  }

  private static void rows(String name, double[][] rows, double[] eigenvalues) {
    Arguments.present(name, rows);
    Arguments.require(
        rows.length >= 1 && rows.length <= MOST,
        "%s has %d rows: expected 1 to %d",
        name,
        rows.length,
        MOST);
    for (int i = 0; i < rows.length; i++) {
      Arguments.finite(name + "[" + i + "]", rows[i], 1);
      Arguments.sameLength(name + "[" + i + "]", rows[i], "eigenvalues", eigenvalues);
    }
  }

  private static RandomFeatureFit solve(
      double[] eigenvalues,
      double[] teacher,
      double[][] featureMap,
      double[][] inputs,
      double[] noise,
      double sigma,
      double ridge) {
    int n = featureMap.length;
    int samples = inputs.length;
    var map = new FeatureMap(transposed(featureMap), eigenvalues, teacher);
    double[][] p = new double[samples][n];
    double[] y = new double[samples];
    var gram = new Gram(n);
    double[] moment = new double[n];
    for (int d = 0; d < samples; d++) {
      y[d] = RidgeSolver.dot(inputs[d], teacher, teacher.length) + noise[d];
      map.apply(inputs[d], inputs[d], p[d], new double[n]);
      gram.add(p[d]);
      for (int i = 0; i < n; i++) {
        moment[i] += y[d] * p[d][i];
      }
    }
    double[] u =
        samples < n
            ? RidgeSolver.bySamples(p, y, n, samples, ridge)
            : RidgeSolver.byFeatures(gram, moment, n, samples, ridge);
    double error = 0;
    for (int d = 0; d < samples; d++) {
      error += Math.pow(y[d] - RidgeSolver.dot(u, p[d], n), 2) / samples;
    }
    double power = sigma * sigma;
    for (int k = 0; k < eigenvalues.length; k++) {
      power += eigenvalues[k] * teacher[k] * teacher[k];
    }
    double loss = map.loss(u, power);
    for (int i = 0; i < n; i++) {
      u[i] *= Math.sqrt(n);
    }
    var options =
        Map.of(
            "random features", n + " of " + eigenvalues.length + " modes",
            "samples", Integer.toString(samples),
            "ridge", Digits.of(ridge, 6));
    return new RandomFeatureFit(u, error, loss, Provenance.of(options));
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < columns.length; k++) {
        columns[k][i] = rows[i][k];
      }
    }
    return columns;
  }

  @Override
  public double[] weights() {
    return weights.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "ridge regression on %d random features: training error %s, expected error %s",
        weights.length,
        Digits.of(trainingError, 4),
        Digits.of(loss, 4));
  }

  @Override
  public Table table() {
    return Quantities.of("random-feature fit")
        .and("training error", trainingError)
        .and("expected error", loss)
        .and("features", weights.length)
        .table();
  }
}
