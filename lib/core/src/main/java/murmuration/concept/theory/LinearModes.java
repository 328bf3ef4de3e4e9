package murmuration.concept.theory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What a deep linear network will learn from data, mode by mode: the singular values and vectors of
 * the input-output correlation {@code Y X^T / P}, for inputs whose second moment {@code X X^T / P}
 * is v times the identity. Mode k has strength {@code singular value / v} and is learned as {@link
 * SaxeMode} says, the strongest first.
 *
 * <p>Modes of equal strength span a space; which basis of it is given is arbitrary. Signs are such
 * that the largest entry of an output mode is positive.
 *
 * @param strengths s, descending, length r: the modes above 1e-12 of the strongest
 * @param inputVariance v
 * @param inputModes one input mode a row, r x inputs
 * @param outputModes one output mode a row, r x outputs
 * @param samples P
 * @param provenance where it comes from
 */
public record LinearModes(
    double[] strengths,
    double inputVariance,
    double[][] inputModes,
    double[][] outputModes,
    int samples,
    Provenance provenance)
    implements Charted {

  /** Keeps its own copies. */
  public LinearModes {
    Arguments.finite("strengths", strengths, 1);
    Arguments.positive("inputVariance", inputVariance);
    Arguments.require(samples >= 1, "samples is %d: expected at least 1", samples);
    Arguments.present("provenance", provenance);
    strengths = strengths.clone();
    for (int k = 0; k < strengths.length; k++) {
      Arguments.within("strengths[" + k + "]", strengths[k], 1e-100, 1e100);
    }
    int r = strengths.length;
    inputModes =
        Curves.checked("inputModes", inputModes, r, Curves.columns("inputModes", inputModes));
    outputModes =
        Curves.checked("outputModes", outputModes, r, Curves.columns("outputModes", outputModes));
  }

  /**
   * The modes of data.
   *
   * @param x inputs, features x P samples, their second moment proportional to the identity to a
   *     relative 1e-8; {@link #whiten} makes them so
   * @param y outputs, features x P samples
   * @throws IllegalArgumentException where inputs are not whitened, or outputs do not depend on
   *     them linearly at all
   */
  public static LinearModes of(double[][] x, double[][] y) {
    var data = Moments.of(x, y);
    double variance = data.inputVariance();
    Arguments.positive("the input variance", variance);
    var svd = data.singular();
    int r = svd.values().length;
    Arguments.require(
        r > 0,
        "y does not depend on x: expected outputs with a linear part, the moment Y X^T is 0");
    double[] strengths = Arrays.stream(svd.values()).map(v -> v / variance).toArray();
    var provenance =
        Provenance.of(
            Map.of(
                "modes",
                "SVD of Y X^T / P over the input variance, %d inputs, %d outputs, %d samples"
                    .formatted(x.length, y.length, x[0].length)));
    return new LinearModes(strengths, variance, svd.right(), svd.left(), x[0].length, provenance);
  }

  /**
   * Inputs turned so that their second moment is the identity, and else changed as little as
   * possible: {@code (X X^T / P)^(-1/2) X}.
   *
   * @param x inputs, features x P samples, with linearly independent rows
   */
  public static double[][] whiten(double[][] x) {
    return Moments.whiten(x);
  }

  @Override
  public double[] strengths() {
    return strengths.clone();
  }

  @Override
  public double[][] inputModes() {
    return Curves.copy(inputModes);
  }

  @Override
  public double[][] outputModes() {
    return Curves.copy(outputModes);
  }

  /** The number of modes. */
  public int size() {
    return strengths.length;
  }

  /**
   * How mode k is learned, time in steps of gradient descent.
   *
   * @param k 0 for the strongest
   * @param start its strength at step 0, above 0
   * @param learningRate of gradient descent on {@code sum |y - W2 W1 x|^2 / (2 P)}
   */
  public SaxeMode mode(int k, double start, double learningRate) {
    Arguments.require(
        k >= 0 && k < size(), "mode %d is asked for: expected 0 to %d", k, size() - 1);
    Arguments.within("learningRate", learningRate, 1e-50, 1e50);
    return new SaxeMode(strengths[k], start, 1 / (learningRate * inputVariance));
  }

  /**
   * How all modes are learned from one small start: n steps x r modes.
   *
   * @param start strength of each mode at step 0, above 0
   * @param learningRate as in {@link #mode}
   * @param steps from 0
   */
  public double[][] curves(double start, double learningRate, double... steps) {
    Arguments.finite("steps", steps, 1);
    var modes = IntStream.range(0, size()).mapToObj(k -> mode(k, start, learningRate)).toList();
    return Arrays.stream(steps)
        .mapToObj(t -> modes.stream().mapToDouble(mode -> mode.at(t)).toArray())
        .toArray(double[][]::new);
  }

  /**
   * How strong each mode is in a linear map: {@code u_k^T W v_k}, with which a network trained
   * elsewhere is read.
   *
   * @param map W, outputs x inputs, such as the product of two layers
   */
  public double[] strengthsOf(double[][] map) {
    double[][] w = Curves.checked("map", map, outputModes[0].length, inputModes[0].length);
    double[] found = new double[size()];
    for (int k = 0; k < found.length; k++) {
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w[i].length; j++) {
          found[k] += outputModes[k][i] * w[i][j] * inputModes[k][j];
        }
      }
    }
    return found;
  }

  @Override
  public String summary() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d mode%s of %d samples, %d inputs of variance %.4g, %d outputs%nstrengths",
            size(),
            size() == 1 ? "" : "s",
            samples,
            inputModes[0].length,
            inputVariance,
            outputModes[0].length));
    for (int k = 0; k < Math.min(8, size()); k++) {
      text.append(String.format(Locale.ROOT, " %.4g", strengths[k]));
    }
    return text.append(size() > 8 ? " ..." : "").toString();
  }

  /** One row a mode: {@code mode}, {@code strength}, {@code singular_value}. */
  @Override
  public Table table() {
    return Table.create(
        "modes",
        IntColumn.create("mode", IntStream.rangeClosed(1, size()).toArray()),
        DoubleColumn.create("strength", strengths),
        DoubleColumn.create(
            "singular_value", Arrays.stream(strengths).map(s -> s * inputVariance).toArray()));
  }

  /** What each mode says of the outputs: its output vector times its strength, as colours. */
  @Override
  public Figure chart() {
    double[] outputs = IntStream.rangeClosed(1, outputModes[0].length).asDoubleStream().toArray();
    double[] modes = IntStream.rangeClosed(1, size()).asDoubleStream().toArray();
    double[][] z = new double[modes.length][outputs.length];
    for (int k = 0; k < modes.length; k++) {
      for (int i = 0; i < outputs.length; i++) {
        z[k][i] = strengths[k] * outputModes[k][i];
      }
    }
    return Figure.of(Panel.of("Output", "Mode").heat("strength x output mode", outputs, modes, z));
  }
}
