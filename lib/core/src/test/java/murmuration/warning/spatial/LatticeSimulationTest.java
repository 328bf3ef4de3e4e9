package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class LatticeSimulationTest {
  private static final LatticeSimulation DRYLAND =
      new LocalFacilitation().on(50, 50).duration(500).seed(1);

  @Test
  void vegetationFallsWithRainAndItsLandscapesKnowTheRain() throws Exception {
    var gradient = DRYLAND.along("b", 0.6, 0.5, 0.4, 0.2);
    double[] cover = gradient.occupied();
    assertTrue(cover[0] > cover[1] && cover[1] > cover[2] && cover[2] > 0.4, "until");
    assertEquals(0, cover[3], 1e-3);
    assertEquals(0.5, gradient.landscapes().get(1).parameter("b"));
    assertEquals(4, gradient.warning().landscapes().size());
    assertTrue(gradient.landscapes().get(0).isBinary());
    assertTrue(gradient.chart().svg().contains("svg") && gradient.summary().contains("along b"));
    try (var one = new ForkJoinPool(1)) {
      var alone = one.submit(() -> DRYLAND.along("b", 0.6, 0.5, 0.4, 0.2)).get();
      assertArrayEquals(cover, alone.occupied());
    }
  }

  @Test
  void theCollapseIsBracketed() {
    var point = DRYLAND.size(30, 30).duration(1000).collapse("b", 0.5, 0.1);
    assertTrue(point.collapsed() < point.lasting());
    assertEquals(0.4 / 256, point.lasting() - point.collapsed(), 1e-12);
    assertEquals(0.3, point.value(), 0.03);
    assertEquals(0.2869, point.meanField(), 1e-4);
    var stirred = new LocalFacilitation();
    assertTrue(stirred.with("b", point.meanField() + 1e-4).meanField(0.9)[1] > 0.2);
    assertEquals(0, stirred.with("b", point.meanField() - 1e-4).meanField(0.9)[1], 1e-9);
    assertEquals(10, point.tried().length);
    var e = assertThrows(IllegalArgumentException.class, () -> DRYLAND.collapse("b", 0.5, 0.45));
    assertTrue(String.valueOf(e.getMessage()).contains("expected that they vanish there"));
  }

  @Test
  void grazingCollapsesItToo() {
    var point = DRYLAND.size(20, 20).duration(200).collapse("g0", 0, 0.9);
    assertTrue(point.lasting() < point.collapsed());
    assertTrue(point.summary().contains("g0"));
  }

  /** Linear theory: a mode of wave number k is an AR(1) with rate lambda + D e_k. */
  @Test
  void harvestedLatticesFluctuateAsLinearTheorySays() {
    var model = new SpatialHarvest().with("h", 0.2).with("sigma", 0.01);
    double x = 0.8;
    for (int i = 0; i < 100_000; i++) {
      x += 0.01 * (x * (1 - x) - 0.2 * x * x / (0.01 + x * x));
    }
    double half = 0.01 + x * x;
    double slope = 1 - 2 * x - 0.2 * 2 * 0.01 * x / (half * half);
    int n = 32;
    double variance = 0;
    double neighbours = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double cosines = Math.cos(2 * Math.PI * a / n) + Math.cos(2 * Math.PI * b / n);
        double kept = 1 + model.step() * (slope - model.diffusion() * (4 - 2 * cosines));
        double power = 1e-4 * model.step() / (1 - kept * kept) / (n * n);
        if (a + b > 0) {
          variance += power;
          neighbours += power * cosines / 2;
        }
      }
    }
    double foundVariance = 0;
    double foundMoran = 0;
    int runs = 30;
    for (int i = 0; i < runs; i++) {
      var last = model.on(n, n).duration(30).start(x).seed(i).run().landscape();
      foundVariance += SpatialIndicator.variance(1).of(last) / runs;
      foundMoran += MoransI.of(last, Neighbourhood.FOUR, true).value() / runs;
    }
    assertEquals(variance, foundVariance, 0.03 * variance);
    assertEquals(neighbours / variance, foundMoran, 0.02);
  }

  @Test
  void harvestHasItsFoldAndItsGradient() {
    var quiet = new SpatialHarvest().with("sigma", 0);
    var lattice = quiet.on(4, 4).duration(3000);
    double upper = lattice.with("h", 0.2603).run().late();
    double lower = lattice.with("h", 0.2606).run().late();
    assertTrue(upper > 0.45, "above the fold: " + upper);
    assertTrue(lower < 0.1, "below it: " + lower);
    assertEquals(0.2604365, quiet.on(3, 3).duration(5000).collapse("h", 0.2, 0.3).value(), 3e-4);
    var slope = quiet.with("h", 0.2).with("gradient", 0.2).on(3, 40).duration(300).run().last();
    assertTrue(slope.at(0, 0) > 0.8 && slope.at(0, 39) < 0.1, "one end lasts");
    for (int j = 1; j < 40; j++) {
      assertTrue(slope.at(1, j) < slope.at(1, j - 1));
    }
    assertThrows(IllegalArgumentException.class, () -> quiet.on(5, 5).step(2).run());
    assertThrows(
        IllegalArgumentException.class, () -> quiet.begin(5, 5, Double.NaN, 0.1, Rng.of(1)));
  }

  @Test
  void aRunShowsItself() {
    var run = DRYLAND.run();
    assertEquals(501, run.times().length);
    assertEquals(run.occupied()[500], run.landscape().mean(), 1e-12);
    assertEquals(run.late(), Arrays.stream(run.occupied(), 375, 501).average().orElse(0), 1e-12);
    assertEquals(501, run.series().size());
    assertTrue(run.summary().contains("vegetated"));
    assertTrue(run.chart().svg().contains("svg"));
  }
}
