package murmuration.scaling.observational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import murmuration.math.Rng;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class CapabilityAxesTest {
  private static final SimulatedScores SIMULATED = SimulatedModels.of(10, 6).seed(3).simulate();
  private static final CapabilityAxes AXES = CapabilityAxes.of(SIMULATED.scores());

  @Test
  void theFirstAxisIsTheCapabilityBehindTheScores() {
    double rho = new SpearmansCorrelation().correlation(AXES.axis(1), SIMULATED.capability());
    assertTrue(rho > 0.98, "rank correlation " + rho);
    assertTrue(AXES.explainedBy(1) > 0.8);
    assertEquals(1, AXES.explainedBy(8), 1e-12);
  }

  @Test
  void axesAreUncorrelated() {
    assertEquals(0, new PearsonsCorrelation().correlation(AXES.axis(1), AXES.axis(2)), 1e-10);
    assertEquals(0, new PearsonsCorrelation().correlation(AXES.axis(2), AXES.axis(3)), 1e-10);
  }

  @Test
  void theOrderOfModelsDoesNotMatter() {
    int n = AXES.scores().size();
    int[] backwards = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
    var other = CapabilityAxes.of(AXES.scores().rows(backwards));
    assertArrayEquals(AXES.explained(), other.explained(), 1e-6);
    assertEquals(AXES.axis(1)[0], other.axis(1)[n - 1], 1e-6);
  }

  @Test
  void aFamilyOnALineHasItsSlope() {
    double[] compute = {1e20, 1e21, 1e22, 1e20, 1e22, 5e21, Double.NaN};
    double[][] scores = new double[7][];
    double[] ability = {0.2, 0.4, 0.6, 0.3, 0.7, 0.5, 0.1};
    for (int i = 0; i < 7; i++) {
      scores[i] = new double[] {ability[i], ability[i]};
    }
    var names = List.of("a", "b", "c", "d", "e", "f", "g");
    var families = List.of("F", "F", "F", "G", "G", "H", "F");
    var lines =
        CapabilityAxes.of(
                new BenchmarkScores(names, families, compute, List.of("x", "y"), scores, null))
            .families();
    assertEquals(List.of("G", "H"), lines.leftOut());
    var line = lines.line("F");
    assertEquals(3, line.models());
    assertEquals(0.2 * Math.sqrt(2), line.slope(), 1e-12);
    assertEquals(1, line.rSquared(), 1e-12);
    double mean = Arrays.stream(ability).average().orElseThrow();
    assertEquals((0.4 - mean) * Math.sqrt(2), line.intercept(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> lines.line("G"));
  }

  @Test
  void theCommonSlopeIgnoresTheLevelsOfFamilies() {
    double[] x = {1, 2, 3, 1, 2, Double.NaN};
    double[] y = {5, 7, 9, -4, -2, 0};
    var families = List.of("F", "F", "F", "G", "G", "G");
    assertEquals(2, FamilyLines.commonSlope(y, x, families), 1e-14);
    assertTrue(Double.isNaN(FamilyLines.commonSlope(y, x, List.of("a", "b", "c", "d", "e", "f"))));
  }

  @Test
  void bootstrapsAreTheSameForAnyNumberOfThreads() {
    try (var pool = new ForkJoinPool(1)) {
      assertArrayEquals(
          AXES.bootstrap(20, 5).draws(), pool.submit(() -> AXES.bootstrap(20, 5)).join().draws());
      assertArrayEquals(
          AXES.parallel(20, 5).nulls(), pool.submit(() -> AXES.parallel(20, 5)).join().nulls());
    }
  }

  @Test
  void drawingFamiliesIsLessSureThanDrawingModels() {
    var families = AXES.bootstrap(300, 1).explainedBy(1, 0.95);
    var models = AXES.bootstrapModels(300, 1).explainedBy(1, 0.95);
    assertTrue(families.high() - families.low() > models.high() - models.low());
    assertTrue(families.low() < AXES.explainedBy(1) && AXES.explainedBy(1) < families.high());
  }

  @Test
  void theSlopeIsNotBelievedWhereOneFamilyHasIt() {
    var one = AXES.scores().rows(IntStream.range(0, 12).toArray());
    var slope = CapabilityAxes.of(one).bootstrap(200, 2).slope(0.95);
    assertTrue(slope.low() > 0);
  }

  /**
   * Of 60 tables of independent scores at most 10 have p up to 0.05: more by chance 3 times in
   * 10,000. A table of one factor has the least p that there is.
   */
  @Test
  void chanceRarelyGivesALargeFirstAxis() {
    int small = 0;
    for (int t = 0; t < 60; t++) {
      var random = Rng.of(11, t);
      double[][] scores = new double[25][4];
      for (double[] row : scores) {
        Arrays.setAll(row, j -> random.nextDouble());
      }
      var names = IntStream.range(0, 25).mapToObj(i -> "m" + i).toList();
      var axes =
          CapabilityAxes.of(
              new BenchmarkScores(
                  names,
                  Collections.nCopies(25, "F"),
                  random.doubles(25, 1, 2).toArray(),
                  List.of("a", "b", "c", "d"),
                  scores,
                  null));
      small += axes.parallel(99, t).p(1) <= 0.05 ? 1 : 0;
    }
    assertTrue(small <= 10, "small p: " + small);
    assertEquals(0.01, AXES.parallel(99, 1).p(1), 1e-12);
  }
}
