package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class CodeDisentanglementTest {
  /** All pairs of four values, each 25 times. */
  private static final int[][] FACTORS =
      IntStream.range(0, 400).mapToObj(i -> new int[] {i % 4, i / 4 % 4}).toArray(int[][]::new);

  private static double[][] codes(boolean mixed) {
    double[][] codes = new double[400][2];
    for (int i = 0; i < 400; i++) {
      int a = FACTORS[i][0];
      int b = FACTORS[i][1];
      codes[i] = mixed ? new double[] {4 * a + b, 4 * a + b} : new double[] {3 - b, 10 * a};
    }
    return codes;
  }

  @Test
  void aCodeWithANumberForEveryFactorIsDisentangled() {
    var found = CodeDisentanglement.of(codes(false), FACTORS);
    assertEquals(1, found.mig(), 1e-12);
    assertEquals(1, found.modularity(), 1e-12);
    assertArrayEquals(new int[] {1, 0}, found.codeOf());
    assertEquals(Math.log(4), found.information()[1][0], 1e-12);
  }

  @Test
  void aNumberThatTellsAllFactorsIsNotModularAndTwoOfThemLeaveNoGap() {
    var found = CodeDisentanglement.of(codes(true), FACTORS);
    assertEquals(0, found.mig(), 1e-12);
    assertEquals(0, found.modularity(), 1e-12);
  }

  @Test
  void aCodeThatSaysNothingCountsAsNotModular() {
    double[][] constant = new double[400][2];
    var found = CodeDisentanglement.of(constant, FACTORS);
    assertEquals(0, found.modularity());
    assertEquals(0, found.mig());
  }

  @Test
  void aConstantFactorIsLeftOutAndNamed() {
    int[][] factors =
        IntStream.range(0, 400).mapToObj(i -> new int[] {i % 4, 7}).toArray(int[][]::new);
    var found = CodeDisentanglement.of(codes(false), factors);
    assertEquals(List.of(1), found.skipped());
    assertEquals(1, found.mig(), 1e-12);
    assertTrue(Double.isNaN(found.gaps()[1]));
    assertTrue(found.summary().contains("constant factors left out of the gap: [1]"));
  }

  /** The p of unrelated codes is uniform over 200 values: 0.005 has a chance of 1 in 200. */
  @Test
  void chanceHasAGapTooAndPermutationsSayHowLarge() {
    var random = Rng.of(5);
    double[][] noise =
        IntStream.range(0, 400)
            .mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()})
            .toArray(double[][]::new);
    var unrelated = CodeDisentanglement.permuted(noise, FACTORS, 20, 199, 1);
    assertTrue(unrelated.mig() > 0 && unrelated.p() > 0.005, "p = " + unrelated.p());
    var real = CodeDisentanglement.permuted(codes(false), FACTORS, 20, 199, 1);
    assertEquals(1 / 200.0, real.p(), 1e-12);
    assertTrue(real.summary().contains("gap by chance"));
  }

  @Test
  void oneFactorIsRefused() {
    int[][] one = new int[400][1];
    assertThrows(IllegalArgumentException.class, () -> CodeDisentanglement.of(codes(false), one));
    var without = CodeDisentanglement.of(codes(false), FACTORS);
    assertThrows(IllegalArgumentException.class, without::p);
  }
}
