package murmuration.warning.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import murmuration.data.TimeSeries;
import murmuration.math.Bandwidth;
import murmuration.warning.Surrogates;
import org.junit.jupiter.api.Test;

class PotentialAnalysisTest {
  private static WellFinder wells(double depth, double... f) {
    return WellFinder.of(f, depth);
  }

  @Test
  void shallowWellsAreRemovedOneByOne() {
    double[] f = {0, 5, 4, 6, 1, 3, 2.5, 2.9, 0};
    assertEquals(List.of(1, 3, 5, 7), wells(0, f).maxima());
    assertEquals(List.of(2, 4, 6), wells(0, f).minima());
    assertEquals(List.of(1, 3, 5), wells(0.5, f).maxima(), "the drop of 0.4 goes first");
    assertEquals(List.of(3, 5), wells(1.5, f).maxima(), "then that of 1");
    assertEquals(List.of(4), wells(1.5, f).minima());
    assertEquals(List.of(3), wells(2.5, f).maxima());
  }

  @Test
  void aLevelTopCountsOnceAndTheEndsDoNot() {
    assertEquals(List.of(3), wells(0, 0, 1, 2, 2, 2, 1).maxima());
    assertEquals(List.of(), wells(0, 3, 2, 1).maxima());
    assertEquals(List.of(), wells(0, 1, 2, 3).maxima());
    assertEquals(List.of(), wells(0, 1, 1, 1).maxima());
    assertEquals(List.of(2), wells(0, 9, 1, 2, 1, 9).maxima());
  }

  @Test
  void theAreaOfTheDensityIsOneAndThePotentialItsLogarithm() {
    var found =
        PotentialAnalysis.of(
            TimeSeries.of(Samples.ar1(200, 0.3, 2)), PotentialOptions.defaults().noise(0.5));
    double step = found.states()[1] - found.states()[0];
    assertEquals(1, Arrays.stream(found.density()).sum() * step, 1e-12);
    assertEquals(-0.125 * Math.log(found.density()[17]), found.potential()[17], 1e-13);
    assertEquals(1, found.wells().length);
  }

  /** The double well has its wells at -1 and 1 and its barrier at 0. */
  @Test
  void bothStatesOfADoubleWellAreFound() {
    var found =
        PotentialAnalysis.of(
            TimeSeries.of(Samples.doubleWell(3000, 0.6, 3)),
            PotentialOptions.defaults().points(200).noise(0.6));
    double[] at = Arrays.stream(found.wells()).mapToDouble(i -> found.states()[i]).toArray();
    assertArrayEquals(new double[] {-1, 1}, at, 0.15);
    assertEquals(0, found.states()[found.barriers()[0]], 0.15);
    assertEquals(0.25, found.depth(0), 0.1, "U(0) - U(1) of x^4/4 - x^2/2");
    assertEquals(
        0,
        found
            .membership()[
            Arrays.stream(found.series().values())
                .boxed()
                .toList()
                .indexOf(Arrays.stream(found.series().values()).min().orElseThrow())]);
  }

  @Test
  void unitsScaleAndOrderDoesNotMatter() {
    double[] x = Samples.doubleWell(400, 0.6, 3);
    double[] y = new double[400];
    Arrays.setAll(y, i -> 1e200 * x[399 - i]);
    var one = PotentialAnalysis.of(x);
    var other = PotentialAnalysis.of(y);
    assertArrayEquals(one.wells(), other.wells());
    assertEquals(1e200, other.bandwidth() / one.bandwidth(), 1e190);
    assertEquals(1e-200, other.density()[9] / one.density()[9], 1e-210);
  }

  @Test
  void theNullSaysHowOftenRedNoiseHasTwoWells() {
    var shallow = PotentialOptions.defaults().threshold(0.005);
    var red = TimeSeries.of(Samples.ar1(100, 0.95, 12));
    var test = PotentialAnalysis.test(red, shallow, Surrogates.ar1(199).seed(1));
    long two = Arrays.stream(test.nulls()).filter(v -> v >= 2).count();
    assertTrue(two > 20 && two < 120, two + " of 199: red noise has two shallow wells by chance");
    var strict = PotentialAnalysis.test(red, PotentialOptions.defaults(), Surrogates.ar1(199));
    assertTrue(Arrays.stream(strict.nulls()).filter(v -> v >= 2).count() < 10);
  }

  @Test
  void aBistableRecordHasMoreWellsThanItsNull() {
    var bistable = TimeSeries.of(Samples.doubleWell(1000, 0.7, 3));
    var found =
        PotentialAnalysis.test(bistable, PotentialOptions.defaults(), Surrogates.ar1(99).seed(1));
    assertEquals(2, found.observed());
    assertTrue(found.pRight() <= 0.05, found.summary());
  }

  @Test
  void theReportIsShortAndCopiesAreHandedOut() {
    var found = PotentialAnalysis.of(Samples.doubleWell(1000, 0.7, 3));
    assertTrue(found.summary().lines().count() <= 12, found.summary());
    assertTrue(found.summary().contains("wells: 2, at "), found.summary());
    assertEquals(50, found.table().rowCount());
    assertTrue(found.chart().svg().contains("<svg"));
    found.states()[0] = 99;
    found.density()[0] = 99;
    found.potential()[0] = 99;
    found.wells()[0] = 99;
    found.barriers()[0] = 99;
    assertTrue(found.states()[0] < 9 && found.density()[0] < 9 && found.potential()[0] < 9);
    assertTrue(found.wells()[0] < 50 && found.barriers()[0] < 50);
  }

  @Test
  void valuesFarApartHaveAPotentialWithoutEnd() {
    double[] x = new double[20];
    Arrays.setAll(x, i -> i % 2 * 1e6 + i * 1e-9);
    var found = PotentialAnalysis.of(x);
    assertTrue(found.chart().svg().contains("<svg"));
    assertTrue(found.summary().contains("wells: "));
  }

  @Test
  @SuppressWarnings("NullAway")
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PotentialAnalysis.of((double[]) null));
    assertThrows(IllegalArgumentException.class, () -> PotentialAnalysis.of(new double[5]));
    assertThrows(IllegalArgumentException.class, () -> PotentialAnalysis.of(new double[50]));
    var good = TimeSeries.of(Samples.ar1(50, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> PotentialAnalysis.of(good, null));
    var options = PotentialOptions.defaults();
    assertThrows(IllegalArgumentException.class, () -> PotentialAnalysis.test(good, options, null));
    assertThrows(IllegalArgumentException.class, () -> options.points(9));
    assertThrows(IllegalArgumentException.class, () -> options.threshold(-1));
    assertThrows(IllegalArgumentException.class, () -> options.noise(0));
    assertThrows(IllegalArgumentException.class, () -> options.bandwidth((Bandwidth) null));
    var found = PotentialAnalysis.of(good);
    assertThrows(IllegalArgumentException.class, () -> found.depth(7));
  }
}
