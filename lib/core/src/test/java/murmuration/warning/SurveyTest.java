package murmuration.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static double[] noise(int n, long seed) {
    var random = Rng.of(seed);
    return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  /** An AR(1) whose phi grows from 0 to 0.95. */
  private static double[] slowing(int n, long seed) {
    double[] x = noise(n, seed);
    for (int i = 1; i < n; i++) {
      x[i] += 0.95 * i / n * x[i - 1];
    }
    return x;
  }

  private static Survey survey(double[] x, int surrogates) {
    return EarlyWarning.of(x)
        .detrend(Detrend.none())
        .against(Surrogates.ar1(surrogates).seed(1))
        .survey();
  }

  @Test
  void everyIndicatorIsRankedWithTheLowestPFirst() {
    Survey survey = survey(noise(150, 1), 49);
    var ranked = survey.ranked();
    assertEquals(Survey.indicators().size(), ranked.size());
    double[] p = ranked.stream().mapToDouble(SurrogateTest::pRight).toArray();
    for (int i = 1; i < p.length; i++) {
      assertTrue(!(p[i] < p[i - 1]), "sorted, NaN last");
    }
    var table = survey.table();
    assertEquals(ranked.size(), table.rowCount());
    assertEquals(ranked.getFirst().pRight(), table.doubleColumn("p rise").get(0));
    assertTrue(table.doubleColumn("p rise, corrected").get(0) >= p[0]);
    assertTrue(survey.summary().lines().count() <= 12);
  }

  @Test
  void slowingDownIsFoundAndMayBeNoShiftAtAll() {
    Survey survey = survey(slowing(300, 2), 599);
    assertTrue(survey.signal().rising().contains("ac1"), survey.summary());
    var regions = survey.regions();
    assertEquals(List.of(Region.I, Region.III, Region.IV), regions.possible());
    assertTrue(regions.words().contains("smooth changes"));
  }

  @Test
  void silenceLeavesEveryRegionOpen() {
    var regions = new RegionMap(List.of(), List.of(), survey(noise(60, 4), 9).provenance());
    assertEquals(Arrays.asList(Region.values()), regions.possible());
    assertTrue(regions.words().contains("miss crises"));
    assertEquals(6, regions.table().rowCount());
    assertFalse(regions.chart().svg().isEmpty());
  }

  @Test
  void theRegionsAreSixCombinationsOfThreeProperties() {
    long kinds =
        Arrays.stream(Region.values())
            .map(r -> List.of(r.isRapid(), r.isSlowing(), r.isBifurcation()))
            .distinct()
            .count();
    assertEquals(6, kinds);
    assertTrue(Arrays.stream(Region.values()).anyMatch(r -> r.isRapid() && !r.isSlowing()));
  }

  /**
   * On white noise the chance that the best of all indicators is reported as a rise is at most 5 %:
   * of 200 records at most 22 (a bound that is passed wrongly with probability below 0.001).
   */
  @Test
  void theBestOfAllIndicatorsRingsAtTheStatedRate() {
    long alarms =
        IntStream.range(0, 200)
            .filter(
                i ->
                    !EarlyWarning.of(noise(60, 50 + i))
                        .detrend(Detrend.none())
                        .indicators(
                            Indicators.VARIANCE,
                            Indicators.AC1,
                            Indicators.SKEWNESS,
                            Indicators.KURTOSIS,
                            Indicators.MAX,
                            Indicators.GINI)
                        .against(Surrogates.shuffle(59).seed(i))
                        .run()
                        .rising()
                        .isEmpty())
            .count();
    assertTrue(alarms <= 22, "alarms: " + alarms);
  }

  @Test
  void onlyWhatMeasuresSlowingSpeaksForIt() {
    var provenance = survey(noise(60, 4), 9).provenance();
    var shape = List.of("skewness", "lempel_ziv", "permutation_entropy_3_1", "ks_halves");
    assertFalse(new RegionMap(shape, List.of(), provenance).isSlowing());
    assertFalse(new RegionMap(List.of("return_rate"), List.of("ac1"), provenance).isSlowing());
    var falling = new RegionMap(List.of("skewness"), List.of("return_rate"), provenance);
    assertEquals(List.of("return_rate"), falling.slowing());
    assertTrue(falling.words().contains("(return_rate)"), falling.words());
  }
}
