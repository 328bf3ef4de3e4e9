package murmuration.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConceptBandTest {
  @Test
  void theBandHoldsTheWantedShareOfRuns() {
    List<ConceptTrajectory> runs =
        IntStream.rangeClosed(0, 10)
            .mapToObj(
                r ->
                    ConceptTrajectory.of(
                        List.of("a"), new double[] {1, 2}, new double[][] {{r / 10.0}, {0.5}}))
            .toList();
    var band = ConceptBand.of(runs, 0.8);
    assertEquals(0.5, band.mean().value(0, 0), 1e-15);
    assertEquals(0.1, band.low()[0][0], 1e-15);
    assertEquals(0.9, band.high()[0][0], 1e-15);
    assertEquals(0.5, band.high()[1][0], 1e-15);
    assertEquals(List.of("step", "a mean", "a low", "a high"), band.table().columnNames());
  }
}
