package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RadialSpectrumTest {
  @Test
  void aWaveHasItsPowerInItsRing() {
    double[] wave =
        IntStream.range(0, 64 * 64)
            .mapToDouble(i -> Math.cos(2 * Math.PI * 5 * (i % 64) / 64))
            .toArray();
    double[] values = RadialSpectrum.of(Landscape.of(64, 64, wave)).values();
    for (int r = 1; r <= values.length; r++) {
      assertTrue(r == 5 ? values[r - 1] > 0.01 : values[r - 1] < 1e-10, "ring " + r);
    }
  }

  @Test
  void whiteNoiseIsFlatAndBlocksAreRed() {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      sum += RadialSpectrum.of(Landscape.random(64, 64, 0.4, seed)).ratio();
    }
    assertEquals(1, sum / 20, 0.1);
    var fine = Landscape.random(16, 16, 0.4, 1);
    double[] blocks =
        IntStream.range(0, 64 * 64).mapToDouble(i -> fine.at(i / 64 / 4, i % 64 / 4)).toArray();
    assertTrue(RadialSpectrum.of(Landscape.of(64, 64, blocks)).ratio() > 5);
  }

  @Test
  void shiftOfTheOriginAndScaleChangeNothing() {
    var x = Landscape.random(20, 24, 0.5, 3);
    double[] moved =
        IntStream.range(0, x.size())
            .mapToDouble(i -> 4 + 3 * x.at((i / 24 + 7) % 20, (i % 24 + 5) % 24))
            .toArray();
    assertEquals(
        RadialSpectrum.of(x).ratio(), RadialSpectrum.of(Landscape.of(20, 24, moved)).ratio(), 1e-9);
  }

  @Test
  void equalCellsHaveNoSpectrum() {
    var none = RadialSpectrum.of(Landscape.of(12, 12, new double[144]));
    assertTrue(Double.isNaN(none.ratio()) && Double.isNaN(none.values()[3]));
    assertTrue(none.summary().contains("no variation"));
    assertTrue(none.chart().svg().contains("svg"));
    assertThrows(IllegalArgumentException.class, () -> RadialSpectrum.of(Landscape.parse("0101")));
  }

  @Test
  void flowLengthOfRandomCellsIsTheClosedForm() {
    double sum = 0;
    double expected = 0;
    for (int seed = 0; seed < 20; seed++) {
      var flow = FlowLength.of(Landscape.random(50, 400, 0.3, seed));
      sum += flow.value();
      expected += flow.expected();
    }
    assertEquals(1, sum / expected, 0.005);
    assertEquals(
        4.5 * 30 / Math.cos(Math.toRadians(60)),
        FlowLength.of(Landscape.of(8, 3, new double[24]).cell(30), 60).value(),
        1e-9);
    var full = FlowLength.of(Landscape.parse("11\n11"));
    assertEquals(0, full.value());
    assertEquals(0, full.expected());
  }

  @Test
  void clusteringIsOneByChance() {
    double sum = 0;
    for (int seed = 0; seed < 50; seed++) {
      sum += Clustering.of(Landscape.random(30, 30, 0.3, seed)).value();
    }
    assertEquals(1, sum / 50, 0.03);
    assertEquals(0, Clustering.of(Landscape.parse("01\n10"), 1).value());
    assertEquals(1, Clustering.of(Landscape.parse("111\n111\n111"), 1).value());
    assertTrue(Double.isNaN(Clustering.of(Landscape.parse("100\n000\n000"), 1).value()));
  }
}
