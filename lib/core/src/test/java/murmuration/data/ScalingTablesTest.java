package murmuration.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingTablesTest {
  @Test
  void theMeasuredLossesAreTwoFullGridsAtTwoRidges() {
    var losses = Datasets.load("random-feature-losses");
    assertEquals(
        "[preset, n, d, seed, loss, ridge_kind, ridge, theory_loss, a, sigma, m]",
        losses.columnNames().toString());
    var noisy = losses.where(losses.stringColumn("preset").isEqualTo("noisy"));
    assertEquals(48 * 32 * 2, noisy.rowCount());
    assertEquals(48 * 16 * 2, losses.rowCount() - noisy.rowCount());
    assertEquals(0.3621746551, losses.doubleColumn("loss").get(0));
    assertEquals(0, losses.column("loss").countMissing());
  }

  @Test
  void everyPassRateHasItsCounts() {
    var rates = Datasets.load("pythia-checkpoint-pass-rates");
    assertEquals(153, rates.rowCount());
    double[] samples = rates.numberColumn("samples").asDoubleArray();
    double[] successes = rates.numberColumn("successes").asDoubleArray();
    double[] solved = rates.numberColumn("problems_solved").asDoubleArray();
    assertEquals(
        0,
        IntStream.range(0, 153)
            .filter(i -> !(solved[i] <= successes[i] && successes[i] < samples[i]))
            .count());
  }

  @Test
  void theAdditionCurveRisesNowhere() {
    double[] y = Datasets.load("bnsl-4digit-addition").doubleColumn("y").asDoubleArray();
    assertEquals(17, y.length);
    double[] sorted = y.clone();
    Arrays.sort(sorted);
    double[] reversed = IntStream.range(0, 17).mapToDouble(i -> sorted[16 - i]).toArray();
    assertArrayEquals(reversed, y);
  }

  @Test
  void aScoreThatIsMissingLoadsAsNaN() {
    var entry = Registry.bundled().entry("obs-base-llm-benchmarks");
    var row = "Model,...\norg/m,M,7,,84,0.4,,0.7,NaN,0.3,NA,0.7,0.1\n";
    var table = Rows.read(entry, row.getBytes(UTF_8));
    double[] cells =
        IntStream.range(2, 13).mapToDouble(j -> table.doubleColumn(j).asDoubleArray()[0]).toArray();
    double nan = Double.NaN;
    assertArrayEquals(new double[] {7, nan, 84, 0.4, nan, 0.7, nan, 0.3, nan, 0.7, 0.1}, cells);
  }
}
