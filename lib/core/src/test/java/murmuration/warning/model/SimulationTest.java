package murmuration.warning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.warning.Region;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Scenario PREDATION =
      new RosenzweigMacArthur().forced().duration(30).burnIn(10);

  @Test
  void aRunKnowsItsStateItsDriverAndWhereItIsFrom() {
    Simulation run = PREDATION.simulate(4);
    assertEquals(List.of("x", "y"), run.components());
    assertArrayEquals(run.state("y"), Arrays.stream(run.states()).mapToDouble(r -> r[1]).toArray());
    assertArrayEquals(run.state("x"), run.state());
    assertEquals(12, run.drive()[0]);
    assertEquals(4, run.provenance().seed());
    assertEquals(List.of("time", "a", "x", "y"), run.table().columnNames());
    assertEquals(30, run.table().rowCount());
    assertTrue(run.summary().contains("RosenzweigMacArthur with a 12.0 to 16.0"), run.summary());
    assertTrue(run.series("y").note().startsWith("simulated: Rosenzweig"));
    assertEquals(3, run.chart().panels().size());
    assertThrows(IllegalArgumentException.class, () -> run.state("z"));
  }

  @Test
  void manyRunsAreTabulatedAcross() {
    Simulations runs = PREDATION.simulate(20, 4);
    var table = runs.table();
    double sum = Arrays.stream(runs.states()).mapToDouble(x -> x[7]).sum();
    assertEquals(sum / 20, table.doubleColumn("mean").get(7), 1e-12);
    assertTrue(table.doubleColumn("q05").get(7) < table.doubleColumn("q95").get(7));
    assertEquals(2, runs.chart().panels().size());
    assertTrue(runs.summary().startsWith("20 runs of"), runs.summary());
    assertEquals(20, runs.where(run -> run.state()[0] > 0).size());
    assertThrows(IllegalArgumentException.class, () -> runs.run(20));
  }

  @Test
  void aShareOfRunsCollapsesByNoiseAlone() {
    // 0.354 +- 0.02 of 4000 runs in the experiment of the prosecutor's fallacy, whose control
    // sampled 600 units; 300 runs: sd 0.028, 4 sd, false-alarm rate below 1e-4
    var noisy =
        new MayHarvest().with("h", 0.24).with("sigma", 0.045).unforced().burnIn(0).from(0.6);
    double share = noisy.duration(600).every(1, 20).simulate(300, 2).sharePassing(0.2);
    assertEquals(0.354, share, 0.11);
  }

  @Test
  void mapsOfChaosNeedAnotherStartNotAnotherSeed() {
    var scenario = new SchreiberCrisis().unforced().duration(50);
    assertArrayEquals(scenario.simulate(1).values(), scenario.simulate(2).values());
    assertFalse(scenario.simulate(1).values()[49] == scenario.from(0.51).simulate(1).values()[49]);
  }

  @Test
  void theLorenzAttractorHasItsKnownMeanHeight() {
    // the mean of z at rho = 28 is 23.55; of 2000 units of time its sd is below 0.05
    var chaos = new Lorenz63().with("rho", 28).unforced().duration(2000).every(0.05);
    double mean = Arrays.stream(chaos.simulate(1).state("z")).average().orElseThrow();
    assertEquals(23.55, mean, 0.2);
  }

  @Test
  void theFoodChainIsChaoticAtASaturationOfThree() {
    var chain = new HastingsPowell().unforced().duration(3000);
    double[] a = chain.simulate(1).state("z");
    double[] b = chain.from(0.75, 0.15, 10.000001).simulate(1).state("z");
    assertTrue(Arrays.stream(a).max().orElseThrow() < 11);
    assertTrue(Arrays.stream(a).min().orElseThrow() > 7);
    assertTrue(Math.abs(a[2999] - b[2999]) > 1e-4, "neighbours part");
  }

  @Test
  void everyRegionHasALiveModel() {
    var models = RegionModels.simulate(1);
    assertEquals(6, models.runs().size());
    assertEquals(6, models.chart().panels().size());
    assertEquals(6, models.summary().lines().count());
    for (Region region : Region.values()) {
      assertFalse(RegionModels.allOf(region).isEmpty());
      boolean passes = !Double.isNaN(models.run(region).transition());
      assertEquals(region != Region.IV && region != Region.VI, passes, region.toString());
    }
  }

  @Test
  void theDiagramShowsItsCurvesAndPoints() {
    var diagram = new MayHarvest().diagram();
    assertEquals(1, diagram.branches().size());
    assertEquals(2, diagram.table().rowCount());
    assertTrue(diagram.summary().contains("fold at h = 0.260437"), diagram.summary());
    assertEquals(1, diagram.chart().panels().size());
    Branch branch = diagram.branches().getFirst();
    double[] x = branch.component(0);
    for (int i = 0; i < x.length; i++) {
      boolean upper = x[i] > 0.478129;
      boolean lower = x[i] < 0.11378;
      assertEquals(upper || lower ? 1 : 0, branch.stable()[i], "at " + x[i]);
    }
    assertThrows(IllegalArgumentException.class, () -> new MayHarvest().diagram("h", 0.3, 0.3));
  }
}
