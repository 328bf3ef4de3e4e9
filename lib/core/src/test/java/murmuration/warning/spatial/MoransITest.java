package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoransITest {
  @Test
  void aChessboardIsMinusOneAndTwoHalvesAreNearOne() {
    var chess = Landscape.parse("0101\n1010\n0101\n1010");
    assertEquals(-1, MoransI.of(chess).value(), 1e-15);
    assertEquals(-1, MoransI.of(chess, Neighbourhood.FOUR, true).value(), 1e-15);
    var halves = Landscape.parse("0011\n0011\n0011\n0011");
    assertEquals(1 - 2 * 4 / 24.0, MoransI.of(halves).value(), 1e-15);
  }

  /** All 720 orders of six different cells, and all 5040 of seven. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, FOUR, false", "2, 3, EIGHT, false", "3, 2, EIGHT, false", "1, 6, FOUR, false",
    "1, 7, FOUR, false", "6, 1, EIGHT, false", "2, 2, FOUR, false", "2, 2, EIGHT, false"
  })
  void meanAndVarianceAreThoseOfAllArrangements(
      int rows, int columns, Neighbourhood neighbourhood, boolean wrap) {
    double[] cells = {0.3, 1.7, -2, 5, 0.1, 0.9, 3.3};
    int n = rows * columns;
    double[] values =
        orders(n).stream()
            .mapToDouble(
                order ->
                    MoransI.of(
                            Landscape.of(
                                rows, columns, order.stream().mapToDouble(i -> cells[i]).toArray()),
                            neighbourhood,
                            wrap)
                        .value())
            .toArray();
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(9);
    double square =
        IntStream.range(0, values.length)
            .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
            .average()
            .orElse(9);
    var test =
        MoransI.of(Landscape.of(rows, columns, Arrays.copyOf(cells, n)), neighbourhood, wrap);
    assertEquals(mean, test.expectation(), 1e-12);
    assertEquals(Math.sqrt(square), test.sd(), 1e-7);
  }

  @Test
  void onATorusTheVarianceIsThatOfManyArrangements() {
    for (var neighbourhood : Neighbourhood.values()) {
      double[] values =
          IntStream.range(0, 4000)
              .mapToDouble(
                  i -> MoransI.of(Landscape.random(6, 5, 0.5, i), neighbourhood, true).value())
              .filter(v -> !Double.isNaN(v))
              .toArray();
      double sd = Math.sqrt(StatUtils.variance(values));
      var one = MoransI.of(Landscape.random(6, 5, 0.5, 1), neighbourhood, true);
      assertEquals(one.sd(), sd, 0.05 * sd, "four standard errors of a standard deviation");
    }
    var small = Landscape.parse("011\n101");
    assertThrows(IllegalArgumentException.class, () -> MoransI.of(small, Neighbourhood.FOUR, true));
  }

  private static List<List<Integer>> orders(int n) {
    if (n == 0) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<Integer>>();
    for (List<Integer> shorter : orders(n - 1)) {
      for (int i = 0; i < n; i++) {
        var longer = new ArrayList<>(shorter);
        longer.add(i, n - 1);
        all.add(longer);
      }
    }
    return all;
  }

  @Test
  void shiftAndScaleChangeNothing() {
    double[] x = Rng.of(3).doubles(300).toArray();
    double value = MoransI.of(Landscape.of(15, 20, x)).value();
    for (double scale : new double[] {-7, 1e-60, 1e60}) {
      double[] y = IntStream.range(0, 300).mapToDouble(i -> scale * (x[i] + 3)).toArray();
      assertEquals(value, MoransI.of(Landscape.of(15, 20, y)).value(), 1e-12);
    }
  }

  @Test
  void theNormalPIsUniformOnRandomLandscapes() {
    int small =
        (int)
            IntStream.range(0, 400)
                .filter(i -> MoransI.of(Landscape.random(25, 25, 0.4, i)).pRight() < 0.05)
                .count();
    assertEquals(20, small, 4 * Math.sqrt(400 * 0.05 * 0.95), "one in 16,000 seeds fails this");
  }

  @Test
  void equalCellsHaveNone() {
    var test = MoransI.of(Landscape.parse("111\n111\n111"));
    assertTrue(
        Double.isNaN(test.value()) && Double.isNaN(test.sd()) && Double.isNaN(test.pRight()));
    assertTrue(test.summary().contains("cells are equal"));
    assertTrue(Double.isNaN(MoransI.of(Landscape.of(1, 1, new double[] {2})).value()));
  }
}
