package murmuration.scaling;

import java.util.Arrays;
import murmuration.math.Arguments;

/**
 * The objective of a law on runs, and how it changes.
 *
 * @param value the objective, see {@link FitLoss}
 * @param gradient its derivatives by (ln A, ln B, ln E, alpha, beta), length 5
 * @param hessian its second derivatives, 5 by 5; of an objective with kinks, between them
 */
public record LossDerivatives(double value, double[] gradient, double[][] hessian) {
  private static final int K = LawParameter.COUNT;

  /** So narrow that the smooth objective is the one with a kink, to the last bit. */
  private static final double KINK = 1e-150;

  /** Checks that all are numbers and keeps its own copies. */
  public LossDerivatives {
    Arguments.require(Double.isFinite(value), "value is %s: expected a finite number", value);
    Arguments.finite("gradient", gradient, K);
    Arguments.require(
        gradient.length == K && Arguments.present("hessian", hessian).length == K,
        "gradient has %d values: expected %d, and as many rows of hessian",
        gradient.length,
        K);
    for (double[] row : hessian) {
      Arguments.finite("a row of hessian", row, K);
      Arguments.sameLength("gradient", gradient, "a row of hessian", row);
    }
    gradient = gradient.clone();
    hessian = Arrays.stream(hessian).map(double[]::clone).toArray(double[][]::new);
  }

  static LossDerivatives of(FitLoss loss, AdditiveLaw law, TrainingRuns runs) {
    Arguments.present("law", law);
    var points = new LawPoints(Arguments.present("runs", runs).complete());
    var objective = new LawObjective(points, loss);
    if (loss.isKinked()) {
      objective.width(KINK);
    }
    double value = objective.at(points.centred(law.vector()));
    objective.derive(true);
    double factor = loss.factor(objective.width(), points.total());
    double[] gradient = objective.gradient.clone();
    double[][] hessian = new double[K][K];
    for (int i = 0; i < K; i++) {
      System.arraycopy(objective.hessian, i * K, hessian[i], 0, K);
    }
    uncentre(gradient, hessian, 0, 3, points.meanX);
    uncentre(gradient, hessian, 1, 4, points.meanY);
    for (int i = 0; i < K; i++) {
      gradient[i] *= factor;
      for (int j = 0; j < K; j++) {
        hessian[i][j] *= factor;
      }
    }
    return new LossDerivatives(factor * value, gradient, hessian);
  }

  /** From derivatives by the coefficient at the mean to those by the coefficient at 0. */
  private static void uncentre(double[] g, double[][] h, int log, int exponent, double mean) {
    g[exponent] -= mean * g[log];
    for (int j = 0; j < K; j++) {
      h[exponent][j] -= mean * h[log][j];
    }
    for (int i = 0; i < K; i++) {
      h[i][exponent] -= mean * h[i][log];
    }
  }

  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  @Override
  public double[][] hessian() {
    return Arrays.stream(hessian).map(double[]::clone).toArray(double[][]::new);
  }
}
