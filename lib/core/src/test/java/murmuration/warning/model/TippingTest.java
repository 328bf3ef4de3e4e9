package murmuration.warning.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import murmuration.warning.model.CriticalPoint.Kind;
import org.junit.jupiter.api.Test;

class TippingTest {
  private static Kind kind(Scenario scenario) {
    return scenario.tipping().map(CriticalPoint::kind).orElseThrow();
  }

  @Test
  void theRampPassesTheFoldOfItsOwnBranchOnly() {
    var up = new MayHarvest().forced(Forcing.linear(0.15, 0.27)).duration(1000);
    double share = (0.2604365170651153 - 0.15) / 0.12;
    assertEquals(share * 1000, up.transition(), 0.02);
    var down = new MayHarvest().forced(Forcing.linear(0.3, 0.1)).duration(1000);
    assertEquals((0.3 - 0.17872302001819115) / 0.2 * 1000, down.transition(), 0.02);
    assertEquals(up.transition(), up.duration(1000).simulate(1).transition());
  }

  @Test
  void whereNothingIsPassedThereIsNoTransition() {
    assertTrue(Double.isNaN(new MayHarvest().forced(Forcing.linear(0.15, 0.25)).transition()));
    assertTrue(Double.isNaN(new MayHarvest().unforced().transition()));
    assertTrue(Double.isNaN(new SmoothGrazing().forced().transition()));
    assertEquals(
        Optional.empty(), new MayHarvest().forced("sigma", Forcing.linear(0, 0.1)).tipping());
  }

  @Test
  void kindsAreThoseOfTheLiterature() {
    assertEquals(Kind.HOPF, kind(new RosenzweigMacArthur().forced()));
    assertEquals(Kind.TRANSCRITICAL, kind(new RosenzweigMacArthur().forced(Forcing.linear(8, 4))));
    assertEquals(Kind.TRANSCRITICAL, kind(new RosenzweigMacArthur().forced(Forcing.linear(4, 8))));
    assertEquals(Kind.FLIP, kind(new RickerHarvest().forced("r", Forcing.linear(0.5, 2.3))));
    assertEquals(Kind.CRISIS, kind(new SchreiberCrisis().forced()));
    assertEquals(Kind.FOLD, kind(new Daisyworld().forced(Forcing.linear(1, 1.7))));
    assertEquals(
        Kind.NONSMOOTH_FOLD, kind(new StommelBox().forced(Forcing.linear(1.4, 0.7)).from(2, 3)));
  }

  @Test
  void theStateGoesWithTheDriver() {
    var run = new MayHarvest().with("sigma", 1e-4).forced().duration(2000).simulate(1);
    double passed = run.firstPassage(0.2);
    assertTrue(passed > run.transition() && passed < run.transition() + 200);
    assertTrue(Double.isNaN(run.firstPassage(2)));
  }

  @Test
  void aPushOfStateOrDriverCollapsesWithoutAFoldBeingApproached() {
    var pushed = LargeForcing.ofState(-0.6, 0.2).simulate(1);
    assertEquals(400, pushed.firstPassage(0.2), 5);
    assertTrue(pushed.state()[499] < 0.15);
    assertTrue(LargeForcing.ofState(-0.6).simulate(1).state()[499] > 0.7);
    var driven = LargeForcing.ofDriver(0.3);
    assertEquals(400, driven.transition());
    assertTrue(driven.simulate(1).state()[499] < 0.15);
  }

  /** Of more than a million points not each is looked at, but the first beyond is found. */
  @Test
  void theTransitionOfALongRunIsExactToAPoint() {
    var run = new MayHarvest().forced(Forcing.linear(0.15, 0.27)).step(0.01).duration(70_000);
    double time = run.transition();
    double last = (run.points() - 1) * 0.01;
    double fold = run.tipping().orElseThrow().value();
    assertTrue(run.forcing().at(time, last) >= fold);
    assertTrue(run.forcing().at(time - 0.01, last) < fold);
  }
}
