package murmuration.concept.image;

import murmuration.math.Interruption;
import murmuration.math.Lbfgs;

/**
 * One logistic unit, fitted: {@code scale * mean cross-entropy + penalty * |w|^2}, whose bias is
 * free of the penalty.
 *
 * @param weights a weight for each input, then the bias
 * @param gradient norm of the gradient there
 */
record LogisticFit(double[] weights, double gradient) {
  static LogisticFit of(
      float[] inputs,
      int width,
      boolean[] shown,
      double scale,
      double penalty,
      double norm,
      int iterations) {
    Lbfgs.Objective loss =
        (w, gradient) -> {
          Interruption.check("the fit of the evaluator");
          return loss(inputs, width, shown, scale, penalty, w, gradient);
        };
    double[] start = new double[width + 1];
    // The search looks at the largest component, we at the norm.
    var end = Lbfgs.minimize(loss, start, norm / Math.sqrt(2.0 * start.length), iterations);
    double[] gradient = new double[start.length];
    loss.value(end.x(), gradient);
    double square = 0;
    for (double g : gradient) {
      square += g * g;
    }
    return new LogisticFit(end.x(), Math.sqrt(square));
  }

  private static double loss(
      float[] inputs,
      int width,
      boolean[] shown,
      double scale,
      double penalty,
      double[] w,
      double[] gradient) {
    double value = 0;
    for (int p = 0; p < width; p++) {
      value += penalty * w[p] * w[p];
      gradient[p] = 2 * penalty * w[p];
    }
    gradient[width] = 0;
    double share = scale / shown.length;
    for (int i = 0; i < shown.length; i++) {
      int at = i * width;
      double logit = w[width];
      for (int p = 0; p < width; p++) {
        logit += w[p] * inputs[at + p];
      }
      double signed = shown[i] ? logit : -logit;
      double e = Math.exp(-Math.abs(signed));
      value += share * (Math.max(0, -signed) + Math.log1p(e));
      double wrong = signed > 0 ? e / (1 + e) : 1 / (1 + e);
      double pull = share * (shown[i] ? -wrong : wrong);
      for (int p = 0; p < width; p++) {
        gradient[p] += pull * inputs[at + p];
      }
      gradient[width] += pull;
    }
    return value;
  }
}
