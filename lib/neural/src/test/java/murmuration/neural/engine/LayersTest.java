package murmuration.neural.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import java.util.Random;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final double EXACT = 1e-6;

  private static Tensor drawn(int seed, long... shape) {
    return InitialWeights.uniform(Rng.of(seed), 1, shape);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Test
  void gatedUnitIsTheFormulaInTheOrderResetUpdateCandidate() {
    int units = 3;
    Tensor i = drawn(1, 2, 3L * units);
    Tensor s = drawn(2, 2, 3L * units);
    Tensor h = drawn(3, 2, units);
    try (var session = Session.open()) {
      NDArray input = session.constant(i);
      NDArray from = session.constant(s);
      NDArray state = session.constant(h);
      float[] next = session.compute(() -> Layers.gru(input, from, state).toFloatArray());
      for (int row = 0; row < 2; row++) {
        for (int u = 0; u < units; u++) {
          int at = row * 3 * units + u;
          double r = sigmoid(i.values()[at] + s.values()[at]);
          double z = sigmoid(i.values()[at + units] + s.values()[at + units]);
          double n = Math.tanh(i.values()[at + 2 * units] + r * s.values()[at + 2 * units]);
          double was = h.values()[row * units + u];
          assertEquals(n + z * (was - n), next[row * units + u], EXACT);
        }
      }
    }
  }

  @Test
  void rowsAreThoseAskedForAndTheirGradientsAddUp() {
    try (var training = Training.open("rows", Adam.rate(0.1))) {
      Session session = training.session();
      NDArray table = session.weight("table", drawn(4, 3, 2));
      RowsInput places = session.rows();
      RowsInput factors = session.rows();
      float[] times = {1, 10, 100, 1000, 10_000, 100_000};
      var gradient =
          training.gradient(
              () ->
                  Layers.rows(table, places.fill(new int[] {2, 0, 2}, 3))
                      .mul(factors.fill(times, 3, 2))
                      .sum(),
              System::gc);
      assertArrayEquals(
          new float[] {100, 1000, 0, 0, 10_001, 100_010}, gradient.get("table", 3, 2), 0);
    }
  }

  @Test
  void rowsInputGrowsAndForgets() {
    try (var session = Session.open()) {
      RowsInput input = session.rows();
      for (int rows : new int[] {2, 5000, 3}) {
        float[] values = new float[rows * 4];
        var random = new Random(rows);
        for (int i = 0; i < values.length; i++) {
          values[i] = random.nextFloat();
        }
        assertArrayEquals(
            values, session.compute(() -> input.fill(values, rows, 4).toFloatArray()), 0);
      }
      assertThrows(IllegalArgumentException.class, () -> input.fill(new float[7], 2, 4));
      assertThrows(IllegalArgumentException.class, () -> input.fill(new int[7], 0));
    }
  }
}
