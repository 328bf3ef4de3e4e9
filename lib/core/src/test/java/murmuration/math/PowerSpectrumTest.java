package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PowerSpectrumTest {
  @Test
  void squaresAgreeWithTheSumTheyStandForAtEvenAndOddLengths() {
    for (int n : new int[] {1, 2, 3, 4, 7, 8, 30, 97}) {
      double[] x = Rng.of(n).doubles(n).toArray();
      double[] expected = new double[n / 2 + 1];
      for (int j = 0; j < expected.length; j++) {
        double re = 0;
        double im = 0;
        for (int t = 0; t < n; t++) {
          re += x[t] * Math.cos(2 * Math.PI * j * t / n);
          im += x[t] * Math.sin(2 * Math.PI * j * t / n);
        }
        expected[j] = re * re + im * im;
      }
      assertArrayEquals(expected, new PowerSpectrum(n).of(x), 1e-11, "n = " + n);
    }
  }

  @Test
  void welchOfACosineHasAQuarterOfItsSquaredAmplitudeAtItsFrequency() {
    double[] x =
        IntStream.range(0, 200).mapToDouble(t -> 3 * Math.cos(2 * Math.PI * t / 8)).toArray();
    double[] power = new PowerSpectrum(40).welch(x, 20);
    assertEquals(9 / 4.0, power[5], 1e-12);
    assertEquals(0, power[0], 1e-12);
  }

  @Test
  void lengthsThatDoNotFitAreRefused() {
    var spectrum = new PowerSpectrum(8);
    assertThrows(IllegalArgumentException.class, () -> new PowerSpectrum(0));
    assertThrows(IllegalArgumentException.class, () -> spectrum.of(new double[7]));
    assertThrows(IllegalArgumentException.class, () -> spectrum.welch(new double[7], 4));
    assertThrows(IllegalArgumentException.class, () -> spectrum.welch(new double[9], 8));
  }
}
