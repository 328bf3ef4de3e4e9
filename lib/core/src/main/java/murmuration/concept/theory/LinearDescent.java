package murmuration.concept.theory;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Gradient descent and gradient flow of two linear layers, from the moments of the data. */
final class LinearDescent {
  private static final int MOST_STEPS = 1_000_000;
  private static final double MOST_WORK = 1e10;

  private final Moments moments;
  private final DMatrixRMaj first;
  private final DMatrixRMaj second;
  private final DMatrixRMaj missing;
  private final DMatrixRMaj map;
  private final DMatrixRMaj slope1;
  private final DMatrixRMaj slope2;

  /** Where the weights are: their product, and the loss there. */
  record Place(double[][] map, double loss) {}

  LinearDescent(Moments moments, double[][] w1, double[][] w2) {
    this.moments = moments;
    first = new DMatrixRMaj(w1);
    second = new DMatrixRMaj(w2);
    missing = moments.cross().copy();
    map = new DMatrixRMaj(second.numRows, first.numCols);
    slope1 = new DMatrixRMaj(first.numRows, first.numCols);
    slope2 = new DMatrixRMaj(second.numRows, second.numCols);
  }

  Place[] walk(double rate, int[] steps) {
    int last = steps[steps.length - 1];
    double work = 6.0 * last * map.getNumElements() * first.numRows;
    Arguments.require(
        last <= MOST_STEPS && work <= MOST_WORK,
        "steps reach %d: expected at most %s for these layers",
        last,
        (long) Math.min(MOST_STEPS, MOST_WORK / (work / Math.max(1, last))));
    var places = new Place[steps.length];
    int next = 0;
    for (int step = 0; next < steps.length; step++) {
      Interruption.check("gradient descent");
      gradient();
      double loss = loss();
      Arguments.require(
          loss < 1e30,
          "learningRate is %s: the weights diverge at step %d, expected a smaller rate",
          rate,
          step);
      if (step == steps[next]) {
        places[next++] = new Place(rows(map), loss);
      }
      CommonOps_DDRM.addEquals(first, rate, slope1);
      CommonOps_DDRM.addEquals(second, rate, slope2);
    }
    return places;
  }

  Place[] flow(double rate, double[] steps) {
    int ones = first.getNumElements();
    double[] start = Arrays.copyOf(first.data, ones + second.getNumElements());
    System.arraycopy(second.data, 0, start, ones, second.getNumElements());
    double[][] states =
        Flow.at(
            steps,
            rate,
            start,
            (weights, slope) -> {
              put(weights);
              gradient();
              System.arraycopy(slope1.data, 0, slope, 0, ones);
              System.arraycopy(slope2.data, 0, slope, ones, second.getNumElements());
            });
    var places = new Place[steps.length];
    for (int i = 0; i < places.length; i++) {
      put(states[i]);
      gradient();
      places[i] = new Place(rows(map), loss());
    }
    return places;
  }

  private void put(double[] weights) {
    System.arraycopy(weights, 0, first.data, 0, first.getNumElements());
    System.arraycopy(weights, first.getNumElements(), second.data, 0, second.getNumElements());
  }

  /** {@code E = Y X^T / P - W2 W1 X X^T / P}; slopes {@code W2^T E} and {@code E W1^T}. */
  private void gradient() {
    CommonOps_DDRM.mult(second, first, map);
    missing.setTo(moments.cross());
    CommonOps_DDRM.multAdd(-1, map, moments.inputs(), missing);
    CommonOps_DDRM.multTransA(second, missing, slope1);
    CommonOps_DDRM.multTransB(missing, first, slope2);
  }

  /** Half the mean squared distance, {@code (E|y|^2 - tr(W^T (E + Y X^T / P))) / 2}. */
  private double loss() {
    double both = 0;
    for (int i = 0; i < map.getNumElements(); i++) {
      both += map.data[i] * (missing.data[i] + moments.cross().data[i]);
    }
    return Math.max(0, (moments.outputPower() - both) / 2);
  }

  private static double[][] rows(DMatrixRMaj m) {
    double[][] rows = new double[m.numRows][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(m.data, i * m.numCols, (i + 1) * m.numCols));
    return rows;
  }
}
