package murmuration.warning.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutomatonTest {
  /** Rates of 0 and 1: what happens next is certain. */
  private record Rule(Neighbourhood neighbourhood, int kinds) implements LatticeModel {
    @Override
    public Map<String, Double> parameters() {
      return Map.of();
    }

    @Override
    public Rule with(String parameter, double value) {
      return this;
    }

    @Override
    public List<String> states() {
      return List.of("a", "b", "c").subList(0, kinds);
    }

    @Override
    public double rate(int from, int to, double[] cover, double[] near) {
      int next = next(from, near);
      return to == next ? 1 : 0;
    }

    int next(int from, double[] near) {
      int sum = (int) Math.round((near[1] + (kinds > 2 ? 2 * near[2] : 0)) * neighbourhood.size());
      return (from + sum) % kinds;
    }
  }

  @ParameterizedTest
  @EnumSource(Neighbourhood.class)
  void countsKeptUpToDateAreThoseCountedAfresh(Neighbourhood neighbourhood) {
    for (int kinds = 2; kinds <= 3; kinds++) {
      var rule = new Rule(neighbourhood, kinds);
      var world = rule.begin(7, 5, 0.4, 1, Rng.of(3));
      for (int step = 0; step < 30; step++) {
        double[] expected = next(rule, world.landscape());
        world.step();
        assertArrayEquals(expected, world.landscape().values());
        assertEquals(world.landscape().equalTo(1).mean(), world.occupied(), 1e-15);
      }
    }
  }

  private static double[] next(Rule rule, Landscape now) {
    double[] next = new double[now.size()];
    for (int i = 0; i < now.rows(); i++) {
      for (int j = 0; j < now.columns(); j++) {
        double[] near = new double[rule.kinds()];
        for (int di = -1; di <= 1; di++) {
          for (int dj = -1; dj <= 1; dj++) {
            boolean edge = Math.abs(di) + Math.abs(dj) == 1;
            boolean counts = edge || rule.neighbourhood() == Neighbourhood.EIGHT;
            if (counts && (di != 0 || dj != 0)) {
              int state =
                  (int)
                      now.at(
                          Math.floorMod(i + di, now.rows()), Math.floorMod(j + dj, now.columns()));
              near[state] += 1.0 / rule.neighbourhood().size();
            }
          }
        }
        next[i * now.columns() + j] = rule.next((int) now.at(i, j), near);
      }
    }
    return next;
  }

  /** A model whose neighbours are drawn from the whole lattice by its own look-up of near. */
  private record Stirred(LatticeModel model) implements LatticeModel {
    @Override
    public Map<String, Double> parameters() {
      return model.parameters();
    }

    @Override
    public Stirred with(String parameter, double value) {
      return new Stirred((LatticeModel) model.with(parameter, value));
    }

    @Override
    public List<String> states() {
      return model.states();
    }

    @Override
    public Neighbourhood neighbourhood() {
      return model.neighbourhood();
    }

    @Override
    public double rate(int from, int to, double[] cover, double[] near) {
      return model.rate(from, to, cover, cover);
    }
  }

  /** The rates of these two are linear in near, so that stirring and its mean agree. */
  @Test
  void aStirredLatticeHasTheCoverOfTheMeanField() {
    for (LatticeModel model :
        List.of(new ForestGap(0.05, 0.07, 0.2), new LocalFacilitation().with("b", 0.5))) {
      var run = new Stirred(model).on(200, 200).duration(400).seed(2).run();
      assertEquals(model.meanField(0.9)[1], run.late(), 0.006);
    }
  }

  @Test
  void withoutGapExpansionTheForestHasAClosedForm() {
    var model = new ForestGap(0.05, 0, 0.2);
    assertEquals(1 - 0.05 / 0.2, model.meanField(0.5)[1], 1e-10);
    assertEquals(0.75, model.on(200, 200).duration(300).seed(1).run().late(), 0.006);
    assertEquals(1 - 0.05 / (0.2 - 0.07), new ForestGap(0.05, 0.07, 0.2).meanField(0.9)[1], 1e-10);
  }

  /**
   * The covers of nine lattices of 400 x 400 published with spatialwarnings: alpha .2, delta .07.
   */
  @Test
  void theForestHasTheCoverOfPublishedLattices() {
    double[] d = {0.01125, 0.04125, 0.07125, 0.10125};
    double[] published = {0.91753125, 0.6894375, 0.4647875, 0.2298};
    var found =
        new ForestGap().with("delta", 0.07).on(150, 150).duration(600).seed(4).along("d", d);
    assertArrayEquals(published, found.occupied(), 0.02);
  }

  @Test
  void aShorterStepIsTheSameProcessInTheLimit() {
    var model = new ForestGap(0.05, 0.07, 0.2);
    double long1 = model.on(200, 200).duration(400).seed(1).run().late();
    double short1 = model.on(200, 200).duration(400).step(0.25).seed(1).run().late();
    assertEquals(long1, short1, 0.015);
  }

  @Test
  void aParameterIsReplacedByItsName() {
    for (SpatialModel model :
        List.of(new ForestGap(), new MusselBed(), new LocalFacilitation(), new SpatialHarvest())) {
      for (String name : model.parameters().keySet()) {
        var expected = new HashMap<>(model.parameters());
        expected.put(name, 0.123);
        assertEquals(expected, model.with(name, 0.123).parameters());
      }
    }
  }

  @Test
  void seedsRepeatAndTooLongAStepIsRefused() {
    var study = new MusselBed().on(40, 50).duration(50).seed(9);
    assertArrayEquals(study.run().last().values(), study.run().last().values());
    assertTrue(study.run().last().equalTo(2).mean() > 0);
    var e = assertThrows(IllegalArgumentException.class, () -> study.step(2).run());
    assertTrue(String.valueOf(e.getMessage()).contains("expected a shorter step"), e::toString);
    assertThrows(IllegalArgumentException.class, () -> study.start(1.5).run());
    assertThrows(IllegalArgumentException.class, () -> study.size(2, 9));
    assertThrows(IllegalArgumentException.class, () -> study.duration(1e300));
    assertThrows(IllegalArgumentException.class, () -> study.with("x", 1));
    assertThrows(IllegalArgumentException.class, () -> new ForestGap(-1, 0, 0));
  }
}
