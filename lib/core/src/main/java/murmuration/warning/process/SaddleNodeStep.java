package murmuration.warning.process;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The integrals of one step of a linear saddle-node process, and their derivatives.
 *
 * <p>Let a and b be sqrt(R) at the ends of a step of length D. With sqrt(R) as the variable of
 * integration, {@code s = a + (b-a) z}, z from 0 to 1, time runs as {@code du = 2 s D/(a+b) dz},
 * and the integral of {@code 2 sqrt(R)} from u to the end is {@code y(z) = (4/3) D (1-z) (b^2 + b s
 * + s^2)/(a+b)}: polynomials, so that nothing is singular at R = 0 and nothing cancels at m = 0.
 * Two of the integrals are exact ({@code int 2 sqrt(R) e^-y du = 1 - e^-y(0)}, likewise for the
 * variance), a third follows by parts; the Gauss-Legendre rule is left with {@code int e^-y dz} and
 * {@code int e^-ky du}. A step that forgets its start is split where y is 4, 10, 20 and 40.
 */
final class SaddleNodeStep {
  private static final int ORDER = 12;
  private static final double[] NODES = new double[ORDER];
  private static final double[] WEIGHTS = new double[ORDER];
  private static final double[] SPLITS = {4, 10, 20, 40};

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendreHighPrecision(ORDER);
    for (int i = 0; i < ORDER; i++) {
      NODES[i] = 0.5 + 0.5 * rule.getPoint(i);
      WEIGHTS[i] = 0.5 * rule.getWeight(i);
    }
  }

  private final int rates;
  private double a;
  private double b;
  private double length;
  private double exponentA;
  private double exponentB;
  private double sum;
  private double sumA;
  private double sumB;

  /** {@code e^-y(0)}: what is left of the state. */
  double decay;

  /** {@code 1 - decay}, the weight of theta in the mean, with its derivatives by a and b. */
  double lost;

  double lostA;
  double lostB;

  /** What sqrt(R) adds to the mean, with its derivatives. */
  double drift;

  double driftA;
  double driftB;

  /** The variance for sigma = 1 is {@code base + theta slope}; with their derivatives. */
  double base;

  double baseA;
  double baseB;
  double slope;
  double slopeA;
  double slopeB;

  SaddleNodeStep(VarianceEquation equation) {
    rates = equation.rates();
  }

  /** Integrates a step of length {@code d} from sqrt(R) = {@code from} to {@code to}. */
  void integrate(double from, double to, double d, boolean derivatives) {
    a = from;
    b = to;
    length = d;
    double scale = 4 * d / (3 * (a + b));
    double h = a * a + a * b + b * b;
    double y = scale * h;
    exponentA = scale * (2 * a + b - h / (a + b));
    exponentB = scale * (a + 2 * b - h / (a + b));
    decay = Math.exp(-y);
    lost = -Math.expm1(-y);
    base = -Math.expm1(-rates * y) / (2 * rates);
    sum = 0;
    sumA = 0;
    sumB = 0;
    slope = 0;
    slopeA = 0;
    slopeB = 0;
    panels(y, derivatives);
    drift = a * lost + (b - a) * (1 - sum);
    if (derivatives) {
      lostA = decay * exponentA;
      lostB = decay * exponentB;
      driftA = lost + a * lostA - (1 - sum) - (b - a) * sumA;
      driftB = a * lostB + (1 - sum) - (b - a) * sumB;
      double left = rates == 2 ? decay * decay : decay;
      baseA = 0.5 * left * exponentA;
      baseB = 0.5 * left * exponentB;
    }
  }

  private void panels(double y, boolean derivatives) {
    double end = 0;
    for (double split : SPLITS) {
      if (y <= 1.5 * split) {
        panel(end, 1, derivatives);
        return;
      }
      double start = remaining(split / y);
      panel(end, start, derivatives);
      end = start;
    }
  }

  /** 1 - z where y is this share of y(0). */
  private double remaining(double share) {
    double h = a * a + a * b + b * b;
    double s = Math.cbrt(b * b * b * (1 - share) + a * a * a * share);
    return h * share / (b * b + b * s + s * s);
  }

  /** Adds the part with 1 - z between {@code low} and {@code high}. */
  private void panel(double low, double high, boolean derivatives) {
    double total = a + b;
    double scale = 4 * length / (3 * total);
    for (int i = 0; i < ORDER; i++) {
      double back = low + (high - low) * NODES[i];
      double z = 1 - back;
      double s = a * back + b * z;
      double h = b * b + b * s + s * s;
      double left = Math.exp(-scale * back * h);
      double weight = WEIGHTS[i] * (high - low);
      double time = 2 * s * length / total;
      double squared = rates == 2 ? left * left : left;
      sum += weight * left;
      slope += weight * squared * time;
      if (derivatives) {
        double yA = scale * back * ((b + 2 * s) * back - h / total);
        double yB = scale * back * (2 * b + s + (b + 2 * s) * z - h / total);
        sumA -= weight * left * yA;
        sumB -= weight * left * yB;
        double timeA = (2 * back * length - time) / total;
        double timeB = (2 * z * length - time) / total;
        slopeA += weight * squared * (timeA - rates * yA * time);
        slopeB += weight * squared * (timeB - rates * yB * time);
      }
    }
  }
}
