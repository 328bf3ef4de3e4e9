package murmuration.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class VariatesTest {
  private static final int DRAWS = 20_000;

  /** Largest distance of two distribution functions; beyond 2.7/sqrt(n) once in a million. */
  @Test
  void poissonVariatesHaveTheirLawOnBothSidesOfTheChangeOfMethod() {
    for (double mean : new double[] {0.3, 7, 29.9, 30, 1000}) {
      var rng = Rng.of(1);
      var law = new PoissonDistribution(mean);
      long[] drawn = LongStream.range(0, DRAWS).map(i -> Variates.poisson(rng, mean)).toArray();
      int most = (int) LongStream.of(drawn).max().orElseThrow();
      double distance = 0;
      long[] counts = new long[most + 1];
      for (long d : drawn) {
        counts[(int) d]++;
      }
      double below = 0;
      for (int k = 0; k <= most; k++) {
        below += (double) counts[k] / DRAWS;
        distance = Math.max(distance, Math.abs(below - law.cumulativeProbability(k)));
      }
      assertTrue(distance < 2.7 / Math.sqrt(DRAWS), mean + ": " + distance);
    }
  }

  /** Mean and variance of a large mean, each within 5 standard errors. */
  @Test
  void poissonVariatesOfAMillionHaveTheirMeanAndVariance() {
    var rng = Rng.of(2);
    double mean = 1e6;
    double[] z =
        DoubleStream.generate(() -> (Variates.poisson(rng, mean) - mean) / Math.sqrt(mean))
            .limit(DRAWS)
            .toArray();
    double average = DoubleStream.of(z).average().orElseThrow();
    double squares = DoubleStream.of(z).map(x -> x * x).average().orElseThrow();
    assertEquals(0, average, 5 / Math.sqrt(DRAWS));
    assertEquals(1, squares, 5 * Math.sqrt(2.0 / DRAWS));
  }

  /** Kolmogorov-Smirnov: below one in a million once in a million. */
  @Test
  void gammaVariatesHaveTheirLaw() {
    for (double shape : new double[] {1, 2.5, 400}) {
      var rng = Rng.of(3);
      double[] drawn =
          DoubleStream.generate(() -> Variates.gamma(rng, shape)).limit(2000).toArray();
      var law = new GammaDistribution(shape, 1);
      assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(law, drawn) > 1e-6);
    }
  }

  @Test
  void nothingComesOfNothing() {
    assertEquals(0, Variates.poisson(Rng.of(1), 0));
  }
}
