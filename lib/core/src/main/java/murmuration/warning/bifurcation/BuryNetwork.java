package murmuration.warning.bifurcation;

import java.util.Arrays;
import murmuration.math.Interruption;

/**
 * One network of Bury et al. (2021) at prediction: convolution (50 filters of 12, zeros at the
 * ends, rectified), maxima of pairs, LSTM of 50, LSTM of 10, softmax over 4. Never changes, so
 * threads may share it.
 *
 * <p>A short series has zeros in front. All series have them, so the state after each number of
 * zero steps is computed once, and a prediction costs only as many steps as the series is long.
 */
final class BuryNetwork {
  /** Numbers in a file. */
  static final int NUMBERS = 23_334;

  static final int CLASSES = 4;
  private static final int FILTERS = 50;
  private static final int KERNEL = 12;
  private static final int BEFORE = 5;
  private static final int AFTER = KERNEL - 1 - BEFORE;
  private static final int SECOND = 10;

  private final int length;
  private final float[] convolution;
  private final float[] convolutionBias;
  private final LstmLayer first;
  private final LstmLayer second;
  private final float[] dense;
  private final float[] denseBias;
  private final float[][] afterZeros;

  /**
   * @param length samples of its input, an even number
   * @param weights {@link #NUMBERS} numbers in the order of the file
   */
  BuryNetwork(int length, float[] weights) {
    this.length = length;
    var parts = new Parts(weights);
    convolution = parts.next(KERNEL * FILTERS);
    convolutionBias = parts.next(FILTERS);
    first =
        new LstmLayer(
            parts.next(FILTERS * 4 * FILTERS),
            parts.next(FILTERS * 4 * FILTERS),
            parts.next(4 * FILTERS));
    second =
        new LstmLayer(
            parts.next(FILTERS * 4 * SECOND),
            parts.next(SECOND * 4 * SECOND),
            parts.next(4 * SECOND));
    dense = parts.next(SECOND * CLASSES);
    denseBias = parts.next(CLASSES);
    afterZeros = zeros();
  }

  /** Cuts an array into consecutive parts. */
  private static final class Parts {
    private final float[] all;
    private int at;

    Parts(float[] all) {
      this.all = all;
    }

    float[] next(int size) {
      at += size;
      return Arrays.copyOfRange(all, at - size, at);
    }
  }

  int length() {
    return length;
  }

  /** The memories of both layers after 0, 1, 2, ... steps of a series that is 0. */
  private float[][] zeros() {
    float[][] states = new float[length / 2][];
    float[] silence = convolutionBias.clone();
    for (int f = 0; f < FILTERS; f++) {
      silence[f] = Math.max(0, silence[f]);
    }
    var memory = new Memory();
    for (int step = 0; step < states.length; step++) {
      states[step] = memory.copy();
      memory.step(silence, 0);
    }
    return states;
  }

  /**
   * The probabilities of the four classes.
   *
   * @param x scaled series of 1 to {@link #length} samples; zeros are put in front
   */
  double[] predict(float[] x) {
    int lead = length - x.length;
    int skipped = Math.max(0, (lead - AFTER) / 2);
    var memory = new Memory();
    memory.restore(afterZeros[Math.min(skipped, afterZeros.length - 1)]);
    float[] pooled = new float[FILTERS];
    float[] other = new float[FILTERS];
    for (int step = Math.min(skipped, afterZeros.length - 1); step < length / 2; step++) {
      if (step % 128 == 0) {
        Interruption.check("prediction");
      }
      convolve(x, 2 * step - lead, pooled);
      convolve(x, 2 * step + 1 - lead, other);
      for (int f = 0; f < FILTERS; f++) {
        pooled[f] = Math.max(0, Math.max(pooled[f], other[f]));
      }
      memory.step(pooled, 0);
    }
    return softmax(memory.second.h);
  }

  /**
   * The filters about sample {@code centre} of x, which is 0 before its start and after its end.
   */
  private void convolve(float[] x, int centre, float[] out) {
    System.arraycopy(convolutionBias, 0, out, 0, FILTERS);
    int from = Math.max(0, BEFORE - centre);
    int to = Math.min(KERNEL, x.length + BEFORE - centre);
    for (int k = from; k < to; k++) {
      float v = x[centre - BEFORE + k];
      for (int f = 0; f < FILTERS; f++) {
        out[f] += v * convolution[k * FILTERS + f];
      }
    }
  }

  private double[] softmax(float[] h) {
    double[] p = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      p[c] = denseBias[c];
      for (int j = 0; j < SECOND; j++) {
        p[c] += h[j] * (double) dense[j * CLASSES + c];
      }
    }
    double highest = Arrays.stream(p).max().orElseThrow();
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      p[c] = Math.exp(p[c] - highest);
      sum += p[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      p[c] /= sum;
    }
    return p;
  }

  /** The memories of both layers. */
  private final class Memory {
    private final LstmLayer.State first = BuryNetwork.this.first.new State();
    private final LstmLayer.State second = BuryNetwork.this.second.new State();

    void step(float[] pooled, int offset) {
      first.step(pooled, offset);
      second.step(first.h, 0);
    }

    float[] copy() {
      float[] all = new float[2 * (FILTERS + SECOND)];
      int at = 0;
      for (float[] part : parts()) {
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
      }
      return all;
    }

    void restore(float[] all) {
      int at = 0;
      for (float[] part : parts()) {
        System.arraycopy(all, at, part, 0, part.length);
        at += part.length;
      }
    }

    private float[][] parts() {
      return new float[][] {first.h, first.c, second.h, second.c};
    }
  }
}
