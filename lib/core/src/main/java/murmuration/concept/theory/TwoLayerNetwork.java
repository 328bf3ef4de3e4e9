package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * A linear network with one hidden layer, {@code W2 W1 x}, that learns whitened data by gradient
 * descent on {@code sum |y - W2 W1 x|^2 / (2 P)}, in double precision: what {@link SaxeMode} is
 * held against.
 *
 * <p>Time is counted in steps. {@link #descend} takes them one by one; {@link #flow} is their limit
 * for small learning rates, from the same weights, whether or not these are small or balanced.
 *
 * @param x inputs, features x P samples, whitened as {@link LinearModes#of} asks
 * @param y outputs, features x P samples
 * @param w1 first layer, hidden x inputs; at most 200 of each
 * @param w2 second layer, outputs x hidden; at most 200 of each
 */
public record TwoLayerNetwork(double[][] x, double[][] y, double[][] w1, double[][] w2) {
  private static final int WIDEST = 200;

  /** Checks the shapes and keeps its own copies. */
  public TwoLayerNetwork {
    int samples = Curves.columns("x", x);
    Arguments.present("y", y);
    narrow("x", x.length);
    narrow("y", y.length);
    x = Curves.checked("x", x, x.length, samples);
    y = Curves.checked("y", y, y.length, samples);
    int hidden = Arguments.present("w1", w1).length;
    narrow("w1", hidden);
    w1 = Curves.checked("w1", w1, hidden, x.length);
    w2 = Curves.checked("w2", w2, y.length, hidden);
  }

  private static void narrow(String name, int rows) {
    Arguments.require(
        rows >= 1 && rows <= WIDEST, "%s has %d rows: expected 1 to %d", name, rows, WIDEST);
  }

  /** A network from given weights. */
  public static TwoLayerNetwork of(double[][] x, double[][] y, double[][] w1, double[][] w2) {
    return new TwoLayerNetwork(x, y, w1, w2);
  }

  /**
   * A network whose layers start balanced and along the modes of the data, each mode with the same
   * strength: the start that Saxe's curve is exact for.
   *
   * @param hidden width of the hidden layer, at least the number of modes, at most 200
   * @param start strength of each mode at step 0, above 0
   */
  public static TwoLayerNetwork aligned(double[][] x, double[][] y, int hidden, double start) {
    var modes = LinearModes.of(x, y);
    Arguments.require(
        hidden >= modes.size() && hidden <= WIDEST,
        "hidden is %d: expected %d, the number of modes, to %d",
        hidden,
        modes.size(),
        WIDEST);
    double root = Math.sqrt(Arguments.within("start", start, 1e-100, 1e6));
    double[][] w1 = new double[hidden][x.length];
    double[][] w2 = new double[y.length][hidden];
    double[][] in = modes.inputModes();
    double[][] out = modes.outputModes();
    for (int k = 0; k < modes.size(); k++) {
      for (int j = 0; j < x.length; j++) {
        w1[k][j] = root * in[k][j];
      }
      for (int i = 0; i < y.length; i++) {
        w2[i][k] = root * out[k][i];
      }
    }
    return new TwoLayerNetwork(x, y, w1, w2);
  }

  /**
   * A network with small random weights: entries Gaussian, independent.
   *
   * @param hidden width of the hidden layer, 1 to 200
   * @param scale standard deviation of an entry, above 0, at most 100
   * @param seed of the random numbers
   */
  public static TwoLayerNetwork random(
      double[][] x, double[][] y, int hidden, double scale, long seed) {
    Arguments.present("x", x);
    Arguments.present("y", y);
    narrow("x", x.length);
    narrow("y", y.length);
    narrow("hidden", hidden);
    Arguments.within("scale", scale, 1e-100, 100);
    var random = Rng.of(seed, 0);
    double[][] w1 = new double[hidden][x.length];
    double[][] w2 = new double[y.length][hidden];
    for (double[][] layer : new double[][][] {w1, w2}) {
      for (double[] row : layer) {
        Arrays.setAll(row, j -> scale * random.nextGaussian());
      }
    }
    return new TwoLayerNetwork(x, y, w1, w2);
  }

  @Override
  public double[][] x() {
    return Curves.copy(x);
  }

  @Override
  public double[][] y() {
    return Curves.copy(y);
  }

  @Override
  public double[][] w1() {
    return Curves.copy(w1);
  }

  @Override
  public double[][] w2() {
    return Curves.copy(w2);
  }

  /** The modes of its data. */
  public LinearModes modes() {
    return LinearModes.of(x, y);
  }

  /**
   * Learns step by step.
   *
   * @param learningRate above 0; too large a one diverges, and is refused
   * @param steps when to look, strictly increasing from 0 or later; the last at most a million,
   *     fewer for wide networks
   */
  public LinearLearning descend(double learningRate, int... steps) {
    rate(learningRate);
    double[] times = Arrays.stream(Arguments.present("steps", steps)).asDoubleStream().toArray();
    times(times);
    var walk = new LinearDescent(Moments.of(x, y), w1, w2);
    return LinearLearning.of(
        "gradient descent", modes(), starts(), learningRate, times, walk.walk(learningRate, steps));
  }

  /**
   * Learns in infinitely small steps, by an adaptive 8(5,3) method with relative tolerance 1e-10.
   *
   * @param learningRate above 0
   * @param steps when to look, strictly increasing from 0 or later; need not be whole
   */
  public LinearLearning flow(double learningRate, double... steps) {
    rate(learningRate);
    times(steps);
    var walk = new LinearDescent(Moments.of(x, y), w1, w2);
    return LinearLearning.of(
        "gradient flow", modes(), starts(), learningRate, steps, walk.flow(learningRate, steps));
  }

  /**
   * The part of each mode that grows from these weights: {@code |W1 v + W2^T u|^2 / 4} with the
   * mode's input vector v and output vector u. The mode's strength, where layers are balanced.
   */
  public double[] starts() {
    var modes = modes();
    double[][] in = modes.inputModes();
    double[][] out = modes.outputModes();
    double[] starts = new double[modes.size()];
    for (int k = 0; k < starts.length; k++) {
      for (int h = 0; h < w1.length; h++) {
        double both = 0;
        for (int j = 0; j < in[k].length; j++) {
          both += w1[h][j] * in[k][j];
        }
        for (int i = 0; i < out[k].length; i++) {
          both += w2[i][h] * out[k][i];
        }
        starts[k] += both * both / 4;
      }
    }
    return starts;
  }

  private static void rate(double learningRate) {
    Arguments.within("learningRate", learningRate, 1e-12, 1e3);
  }

  private void times(double[] times) {
    Arguments.increasing("steps", times);
    Arguments.require(times[0] >= 0, "steps start at %s: expected 0 or later", times[0]);
    Arguments.within("the last step", times[times.length - 1], 0, 1e15);
    long cells = (long) times.length * (x.length + y.length) * w1.length;
    Arguments.require(
        cells <= 20_000_000, "steps has %d values: expected fewer for wide layers", times.length);
  }
}
