package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class KernelDensityTest {
  @Test
  void oneValueIsTheNormalLaw() {
    var f = KernelDensity.of(new double[] {3}, 2);
    assertEquals(1 / (2 * Math.sqrt(2 * Math.PI)), f.at(3), 1e-16);
    assertEquals(f.kernelHeight(), f.at(3));
    assertEquals(f.at(3) * Math.exp(-0.5), f.at(5), 1e-16);
    assertEquals(0, f.at(1e6));
    assertEquals(2, f.bandwidth());
  }

  @Test
  void itsAreaIsOne() {
    double[] x = Rng.of(4).doubles(30).toArray();
    var f = KernelDensity.of(x, 0.1);
    double area = 0;
    for (int j = 0; j <= 4000; j++) {
      area += f.at(-1.5 + j * 0.001) * 0.001;
    }
    assertEquals(1, area, 1e-12);
  }

  @Test
  void placesAreOneByOneAndTheSampleIsCopied() {
    double[] x = {1, 2};
    var f = KernelDensity.of(x, 1);
    double before = f.at(1.5);
    x[0] = 100;
    assertArrayEquals(new double[] {before, f.at(0)}, f.at(new double[] {1.5, 0}));
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> KernelDensity.of(null, 1));
    assertThrows(IllegalArgumentException.class, () -> KernelDensity.of(new double[0], 1));
    assertThrows(IllegalArgumentException.class, () -> KernelDensity.of(new double[] {1}, 0));
    assertThrows(
        IllegalArgumentException.class, () -> KernelDensity.of(new double[] {Double.NaN}, 1));
  }

  @Test
  void anInterruptStopsManyPlaces() {
    var f = KernelDensity.of(new double[] {1, 2}, 1);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> f.at(new double[] {1, 2, 3}));
  }
}
