package murmuration.neural.game;

import murmuration.neural.engine.ModelWeights;

/**
 * A gated recurrent unit that reads symbols, outside of the engine and in double precision: what
 * the weights of a trained agent compute. Immutable.
 */
final class GatedUnit {
  private final int units;
  private final double[][] fromSymbol;
  private final double[][] stateWeight;
  private final double[] stateBias;

  private GatedUnit(int units, double[][] fromSymbol, double[][] stateWeight, double[] stateBias) {
    this.units = units;
    this.fromSymbol = fromSymbol;
    this.stateWeight = stateWeight;
    this.stateBias = stateBias;
  }

  /**
   * The unit of an agent.
   *
   * @param inputs what can come in, one embedding a row
   */
  static GatedUnit of(ModelWeights weights, String agent, int units, float[][] inputs) {
    int width = inputs[0].length;
    double[][] in = columns(weights.get(agent + ".input.weight", 3L * units, width), width);
    double[] bias = wide(weights.get(agent + ".input.bias", 3L * units));
    double[][] fromSymbol = new double[inputs.length][];
    for (int s = 0; s < inputs.length; s++) {
      fromSymbol[s] = bias.clone();
      for (int k = 0; k < width; k++) {
        add(fromSymbol[s], inputs[s][k], in[k]);
      }
    }
    return new GatedUnit(
        units,
        fromSymbol,
        columns(weights.get(agent + ".state.weight", 3L * units, units), units),
        wide(weights.get(agent + ".state.bias", 3L * units)));
  }

  /** The columns of a matrix with rows of this width. */
  static double[][] columns(float[] matrix, int width) {
    double[][] columns = new double[width][matrix.length / width];
    for (int i = 0; i < matrix.length; i++) {
      columns[i % width][i / width] = matrix[i];
    }
    return columns;
  }

  static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** The rows of a matrix. */
  static float[][] rows(float[] matrix, int width) {
    float[][] rows = new float[matrix.length / width][width];
    for (int i = 0; i < matrix.length; i++) {
      rows[i / width][i % width] = matrix[i];
    }
    return rows;
  }

  static void add(double[] sum, double factor, double[] x) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * x[i];
    }
  }

  /** {@code W x + b} for a matrix given by its columns. */
  static double[] linear(double[][] columns, double[] bias, double[] x) {
    double[] y = bias.clone();
    for (int k = 0; k < columns.length; k++) {
      add(y, x[k], columns[k]);
    }
    return y;
  }

  int units() {
    return units;
  }

  /** The state after a symbol. */
  double[] next(double[] state, int symbol) {
    double[] i = fromSymbol[symbol];
    double[] s = linear(stateWeight, stateBias, state);
    double[] next = new double[units];
    for (int u = 0; u < units; u++) {
      double reset = sigmoid(i[u] + s[u]);
      double update = sigmoid(i[u + units] + s[u + units]);
      double candidate = StrictMath.tanh(i[u + 2 * units] + reset * s[u + 2 * units]);
      next[u] = candidate + update * (state[u] - candidate);
    }
    return next;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** Logarithms of chances proportional to {@code e^x}, of one row of several. */
  static double[] logSoftmax(double[] x, int from, int width) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + width; i++) {
      top = Math.max(top, x[i]);
    }
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      sum += StrictMath.exp(x[i] - top);
    }
    double log = top + StrictMath.log(sum);
    double[] chances = new double[width];
    for (int i = 0; i < width; i++) {
      chances[i] = x[from + i] - log;
    }
    return chances;
  }
}
