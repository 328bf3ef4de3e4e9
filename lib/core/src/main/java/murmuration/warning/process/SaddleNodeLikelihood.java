package murmuration.warning.process;

import murmuration.math.Interruption;
import murmuration.math.Lbfgs;

/**
 * Minus the log-likelihood of a linear saddle-node process as a function of sqrt(R) at the first
 * and the last time, as logarithms, with its gradient. The best sigma given the rest has a closed
 * form; the best theta is found by Newton's method, as the integrals do not depend on it; so two of
 * four parameters are left to search, and by the envelope theorem their gradient needs no
 * derivative of the other two.
 */
final class SaddleNodeLikelihood implements Lbfgs.Objective {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final double LEAST_LEVEL = 1e-3;
  private static final int ROUNDS = 100;
  private static final int HALVINGS = 25;
  private static final double SCALE = Math.log(3000);
  private static final double TINY = 1e-150;
  private static final double HUGE = 1e150;

  private final Increments steps;
  private final VarianceEquation equation;
  private final SaddleNodeStep step;
  private final int n;
  private final double[] startShare;
  private final double[] endShare;
  private final double[] lost;
  private final double[] drift;
  private final double[] base;
  private final double[] slope;
  private final double[][] lostBy;
  private final double[][] driftBy;
  private final double[][] baseBy;
  private final double[][] slopeBy;
  private final double leastLevel;
  private final double givenTheta;
  private final double givenSigma2;
  private double theta;
  private double sigma2;
  private double first;
  private double second;

  SaddleNodeLikelihood(Increments steps, VarianceEquation equation) {
    this(steps, equation, Double.NaN, Double.NaN);
  }

  /** With theta, or sigma, given: NaN leaves it free. */
  SaddleNodeLikelihood(Increments steps, VarianceEquation equation, double theta, double sigma) {
    this.steps = steps;
    this.equation = equation;
    givenTheta = theta;
    givenSigma2 = sigma * sigma;
    step = new SaddleNodeStep(equation);
    n = steps.size();
    startShare = new double[n];
    endShare = new double[n];
    lost = new double[n];
    drift = new double[n];
    base = new double[n];
    slope = new double[n];
    lostBy = new double[2][n];
    driftBy = new double[2][n];
    baseBy = new double[2][n];
    slopeBy = new double[2][n];
    for (int i = 0; i < n; i++) {
      startShare[i] = steps.start()[i] / steps.span();
      endShare[i] = i == n - 1 ? 1 : (steps.start()[i] + steps.length()[i]) / steps.span();
    }
    leastLevel = LEAST_LEVEL * steps.range();
  }

  /** The process at the best theta and sigma of the last {@link #value} at these roots. */
  LinearSaddleNode process(double[] logRoots) {
    double r0 = Math.exp(2 * logRoots[0]);
    double r1 = Math.exp(2 * logRoots[1]);
    return new LinearSaddleNode(r0, (r1 - r0) / steps.span(), theta, Math.sqrt(sigma2), equation);
  }

  @Override
  public double value(double[] logRoots, double[] gradient) {
    Interruption.check("a likelihood");
    double r0 = Math.exp(2 * logRoots[0]);
    double r1 = Math.exp(2 * logRoots[1]);
    integrate(r0, r1);
    double least = Math.exp(Math.min(logRoots[0], logRoots[1]));
    boolean free = Double.isNaN(givenTheta);
    if (!free && givenTheta + least < leastLevel) {
      return Double.POSITIVE_INFINITY;
    }
    double value = free ? minimizeTheta(least) : at(givenTheta);
    gradient[0] = derivative(0);
    gradient[1] = derivative(1);
    if (free) {
      // At the least level theta moves with the lower root; elsewhere this is 0.
      gradient[logRoots[0] <= logRoots[1] ? 0 : 1] -= first * least;
    }
    return value;
  }

  private void integrate(double r0, double r1) {
    for (int i = 0; i < n; i++) {
      double a = Math.sqrt(r0 * (1 - startShare[i]) + r1 * startShare[i]);
      double b = Math.sqrt(r0 * (1 - endShare[i]) + r1 * endShare[i]);
      step.integrate(a, b, steps.length()[i], true);
      lost[i] = step.lost;
      drift[i] = step.drift;
      base[i] = step.base;
      slope[i] = step.slope;
      for (int k = 0; k < 2; k++) {
        double byA = k == 0 ? r0 * (1 - startShare[i]) / a : r1 * startShare[i] / a;
        double byB = k == 0 ? r0 * (1 - endShare[i]) / b : r1 * endShare[i] / b;
        lostBy[k][i] = step.lostA * byA + step.lostB * byB;
        driftBy[k][i] = step.driftA * byA + step.driftB * byB;
        baseBy[k][i] = step.baseA * byA + step.baseB * byB;
        slopeBy[k][i] = step.slopeA * byA + step.slopeB * byB;
      }
    }
  }

  private double residual(int i) {
    return steps.to()[i] - steps.from()[i] - (theta - steps.from()[i]) * lost[i] - drift[i];
  }

  /** Minus the log-likelihood at theta, with its first and second derivative by theta. */
  private double at(double level) {
    theta = level;
    double squares = 0;
    double squares1 = 0;
    double squares2 = 0;
    double logs = 0;
    double product = 1;
    double logs1 = 0;
    double logs2 = 0;
    for (int i = 0; i < n; i++) {
      double v = 1 / (base[i] + theta * slope[i]);
      double q = slope[i] * v;
      double r = residual(i);
      double rv = r * v;
      squares += r * rv;
      squares1 -= rv * (2 * lost[i] + r * q);
      squares2 += 2 * v * (lost[i] + r * q) * (lost[i] + r * q);
      product *= v;
      if (!(product > TINY && product < HUGE)) {
        logs -= Math.log(product);
        product = 1;
      }
      logs1 += q;
      logs2 -= q * q;
    }
    logs -= Math.log(product);
    boolean free = Double.isNaN(givenSigma2);
    sigma2 = free ? squares / n : givenSigma2;
    first = 0.5 * (squares1 / sigma2 + logs1);
    second = 0.5 * (squares2 / sigma2 + logs2);
    if (free) {
      second -= 0.5 * n * (squares1 / squares) * (squares1 / squares);
    }
    double value = 0.5 * (n * (LOG_TWO_PI + Math.log(sigma2)) + logs + squares / sigma2);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /**
   * The best theta, from the best weighted by its variance at a large one, and from the lowest
   * point of a coarse scale down to the least level.
   */
  private double minimizeTheta(double least) {
    double bottom = Math.log(leastLevel);
    double low = Double.POSITIVE_INFINITY;
    double start = 0;
    for (double z = bottom; z < bottom + SCALE; z += 1.15) {
      double value = at(Math.exp(z) - least);
      if (value < low) {
        low = value;
        start = z;
      }
    }
    double level = Math.log(Math.max(weighted() + least, leastLevel));
    if (at(Math.exp(level) - least) < low) {
      return descend(level, least);
    }
    return descend(start, least);
  }

  /** Newton's method in the logarithm z of the lowest level, sqrt(R) + theta. */
  private double descend(double start, double least) {
    double bottom = Math.log(leastLevel);
    double z = start;
    double value = at(Math.exp(z) - least);
    for (int round = 0; round < ROUNDS; round++) {
      Interruption.check("a likelihood");
      double level = theta + least;
      double down = first * level;
      if (Math.abs(down) <= 1e-9 || (z == bottom && down > 0)) {
        break;
      }
      double bend = second * level * level + down;
      double move = Math.clamp(-down / (bend > 0 ? bend : Math.abs(bend) + Math.abs(down)), -2, 2);
      double to = Math.max(z + move, bottom);
      double next = at(Math.exp(to) - least);
      for (int i = 0; i < HALVINGS && !(next <= value); i++) {
        to = z + 0.3 * (to - z);
        next = at(Math.exp(to) - least);
      }
      if (!(next < value)) {
        return at(Math.exp(z) - least);
      }
      z = to;
      value = next;
    }
    return value;
  }

  /** Theta by least squares weighted with the variances at a large theta. */
  private double weighted() {
    double top = 0;
    double bottom = 0;
    theta = 0;
    for (int i = 0; i < n; i++) {
      double w = lost[i] / slope[i];
      top += w * residual(i);
      bottom += w * lost[i];
    }
    return top / bottom;
  }

  private double derivative(int k) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double v = 1 / (base[i] + theta * slope[i]);
      double r = residual(i);
      double byMean = -(theta - steps.from()[i]) * lostBy[k][i] - driftBy[k][i];
      double byV = (baseBy[k][i] + theta * slopeBy[k][i]) * v;
      double scaled = r * v / sigma2;
      sum += scaled * (byMean - 0.5 * r * byV) + 0.5 * byV;
    }
    return sum;
  }
}
