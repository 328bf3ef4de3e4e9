package murmuration.icl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import murmuration.math.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class ZipfClassesTest {
  @Test
  void withoutAnExponentAllClassesAreAlike() {
    var classes = ZipfClasses.of(100, 0);
    assertEquals(0.01, classes.probabilities()[0], 1e-15);
    assertEquals(Math.log(100), classes.entropy(), 1e-12);
    assertEquals(0.1, classes.topMass(10), 1e-12);
  }

  @Property(tries = 100)
  void chancesFallAsThePowerOfTheRankAndAddUpToOne(
      @ForAll @IntRange(min = 1, max = 500) int count,
      @ForAll @DoubleRange(min = 0, max = 5) double alpha) {
    double[] p = ZipfClasses.of(count, alpha).probabilities();
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += p[k];
      assertEquals(p[0] * Math.pow(k + 1, -alpha), p[k], 1e-12 * p[0]);
    }
    assertEquals(1, sum, 1e-12);
  }

  /** A chi-squared test that a right sampler fails once in 10,000. */
  @Test
  void drawsFollowTheChances() {
    for (double alpha : new double[] {0, 1, 2.5}) {
      var classes = ZipfClasses.of(20, alpha);
      var random = Rng.of(7);
      int n = 200_000;
      long[] counts = new long[20];
      for (int i = 0; i < n; i++) {
        counts[classes.draw(random)]++;
      }
      double[] p = classes.probabilities();
      double chi = 0;
      for (int k = 0; k < 20; k++) {
        chi += (counts[k] - n * p[k]) * (counts[k] - n * p[k]) / (n * p[k]);
      }
      assertTrue(
          chi < new ChiSquaredDistribution(19).inverseCumulativeProbability(0.9999), "" + chi);
    }
  }

  @Test
  void theExponentIsFoundAgain() {
    var classes = ZipfClasses.of(50, 1.3);
    var random = Rng.of(3);
    long[] counts = new long[50];
    for (int i = 0; i < 50_000; i++) {
      counts[classes.draw(random)]++;
    }
    var found = ZipfExponent.of(counts);
    assertEquals(1.3, found.exponent(), 4 * found.standardError());
    assertTrue(found.standardError() < 0.01);
  }

  /** The standard error is that of estimates from fresh draws; to 4 sd of a sample sd. */
  @Test
  void theStandardErrorIsTheSpreadOfEstimates() {
    var classes = ZipfClasses.of(30, 0.8);
    int runs = 400;
    double[] found = new double[runs];
    double error = 0;
    for (int r = 0; r < runs; r++) {
      var random = Rng.of(5, r);
      long[] counts = new long[30];
      for (int i = 0; i < 1000; i++) {
        counts[classes.draw(random)]++;
      }
      var fit = ZipfExponent.of(counts);
      found[r] = fit.exponent();
      error += fit.standardError() / runs;
    }
    double sd = murmuration.math.SampleMean.of(found).sd();
    assertEquals(1, sd / error, 4 / Math.sqrt(2.0 * runs));
  }

  @Test
  void anExponentAtTheEndOfItsRangeHasNoStandardError() {
    var low = ZipfExponent.of(1, 2, 3);
    assertEquals(0, low.exponent());
    assertTrue(Double.isNaN(low.standardError()));
    assertTrue(low.summary().contains("no standard error"));
    assertEquals(5, ZipfExponent.of(100, 0, 0).exponent());
  }

  @Test
  void countsThatTellNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ZipfExponent.of(0, 0));
    assertThrows(IllegalArgumentException.class, () -> ZipfExponent.of(3));
    assertThrows(IllegalArgumentException.class, () -> ZipfExponent.of(3, -1));
  }
}
