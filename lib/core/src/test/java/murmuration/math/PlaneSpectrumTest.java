package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneSpectrumTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5", "4, 1", "2, 2", "3, 4", "5, 7", "8, 6", "6, 9"})
  void itIsTheDefiningSumForAnySize(int rows, int columns) {
    double[] x = Rng.of(1).doubles((long) rows * columns).toArray();
    double[] power = new PlaneSpectrum(rows, columns).power(x);
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < columns; b++) {
        double re = 0;
        double im = 0;
        for (int u = 0; u < rows; u++) {
          for (int v = 0; v < columns; v++) {
            double angle = 2 * Math.PI * ((double) a * u / rows + (double) b * v / columns);
            re += x[u * columns + v] * Math.cos(angle);
            im -= x[u * columns + v] * Math.sin(angle);
          }
        }
        assertEquals(re * re + im * im, power[a * columns + b], 1e-10);
      }
    }
  }

  @Test
  void powerIsConserved() {
    double[] x = Rng.of(2).doubles(35 * 24).toArray();
    double squares = Arrays.stream(x).map(v -> v * v).sum();
    double power = Arrays.stream(new PlaneSpectrum(35, 24).power(x)).sum();
    assertEquals(squares, power / x.length, 1e-9);
  }

  @Test
  void aWrongShapeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PlaneSpectrum(0, 3));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PlaneSpectrum(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThrows(
        IllegalArgumentException.class, () -> new PlaneSpectrum(2, 2).power(new double[3]));
  }
}
