package murmuration.warning.bifurcation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuryNetworkTest {
  private static final ReferenceNetwork REFERENCE = ReferenceNetwork.random(500, 1);
  private static final BuryNetwork NETWORK = new BuryNetwork(500, REFERENCE.weights());

  private static float[] floats(double[] x) {
    float[] floats = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      floats[i] = (float) x[i];
    }
    return floats;
  }

  /** Whatever share of the zeros in front is skipped, and at both edges of the convolution. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, 8, 37, 250, 487, 488, 492, 493, 494, 495, 499, 500})
  void itIsThePlainSumOfItsLayers(int n) {
    var random = Rng.of(2, n);
    double[] x = random.doubles(n).map(v -> 3 * v - 1.5).toArray();
    assertArrayEquals(REFERENCE.predict(x), NETWORK.predict(floats(x)), 5e-6);
  }

  @Test
  void theLongNetworkToo() {
    var reference = ReferenceNetwork.random(1500, 3);
    double[] x = Rng.of(4).doubles(900).map(v -> 4 * v - 2).toArray();
    var network = new BuryNetwork(1500, reference.weights());
    assertArrayEquals(reference.predict(x), network.predict(floats(x)), 5e-6);
  }

  @Test
  void withoutWeightsTheBiasOfTheLastLayerDecides() {
    float[] weights = new float[BuryNetwork.NUMBERS];
    weights[BuryNetwork.NUMBERS - 2] = (float) Math.log(7);
    double[] p = new BuryNetwork(500, weights).predict(new float[] {1, -1, 2});
    assertArrayEquals(new double[] {0.1, 0.1, 0.7, 0.1}, p, 1e-7);
  }

  /** Gates wide open and a constant candidate g: the memory grows by tanh(g) a step. */
  @Test
  void anOpenMemoryCounts() {
    var layer = new LstmLayer(new float[4], new float[4], new float[] {30, 30, 0.01f, 0});
    var state = layer.new State();
    for (int step = 1; step <= 300; step++) {
      state.step(new float[1], 0);
      assertEquals(step * Math.tanh(0.01), state.c[0], 1e-4);
      assertEquals(0.5 * Math.tanh(step * Math.tanh(0.01)), state.h[0], 1e-4);
    }
  }

  /** A closed forget gate keeps nothing: each step depends on its own input only. */
  @Test
  void aClosedMemoryForgets() {
    var layer = new LstmLayer(new float[] {0, 0, 1, 0}, new float[4], new float[] {30, -60, 0, 30});
    var state = layer.new State();
    for (float x : new float[] {3, -0.5f, 0, 0.25f}) {
      state.step(new float[] {x}, 0);
      assertEquals(Math.tanh(Math.tanh(x)), state.h[0], 1e-6);
    }
  }

  @Test
  void theFastTangentIsTheTangent() {
    float[] x = new float[400_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 200_000) * 1e-4f;
    }
    float[] fast = x.clone();
    FastTanh.of(fast, fast.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(Math.tanh(x[i]), fast[i], 5e-7);
    }
    float[] ends = {Float.MAX_VALUE, -Float.MAX_VALUE, 0};
    FastTanh.of(ends, 3);
    assertEquals(1, ends[0], 1e-6);
    assertEquals(-1, ends[1], 1e-6);
    assertEquals(0, ends[2]);
  }

  @Test
  void aStateIsNotSharedBetweenPredictions() {
    double[] x = Rng.of(6).doubles(60).toArray();
    double[] once = NETWORK.predict(floats(x));
    NETWORK.predict(floats(Arrays.copyOf(x, 30)));
    assertArrayEquals(once, NETWORK.predict(floats(x)));
  }
}
