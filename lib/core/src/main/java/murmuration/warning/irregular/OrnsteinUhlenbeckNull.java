package murmuration.warning.irregular;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.data.TimeSeries;
import murmuration.math.Digits;
import murmuration.warning.NullModel;
import murmuration.warning.process.OrnsteinUhlenbeck;
import murmuration.warning.process.OrnsteinUhlenbeckFit;

/**
 * A stable state with noise at the record's own times: AR(1) in continuous time, exact at each step
 * whatever its length, started from its stationary law (Robinson 1977; Mudelsee 2002).
 */
final class OrnsteinUhlenbeckNull implements NullModel {
  private final OrnsteinUhlenbeck process;
  private final double[] factor;
  private final double[] spread;

  private OrnsteinUhlenbeckNull(OrnsteinUhlenbeck process, double[] t) {
    this.process = process;
    factor = new double[t.length];
    spread = new double[t.length];
    Arrays.fill(spread, Math.sqrt(process.stationaryVariance()));
    for (int i = 1; i < t.length; i++) {
      double d = t[i] - t[i - 1];
      factor[i] = Math.exp(-process.rate() * d);
      spread[i] *= Math.sqrt(-Math.expm1(-2 * process.rate() * d));
    }
  }

  static OrnsteinUhlenbeckNull fit(TimeSeries residual) {
    return new OrnsteinUhlenbeckNull(OrnsteinUhlenbeckFit.of(residual).process(), residual.times());
  }

  @Override
  public int size() {
    return factor.length;
  }

  @Override
  public void fill(RandomGenerator random, double[] out) {
    double d = 0;
    for (int i = 0; i < out.length; i++) {
      d = factor[i] * d + spread[i] * random.nextGaussian();
      out[i] = process.theta() + d;
    }
  }

  @Override
  public String words() {
    return "red noise at the record's own times (Ornstein-Uhlenbeck) with time scale "
        + Digits.of(process.timeScale(), 4)
        + " and standard deviation "
        + Digits.of(Math.sqrt(process.stationaryVariance()), 4);
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of("rate", process.rate(), "theta", process.theta(), "sigma", process.sigma());
  }
}
