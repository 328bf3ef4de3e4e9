package murmuration.warning.bifurcation;

import java.util.Arrays;

/**
 * One step of a long short-term memory layer (Hochreiter and Schmidhuber 1997) as Keras computes
 * it: gates input, forget, cell, output; hyperbolic tangent and logistic function. The logistic
 * function is {@code 1/2 + tanh(z/2)/2}, with the half already in the weights. Never changes, so
 * threads may share it; a {@link State} serves one thread.
 */
final class LstmLayer {
  private final int inputs;
  private final int units;
  private final float[] rows;
  private final float[] bias;

  /**
   * @param kernel inputs rows of 4 units columns
   * @param recurrent units rows of 4 units columns
   * @param bias 4 units
   */
  LstmLayer(float[] kernel, float[] recurrent, float[] bias) {
    units = bias.length / 4;
    inputs = kernel.length / bias.length;
    rows = Arrays.copyOf(kernel, kernel.length + recurrent.length);
    System.arraycopy(recurrent, 0, rows, kernel.length, recurrent.length);
    this.bias = bias.clone();
    halve(rows);
    halve(this.bias);
  }

  /** Halves the columns of the three gates that the logistic function closes. */
  private void halve(float[] weights) {
    for (int i = 0; i < weights.length; i++) {
      int gate = i % (4 * units) / units;
      weights[i] *= gate == 2 ? 1 : 0.5f;
    }
  }

  int units() {
    return units;
  }

  /** The memory of the layer, all 0 at first, and room to work in. */
  final class State {
    /** What the layer gave last. */
    final float[] h = new float[units];

    final float[] c = new float[units];
    private final float[] z = new float[4 * units];
    private final float[] value = new float[inputs + units + 3];
    private final int[] row = new int[inputs + units + 3];
    private final float[] squashed = new float[units];

    /** Takes in the values from {@code offset} on. */
    void step(float[] input, int offset) {
      int used = gather(input, offset);
      System.arraycopy(bias, 0, z, 0, z.length);
      for (int i = 0; i < used; i += 4) {
        add(row[i], row[i + 1], row[i + 2], row[i + 3], i);
      }
      FastTanh.of(z, z.length);
      for (int j = 0; j < units; j++) {
        float in = 0.5f + 0.5f * z[j];
        float keep = 0.5f + 0.5f * z[units + j];
        c[j] = keep * c[j] + in * z[2 * units + j];
        squashed[j] = c[j];
      }
      FastTanh.of(squashed, units);
      for (int j = 0; j < units; j++) {
        h[j] = (0.5f + 0.5f * z[3 * units + j]) * squashed[j];
      }
    }

    /** The rows whose factor is not 0, four by four; a rectifier leaves many zeros. */
    private int gather(float[] input, int offset) {
      int used = 0;
      int width = 4 * units;
      for (int i = 0; i < inputs; i++) {
        float v = input[offset + i];
        value[used] = v;
        row[used] = i * width;
        used += v == 0 ? 0 : 1;
      }
      for (int j = 0; j < units; j++) {
        value[used] = h[j];
        row[used++] = (inputs + j) * width;
      }
      for (int extra = 0; extra < 3; extra++) {
        value[used + extra] = 0;
        row[used + extra] = 0;
      }
      return used;
    }

    private void add(int a, int b, int c4, int d, int i) {
      float va = value[i];
      float vb = value[i + 1];
      float vc = value[i + 2];
      float vd = value[i + 3];
      for (int j = 0; j < z.length; j++) {
        z[j] += va * rows[a + j] + vb * rows[b + j] + vc * rows[c4 + j] + vd * rows[d + j];
      }
    }
  }
}
