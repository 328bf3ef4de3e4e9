package murmuration.warning.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.warning.model.CriticalPoint.Kind;
import org.junit.jupiter.api.Test;

class CriticalPointTest {
  private static CriticalPoint first(List<CriticalPoint> points, Kind kind) {
    return points.stream().filter(point -> point.kind() == kind).findFirst().orElseThrow();
  }

  private static List<Kind> kinds(List<CriticalPoint> points) {
    return points.stream().map(CriticalPoint::kind).toList();
  }

  @Test
  void theDoubleWellFoldsAtTwoOverThreeRootThree() {
    var points = new DoubleWell().critical();
    double fold = 2 / (3 * Math.sqrt(3));
    assertEquals(List.of(Kind.FOLD, Kind.FOLD), kinds(points));
    assertEquals(-fold, points.getFirst().value(), 1e-12);
    assertEquals(fold, points.getLast().value(), 1e-12);
    assertEquals(-1 / Math.sqrt(3), points.getLast().state()[0], 1e-6);
  }

  @Test
  void harvestScalesWithCapacity() {
    // with k = 10 s in both, grazing c is h in units of k
    var may = new MayHarvest().critical();
    var grazing = new Grazing().critical();
    for (int i = 0; i < 2; i++) {
      assertEquals(10 * may.get(i).value(), grazing.get(i).value(), 1e-10);
      assertEquals(10 * may.get(i).state()[0], grazing.get(i).state()[0], 1e-6);
    }
  }

  @Test
  void predatorsEnterAndOscillateWhereTheClosedFormsSay() {
    var model = new RosenzweigMacArthur(4, 1.7, 0.15, 0.5, 2, 12, 0.01);
    var points = model.critical();
    assertEquals(List.of(Kind.TRANSCRITICAL, Kind.HOPF), kinds(points));
    assertEquals(2 / (1.7 * (0.5 - 2 * 0.15)), points.getFirst().value(), 1e-7);
    // the prey's isocline has its top at the equilibrium: x = (k - 1/(a h))/2 = m/(a (e - m h))
    double hopf = (2 * 2 / (0.5 - 2 * 0.15) + 1 / 0.15) / 1.7;
    assertEquals(hopf, points.getLast().value(), 1e-8);
  }

  @Test
  void withoutHarvestTheRickerMapFlipsAtTwo() {
    var points = new RickerHarvest().diagram("r", 0.5, 2.5).critical();
    assertEquals(List.of(Kind.FLIP), kinds(points));
    assertEquals(2, points.getFirst().value(), 1e-9);
    assertEquals(10, points.getFirst().state()[0], 1e-9);
  }

  @Test
  void theOverturningCollapsesAtAFoldAndComesBackAtAKink() {
    var points = new StommelBox().critical();
    assertEquals(List.of(Kind.NONSMOOTH_FOLD, Kind.FOLD), kinds(points));
    assertEquals(0.9, points.getFirst().value(), 1e-6);
    assertEquals(1.220115, points.getLast().value(), 1e-6);
  }

  @Test
  void smoothGrazingHasNoCriticalPointUntilItsCapacityIsLarge() {
    assertEquals(List.of(), new SmoothGrazing().critical());
    assertEquals(List.of(), new SmoothGrazing().with("k", 5.19).critical());
    var cusp = new SmoothGrazing().with("k", 5.3).diagram("c", 0, 3).critical();
    assertEquals(List.of(Kind.FOLD, Kind.FOLD), kinds(cusp));
  }

  @Test
  void convectionHasAPitchforkAHomoclinicAndTwoHopfPoints() {
    var points = new Lorenz63().critical();
    assertEquals(List.of(Kind.PITCHFORK, Kind.HOMOCLINIC, Kind.HOPF, Kind.HOPF), kinds(points));
    assertEquals(1, points.get(0).value(), 1e-9);
    assertEquals(13.926557, points.get(1).value(), 1e-5);
    double sigma = 10;
    double beta = 8.0 / 3;
    double hopf = sigma * (sigma + beta + 3) / (sigma - beta - 1);
    assertEquals(hopf, points.get(2).value(), 1e-8);
    assertEquals(-points.get(2).state()[0], points.get(3).state()[0], 1e-8);
  }

  @Test
  void theHadleyCirculationLosesStabilityAtAContrastOfOne() {
    // with G = 0: x = F, y = z = 0, with eigenvalues F - 1 +- i b F
    var points = new Lorenz84().with("G", 0).with("F", 0.5).diagram("F", 0.2, 2).critical();
    assertEquals(1, first(points, Kind.HOPF).value(), 1e-9);
  }

  @Test
  void crisisOfTheReviewIsNearItsSimulatedValue() {
    var points = new SchreiberCrisis().critical();
    assertEquals(4.508, first(points, Kind.CRISIS).value(), 0.01);
    assertEquals(4.5, first(points, Kind.TRANSCRITICAL).value(), 1e-9);
  }

  @Test
  void thePopulationPersistsBelowItsCrisisAndDiesAboveIt() {
    var below = new SchreiberCrisis().with("m", 4.45).unforced().duration(20_000);
    assertTrue(Arrays.stream(below.simulate(1).state()).skip(19_000).max().orElseThrow() > 0.1);
    var above = new SchreiberCrisis().with("m", 4.6).unforced().duration(20_000);
    assertEquals(0, above.simulate(1).state()[19_999], 1e-6);
  }

  @Test
  void daisiesLiveFromWhereSeedsGrowToTheFoldOfTheWhiteOnes() {
    var points = new Daisyworld().critical();
    assertEquals(List.of(Kind.TRANSCRITICAL, Kind.FOLD), kinds(points));
    assertEquals(0.72, points.getFirst().value(), 0.02);
    assertEquals(1.54, points.getLast().value(), 0.02);
  }

  @Test
  void everyPointIsAnEquilibriumWithTheEigenvalueOfItsKind() {
    for (DynamicalModel model :
        List.of(new MayHarvest(), new RickerHarvest(), new IceAlbedo(), new HastingsPowell())) {
      for (CriticalPoint point : model.critical()) {
        var there = model.with(point.parameter(), point.value()).equilibriumNear(point.state());
        double edge = model instanceof StochasticMap ? 1 : 0;
        assertEquals(edge, there.eigenvalue(), 1e-4, point::words);
        assertEquals(point.kind() == Kind.HOPF, there.frequency() > 0);
      }
    }
  }

  @Test
  void aModelOfOnesOwnIsFollowedToo() {
    var points = new Pitchfork(-1, 0.1).critical();
    assertEquals(List.of(Kind.PITCHFORK), kinds(points));
    assertEquals(0, points.getFirst().value(), 1e-9);
    assertTrue(points.getFirst().words().startsWith("pitchfork at a = "));
  }

  record Pitchfork(double a, double sigma) implements StochasticFlow {
    @Override
    public Pitchfork with(String parameter, double value) {
      return Parameters.with(this, parameter, value);
    }

    @Override
    public Driver driver() {
      return new Driver("a", -1, 1, -1, 1);
    }

    @Override
    public double[] initial() {
      return new double[] {0.1};
    }

    @Override
    public Rates rates() {
      return (p, x, drift, diffusion) -> {
        drift[0] = p[0] * x[0] - x[0] * x[0] * x[0];
        diffusion[0] = p[1];
      };
    }
  }
}
