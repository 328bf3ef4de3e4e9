package murmuration.warning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EquilibriumTest {
  @Test
  void oneComponentIsAnOrnsteinUhlenbeckProcess() {
    var rest = new DoubleWell(0, 0.1).equilibrium();
    assertEquals(-1, rest.state()[0], 1e-12);
    assertEquals(-2, rest.eigenvalue(), 1e-10);
    assertEquals(0.1 / 2, rest.sd(), 1e-10);
    assertEquals(Math.exp(-2 * 0.7), rest.ac(0.7), 1e-10);
    assertEquals(1, rest.ac(0));
  }

  @Test
  void aMapIsAnAutoregression() {
    // around x = k without harvest: x' = k + (1 - r)(x - k) + k sigma z
    var rest = new RickerHarvest().with("r", 1.5).equilibrium();
    assertEquals(-0.5, rest.eigenvalue(), 1e-10);
    assertEquals(10 * 0.02 / Math.sqrt(1 - 0.25), rest.sd(), 1e-9);
    assertEquals(-0.125, rest.ac(3), 1e-9);
    assertEquals(0.01 / 0.01, rest.ac(0), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> rest.ac(0.5));
  }

  @Test
  void twoComponentsSolveLyapunovsEquation() {
    var rest = new RosenzweigMacArthur().equilibrium();
    double[] j = rest.jacobian();
    double[] c = rest.covariance();
    double[] q = {1e-4, 0, 0, 1e-4};
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 2; k++) {
        double sum = q[i * 2 + k];
        for (int l = 0; l < 2; l++) {
          sum += j[i * 2 + l] * c[l * 2 + k] + c[i * 2 + l] * j[k * 2 + l];
        }
        assertEquals(0, sum, 1e-14);
      }
    }
    assertEquals(0, rest.jacobian()[3], 1e-9, "the predator's isocline is vertical");
  }

  @Test
  void simulationFluctuatesAsTheLinearTheorySays() {
    // 4000 nearly independent samples: sd of the sample sd is 1.1 %, of acf1 0.016;
    // bounds of 4 sd and the bias of dt = 0.01, false-alarm rate below 1e-3
    var model = new RosenzweigMacArthur().with("sigma", 0.002);
    var rest = model.equilibrium();
    double[] x = model.unforced().duration(8000).every(2).step(0.01).simulate(5).state();
    double mean = Arrays.stream(x).average().orElseThrow();
    double squares = 0;
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      squares += (x[i] - mean) * (x[i] - mean);
      products += i == 0 ? 0 : (x[i] - mean) * (x[i - 1] - mean);
    }
    assertEquals(1, Math.sqrt(squares / (x.length - 1)) / rest.sd(), 0.06);
    assertEquals(rest.ac(2), products / squares, 0.07);
  }

  @Test
  void theTopOfTheBarrierIsUnstableAndHasNoSpread() {
    var top = new DoubleWell().equilibriumNear(0.01);
    assertFalse(top.isStable());
    assertEquals(1, top.eigenvalue(), 1e-10);
    assertTrue(Double.isNaN(top.sd()));
    assertTrue(Double.isNaN(top.ac(1)));
  }

  @Test
  void daisiesHoldTheTemperature() {
    var world = new Daisyworld();
    double[] areas = world.equilibriumNear(0.4, 0.3).state();
    assertEquals(0.4021, areas[0], 1e-4);
    assertEquals(0.2713, areas[1], 1e-4);
    assertEquals(21.846, world.temperature(areas[0], areas[1]), 1e-3);
    double[] grown = world.unforced().duration(500).simulate(1).states()[499];
    assertArrayEquals(areas, grown, 1e-6);
    assertThrows(IllegalArgumentException.class, () -> world.temperature(0.8, 0.3));
  }

  @Test
  void chaosHasNoEquilibriumToShow() {
    var e =
        assertThrows(IllegalArgumentException.class, new Lorenz63().with("rho", 28)::equilibrium);
    assertTrue(String.valueOf(e.getMessage()).contains("no equilibrium"));
    assertThrows(IllegalArgumentException.class, () -> new Lorenz63().equilibriumNear(1, 2));
  }

  @Test
  void saysWhatItIs() {
    var rest = new RosenzweigMacArthur().equilibrium();
    assertTrue(rest.summary().contains("stable: x = 0.8333, y = 0.4248"), rest.summary());
    assertEquals(6, rest.table().rowCount());
  }
}
