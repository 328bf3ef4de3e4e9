package murmuration.warning.bifurcation;

import java.util.Random;

/**
 * A network of Bury et al. (2021), written down as its layers read, in doubles and on all zeros.
 */
record ReferenceNetwork(int length, float[] weights) {
  /** A network with random weights about as large as trained ones. */
  static ReferenceNetwork random(int length, long seed) {
    var random = new Random(seed);
    float[] weights = new float[BuryNetwork.NUMBERS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.25 * random.nextGaussian());
    }
    return new ReferenceNetwork(length, weights);
  }

  private double at(int part, int row, int columns, int column) {
    return weights[part + row * columns + column];
  }

  double[] predict(double[] x) {
    double[] input = new double[length + 11];
    System.arraycopy(x, 0, input, 5 + length - x.length, x.length);
    double[][] convolved = new double[length][50];
    for (int i = 0; i < length; i++) {
      for (int f = 0; f < 50; f++) {
        double sum = weights[600 + f];
        for (int k = 0; k < 12; k++) {
          sum += input[i + k] * at(0, k, 50, f);
        }
        convolved[i][f] = Math.max(0, sum);
      }
    }
    double[][] pooled = new double[length / 2][50];
    for (int i = 0; i < length / 2; i++) {
      for (int f = 0; f < 50; f++) {
        pooled[i][f] = Math.max(convolved[2 * i][f], convolved[2 * i + 1][f]);
      }
    }
    double[][] first = lstm(pooled, 650, 50, 50);
    double[] last = lstm(first, 20_850, 50, 10)[length / 2 - 1];
    double[] p = new double[4];
    double total = 0;
    for (int c = 0; c < 4; c++) {
      double sum = weights[23_330 + c];
      for (int j = 0; j < 10; j++) {
        sum += last[j] * at(23_290, j, 4, c);
      }
      p[c] = Math.exp(sum);
      total += p[c];
    }
    for (int c = 0; c < 4; c++) {
      p[c] /= total;
    }
    return p;
  }

  private double[][] lstm(double[][] inputs, int part, int size, int units) {
    int recurrent = part + size * 4 * units;
    int bias = recurrent + units * 4 * units;
    double[][] outputs = new double[inputs.length][];
    double[] h = new double[units];
    double[] c = new double[units];
    for (int t = 0; t < inputs.length; t++) {
      double[] z = new double[4 * units];
      for (int j = 0; j < z.length; j++) {
        z[j] = weights[bias + j];
        for (int i = 0; i < size; i++) {
          z[j] += inputs[t][i] * at(part, i, 4 * units, j);
        }
        for (int i = 0; i < units; i++) {
          z[j] += h[i] * at(recurrent, i, 4 * units, j);
        }
      }
      double[] next = new double[units];
      for (int j = 0; j < units; j++) {
        c[j] = logistic(z[units + j]) * c[j] + logistic(z[j]) * Math.tanh(z[2 * units + j]);
        next[j] = logistic(z[3 * units + j]) * Math.tanh(c[j]);
      }
      h = next;
      outputs[t] = next;
    }
    return outputs;
  }

  private static double logistic(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
