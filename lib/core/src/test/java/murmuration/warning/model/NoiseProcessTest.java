package murmuration.warning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.math.Rng;
import murmuration.warning.Ar1Null;
import murmuration.warning.SurrogateTest;
import murmuration.warning.Surrogates;
import org.junit.jupiter.api.Test;

class NoiseProcessTest {
  private static double[] drawn(NoiseProcess process, int n) {
    return process.simulate(n, 3).values();
  }

  private static double[] normals(int n) {
    var random = Rng.of(3, 0);
    double[] z = new double[n];
    Arrays.setAll(z, i -> random.nextGaussian());
    return z;
  }

  private static double autocovariance(double[] x, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += x[i] * x[i - lag];
    }
    return sum / (x.length - lag);
  }

  @Test
  void orderOneIsTheRedNoiseOfTheNulls() {
    double[] null1 = new double[50];
    new Ar1Null(50, 0.8, 0.5, 3).fill(Rng.of(3, 0), null1);
    var process = new AutoregressiveNoise(new double[] {0.8}, 0.5, 3);
    assertArrayEquals(null1, drawn(process, 50));
    // one coefficient more, of 0, is the same law by the general way
    double[] general = drawn(new AutoregressiveNoise(new double[] {0.8, 0}, 0.5, 3), 50);
    assertEquals(null1[0], general[0], 1e-12);
    assertArrayEquals(normals(50), drawn(AutoregressiveNoise.of(), 50));
  }

  @Test
  void orderTwoHasTheVarianceOfYuleAndWalkerFromItsFirstValueOn() {
    double a = 1.2;
    double b = -0.6;
    double variance = (1 - b) / ((1 + b) * ((1 - b) * (1 - b) - a * a));
    double[] x = drawn(AutoregressiveNoise.of(a, b), 200_000);
    // sd of the estimates is below 0.8 %; 4 sd, false-alarm rate below 1e-4
    assertEquals(1, autocovariance(x, 0) / variance, 0.03);
    assertEquals(a / (1 - b), autocovariance(x, 1) / autocovariance(x, 0), 0.01);
    double[] out = new double[2];
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      AutoregressiveNoise.of(a, b).fill(Rng.of(5, i), out);
      sum += out[0] * out[1];
    }
    assertEquals(a / (1 - b) * variance, sum / 20_000, 0.04 * variance);
  }

  @Test
  void whatIsNotStationaryIsRefused() {
    for (double[] phi : new double[][] {{1}, {-1.01}, {0.5, 0.5}, {0, 0, 1.2}}) {
      assertThrows(IllegalArgumentException.class, () -> AutoregressiveNoise.of(phi));
    }
    assertThrows(IllegalArgumentException.class, () -> AutoregressiveNoise.of(new double[21]));
    assertThrows(IllegalArgumentException.class, () -> new PinkNoise(5));
    assertThrows(IllegalArgumentException.class, () -> new PinkNoise(1).simulate(0, 1));
  }

  @Test
  void pinkNoiseOfExponentZeroIsWhiteAndOfTwoARandomWalk() {
    double[] z = normals(300);
    assertArrayEquals(z, drawn(new PinkNoise(0), 300), 1e-12);
    double[] sums = z.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    assertArrayEquals(sums, drawn(new PinkNoise(2), 300), 1e-11);
    double[] walk = drawn(new RandomWalk(2), 300);
    for (int i = 1; i < 300; i++) {
      assertEquals(2 * z[i - 1], walk[i] - walk[i - 1], 1e-12);
    }
  }

  @Test
  void pinkNoiseIsTheConvolutionOfKasdin() {
    double[] z = normals(40);
    double[] h = new double[40];
    h[0] = 1;
    for (int k = 1; k < 40; k++) {
      h[k] = h[k - 1] * (k - 1 + 0.5) / k;
    }
    double[] x = drawn(new PinkNoise(1, 3), 40);
    for (int i = 0; i < 40; i++) {
      double sum = 0;
      for (int k = 0; k <= i; k++) {
        sum += 3 * h[k] * z[i - k];
      }
      assertEquals(sum, x[i], 1e-12);
    }
  }

  @Test
  void aProcessIsANullOfOnesOwn() {
    double[] record = drawn(new PinkNoise(1), 100);
    var source = new Surrogates.Source(new PinkNoise(1).ofLength(100), 99, 1);
    var test =
        SurrogateTest.of(
                List.of("variance"),
                new double[] {autocovariance(record, 0)},
                x -> new double[] {autocovariance(x, 0)},
                source)
            .getFirst();
    assertTrue(test.pRight() > 0.01 && test.pLeft() > 0.01);
    assertTrue(test.summary().contains("1/f^1"), test.summary());
  }
}
