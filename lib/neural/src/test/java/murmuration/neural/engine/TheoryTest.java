package murmuration.neural.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import murmuration.concept.theory.ItemTree;
import murmuration.concept.theory.LinearModes;
import murmuration.concept.theory.SimCourse;
import murmuration.concept.theory.SimTask;
import org.junit.jupiter.api.Test;

/**
 * Nets whose learning is known in closed form learn so here: the whole loop of training is right.
 */
class TheoryTest {
  private static final double RATE = 1e-3;

  private static Tensor tensor(double[][] rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return Tensor.of(values, rows.length, rows[0].length);
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  private static double[][] scaled(double[][] rows, double factor) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = java.util.Arrays.stream(rows[i]).map(v -> v * factor).toArray();
    }
    return copy;
  }

  private static double[][] product(ModelWeights weights, int outputs, int hidden, int inputs) {
    float[] first = weights.get("first", hidden, inputs);
    float[] second = weights.get("second", outputs, hidden);
    double[][] map = new double[outputs][inputs];
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < inputs; j++) {
        for (int h = 0; h < hidden; h++) {
          map[i][j] += (double) second[i * hidden + h] * first[h * inputs + j];
        }
      }
    }
    return map;
  }

  @Test
  void twoLinearLayersLearnEachModeWhenSaxeSays() {
    ItemTree tree = ItemTree.of(2);
    LinearModes modes = tree.modes();
    double start = 0.01;
    int items = tree.items();
    int features = tree.outputs().length;
    int hidden = modes.size();
    try (var training = Training.open("item tree", Descent.rate(RATE))) {
      Session session = training.session();
      double root = Math.sqrt(start);
      NDArray first = session.weight("first", tensor(scaled(modes.inputModes(), root)));
      NDArray second =
          session.weight("second", tensor(transposed(scaled(modes.outputModes(), root))));
      NDArray x = session.constant(tensor(transposed(tree.inputs())));
      NDArray y = session.constant(tensor(transposed(tree.outputs())));
      NDArray share = session.constant(1.0 / (2 * items));
      Supplier<NDArray> loss =
          () -> Layers.linear(Layers.linear(x, first), second).sub(y).square().sum().mul(share);
      double worst = 0;
      for (int step = 0; step <= 12_000; step++) {
        if (step % 500 == 0) {
          double[] found = modes.strengthsOf(product(session.weights(), features, hidden, items));
          double[] theory = modes.curves(start, RATE, step)[0];
          for (int k = 0; k < hidden; k++) {
            worst = Math.max(worst, Math.abs(found[k] - theory[k]));
          }
        }
        training.step(loss);
      }
      assertTrue(worst < 1e-2, "largest distance " + worst);
      double[] end = modes.curves(start, RATE, 12_000)[0];
      assertEquals(modes.strengths()[0], end[0], 1e-2, "the run is long enough for the first mode");
    }
  }

  @Test
  void tiedLayersFollowTheStructuredIdentityMapping() {
    SimTask task = SimTask.of(new double[] {1, 2}, 0.3, 5);
    double[][] u0 = task.smallStart(0.1, 3);
    double[] a = task.secondMoment();
    int d = a.length;
    double[][] roots = new double[d][d];
    for (int i = 0; i < d; i++) {
      roots[i][i] = Math.sqrt(a[i]);
    }
    int every = 1000;
    double[] times = new double[9];
    for (int i = 0; i < times.length; i++) {
      times[i] = RATE * every * i;
    }
    SimCourse theory = task.twoLayers(u0, times);
    try (var training = Training.open("identity", Descent.rate(RATE))) {
      Session session = training.session();
      NDArray u = session.weight("u", tensor(u0));
      NDArray x = session.constant(tensor(roots)); // so that the sum over rows is the expectation
      NDArray quarter = session.constant(0.25);
      Supplier<NDArray> loss =
          () -> x.matMul(u).matMul(u.transpose()).sub(x).square().sum().mul(quarter);
      double worst = 0;
      for (int step = 0; step <= every * (times.length - 1); step++) {
        if (step % every == 0) {
          float[] now = session.weights().get("u", d, d);
          for (int k = 0; k < task.concepts(); k++) {
            double output = output(now, task.testPoint(), k);
            worst = Math.max(worst, Math.abs(output - theory.outputs()[step / every][k]));
          }
        }
        training.step(loss);
      }
      assertTrue(worst < 1e-2, "largest distance " + worst);
      assertTrue(theory.concept(1)[times.length - 1] > 0.9, "the run is long enough");
    }
  }

  /** Place k of {@code U U^T z}. */
  private static double output(float[] u, double[] z, int k) {
    int d = z.length;
    double sum = 0;
    for (int h = 0; h < d; h++) {
      double inner = 0;
      for (int j = 0; j < d; j++) {
        inner += u[j * d + h] * z[j];
      }
      sum += u[k * d + h] * inner;
    }
    return sum;
  }
}
