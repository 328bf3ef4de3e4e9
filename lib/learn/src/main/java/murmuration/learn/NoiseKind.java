package murmuration.learn;

import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * Six kinds of noise without any transition, on which the false alarms of a detector are counted:
 * each with standard normal innovations but the last, and begun in its stationary state.
 */
public enum NoiseKind {
  /** Independent values. */
  WHITE("white") {
    @Override
    double[] fill(double[] x, RandomGenerator random) {
      return autoregression(x, 0, 0, random::nextGaussian);
    }
  },
  /** {@code x_t = 0.5 x_{t-1} + e_t}. */
  AR1_HALF("AR(1) 0.5") {
    @Override
    double[] fill(double[] x, RandomGenerator random) {
      return autoregression(x, 0.5, 0, random::nextGaussian);
    }
  },
  /** {@code x_t = 0.9 x_{t-1} + e_t}. */
  AR1_LONG("AR(1) 0.9") {
    @Override
    double[] fill(double[] x, RandomGenerator random) {
      return autoregression(x, 0.9, 0, random::nextGaussian);
    }
  },
  /** A damped oscillation of period 8: roots of modulus 0.9 at an angle of pi/4. */
  OSCILLATING("AR(2), period 8") {
    @Override
    double[] fill(double[] x, RandomGenerator random) {
      return autoregression(x, 0.9 * Math.sqrt(2), -0.81, random::nextGaussian);
    }
  },
  /** Power spectrum {@code 1/f}: the filter of Kasdin (1995) with exponent 1, n values burnt. */
  PINK("pink, 1/f") {
    @Override
    double[] fill(double[] x, RandomGenerator random) {
      return powerLaw(x, 1, random);
    }
  },
  /** {@code x_t = 0.5 x_{t-1} + e_t}, e with Student's t law of 3 degrees of freedom. */
  HEAVY_TAILED("AR(1) 0.5, t3") {
    @Override
    double[] fill(double[] x, RandomGenerator random) {
      return autoregression(x, 0.5, 0, () -> student3(random));
    }
  };

  private static final int BURNT = 500;
  private static final int LONGEST = 10_000;

  private final String label;

  NoiseKind(String label) {
    this.label = label;
  }

  /** A source of innovations. */
  interface Innovations {
    double next();
  }

  abstract double[] fill(double[] x, RandomGenerator random);

  /** Its name in tables and figures. */
  public String label() {
    return label;
  }

  /**
   * Draws a series.
   *
   * @param n length, 1 to 10,000
   * @param random the only source of chance
   */
  public double[] draw(int n, RandomGenerator random) {
    Arguments.require(n >= 1 && n <= LONGEST, "n is %d: expected 1 to %d", n, LONGEST);
    Arguments.present("random", random);
    return fill(new double[n], random);
  }

  /** {@code x_t = a x_{t-1} + b x_{t-2} + e_t} after a burn-in. */
  static double[] autoregression(double[] x, double a, double b, Innovations e) {
    double before = 0;
    double now = 0;
    for (int t = -BURNT; t < x.length; t++) {
      double next = a * now + b * before + e.next();
      before = now;
      now = next;
      if (t >= 0) {
        x[t] = next;
      }
    }
    return x;
  }

  /** Noise of spectrum {@code f^-exponent}: {@code h_k = h_{k-1} (k - 1 + exponent/2)/k}. */
  static double[] powerLaw(double[] x, double exponent, RandomGenerator random) {
    int n = x.length;
    double[] h = new double[2 * n];
    double[] e = new double[2 * n];
    h[0] = 1;
    for (int k = 0; k < 2 * n; k++) {
      h[k] = k == 0 ? 1 : h[k - 1] * (k - 1 + exponent / 2) / k;
      e[k] = random.nextGaussian();
    }
    for (int t = 0; t < n; t++) {
      double sum = 0;
      for (int k = 0; k <= n + t; k++) {
        sum += h[k] * e[n + t - k];
      }
      x[t] = sum;
    }
    return x;
  }

  /** A normal over the root of a mean of three squares of normals. */
  static double student3(RandomGenerator random) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double z = random.nextGaussian();
      squares += z * z;
    }
    return random.nextGaussian() / Math.sqrt(squares / 3);
  }

  @Override
  public String toString() {
    return label;
  }
}
