package murmuration.warning.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleWellTest {
  @Test
  void theRateOfEscapeIsThatOfKramers() {
    for (double sigma : new double[] {0.1, 0.3, 0.5}) {
      double expected = Math.sqrt(2) / (2 * Math.PI) * Math.exp(-1 / (2 * sigma * sigma));
      assertEquals(1, new DoubleWell(0, sigma).escapeRate(false) / expected, 1e-12);
      assertEquals(1, new DoubleWell(0, sigma).escapeRate(true) / expected, 1e-12);
    }
    var tilted = new DoubleWell(0.2, 0.3);
    assertTrue(tilted.escapeRate(false) > 20 * tilted.escapeRate(true));
    assertEquals(tilted.escapeRate(false), new DoubleWell(-0.2, 0.3).escapeRate(true), 1e-12);
    assertTrue(Double.isNaN(new DoubleWell(0.4, 0.3).escapeRate(true)));
  }

  @Test
  void simulatedEscapesHaveTheExactRateAndKramersIsItsLimit() {
    double sigma = 0.35;
    double exact = 1 / meanPassage(sigma);
    double kramers = new DoubleWell(0, sigma).escapeRate(false);
    assertEquals(1.139, kramers / exact, 1e-3);
    assertEquals(1.0335, new DoubleWell(0, 0.2).escapeRate(false) * meanPassage(0.2), 1e-3);
    var runs =
        new DoubleWell(0, sigma).unforced().burnIn(0).duration(400).every(1, 50).simulate(400, 11);
    double escapes = 0;
    double exposure = 0;
    for (double passage : runs.firstPassages(1)) {
      escapes += Double.isNaN(passage) ? 0 : 1;
      exposure += Double.isNaN(passage) ? 400 : passage;
    }
    // escapes are nearly Poisson: 3.3 sd, false-alarm rate 1e-3, and 2 % for dt and sampling
    double slack = 3.3 / Math.sqrt(escapes) + 0.02;
    assertTrue(escapes > 250, escapes + " escapes");
    assertEquals(1, escapes / exposure / exact, slack);
  }

  /** Mean time from -1 to 1: {@code 2/sigma^2 int e^(2U(y)/s^2) int_-inf^y e^(-2U(z)/s^2)}. */
  private static double meanPassage(double sigma) {
    double step = 1e-3;
    double inner = 0;
    double sum = 0;
    for (double y = -3 + step / 2; y < 1; y += step) {
      double u = y * y * y * y / 4 - y * y / 2;
      double weight = Math.exp(-2 * u / (sigma * sigma)) * step;
      inner += weight / 2;
      sum += y > -1 ? Math.exp(2 * u / (sigma * sigma)) * inner * step : 0;
      inner += weight / 2;
    }
    return 2 / (sigma * sigma) * sum;
  }

  @Test
  void theLandscapeHasTwoCupsAndTheQuarticPotential() {
    var landscape = StabilityLandscape.of(new DoubleWell(), -1.6, 1.6);
    assertEquals(-1, landscape.cups()[0], 1e-12);
    assertEquals(1, landscape.cups()[1], 1e-12);
    assertEquals(0, landscape.barriers()[0], 1e-12);
    assertEquals(0.25, landscape.at(0), 1e-10);
    assertEquals(0.25 + 1.5 * 1.5 * (1.5 * 1.5 / 4 - 0.5), landscape.at(1.5), 1e-6);
    assertTrue(landscape.summary().contains("2 cups: -1, 1"), landscape.summary());
    assertEquals(6, landscape.table().rowCount());
    assertEquals(1, StabilityLandscape.of(new DoubleWell(0.5, 0.1), -2, 2).cups().length);
  }
}
