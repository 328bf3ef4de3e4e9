package murmuration.neural;

import murmuration.icl.InContextTask;
import murmuration.neural.engine.ModelWeights;

/** The attention network in plain Java and double precision, in the usual order of its formulas. */
final class PlainAttention {
  private final int tokens;
  private final int width;
  private final int labels;
  private final ModelWeights weights;

  PlainAttention(InContextTask task, ModelWeights weights) {
    tokens = task.tokens();
    width = task.width();
    labels = task.labels();
    this.weights = weights;
  }

  /** Scores of all labels for sequence s. */
  double[] logits(float[] all, int s) {
    double[][] x = new double[tokens][width];
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < width; i++) {
        x[t][i] = all[(s * tokens + t) * width + i];
      }
    }
    double[][] seen = new double[tokens][];
    for (int t = 0; t < tokens; t++) {
      seen[t] = attend(x, t, t + 1, "first");
    }
    double[] h = attend(seen, tokens - 1, tokens, "second");
    h = layer("inner", h, AttentionNetwork.HIDDEN, true);
    h = layer("middle", h, AttentionNetwork.HIDDEN, true);
    return layer("outer", h, labels, false);
  }

  /** {@code x_t + sum over the first tokens of softmax(q k / sqrt(d)) v}. */
  private double[] attend(double[][] x, int t, int heeded, String name) {
    double[] query = times(name + " query", x[t]);
    double[] share = new double[heeded];
    double total = 0;
    for (int j = 0; j < heeded; j++) {
      double[] key = times(name + " key", x[j]);
      double dot = 0;
      for (int i = 0; i < width; i++) {
        dot += query[i] * key[i];
      }
      share[j] = Math.exp(dot / Math.sqrt(width));
      total += share[j];
    }
    double[] out = x[t].clone();
    for (int j = 0; j < heeded; j++) {
      double[] value = times(name + " value", x[j]);
      for (int i = 0; i < width; i++) {
        out[i] += share[j] / total * value[i];
      }
    }
    return out;
  }

  private double[] times(String name, double[] x) {
    return multiply(weights.get(name, width, width), x, width);
  }

  private double[] layer(String name, double[] x, int outputs, boolean relu) {
    double[] y = multiply(weights.get(name + " weight", outputs, x.length), x, outputs);
    float[] bias = weights.get(name + " bias", outputs);
    for (int i = 0; i < outputs; i++) {
      y[i] = relu ? Math.max(0, y[i] + bias[i]) : y[i] + bias[i];
    }
    return y;
  }

  private static double[] multiply(float[] matrix, double[] x, int outputs) {
    double[] y = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < x.length; i++) {
        y[o] += matrix[o * x.length + i] * x[i];
      }
    }
    return y;
  }
}
