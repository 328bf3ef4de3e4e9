package murmuration.scaling.pass;

import java.util.List;
import murmuration.math.Interruption;
import murmuration.math.Polygamma;
import murmuration.scaling.pass.PassCounts.Group;
import org.apache.commons.math3.special.Gamma;

/**
 * Maximum of the beta-binomial likelihood in {@code (u, v) = (ln alpha, ln beta)} by Newton's
 * method with the exact second derivatives, items with the same counts taken together. Where the
 * surface is not concave a multiple of the identity is added, and steps are halved until the
 * likelihood does not fall.
 */
final class BetaNewton {
  static final double LOW = Math.log(1e-9);
  static final double HIGH = Math.log(1e9);
  private static final int STEPS = 200;
  private static final double LONGEST = 2;
  private static final double SETTLED = 1e-18;

  private final List<Group> groups;
  private final double[] at;
  private double gradientU;
  private double gradientV;
  private double uu;
  private double uv;
  private double vv;
  private int steps;

  private BetaNewton(List<Group> groups, double[] start) {
    this.groups = groups;
    this.at = start;
  }

  /**
   * Where a search ended.
   *
   * @param free ln alpha and ln beta
   * @param information minus the second derivatives there
   * @param steps steps taken
   * @param inside whether it lies inside the range that is searched
   */
  record Top(double[] free, double[][] information, int steps, boolean inside) {}

  static Top of(List<Group> groups) {
    var search = new BetaNewton(groups, start(groups));
    search.climb();
    double[] at = search.at;
    boolean inside = Math.min(at[0], at[1]) > LOW + 1e-6 && Math.max(at[0], at[1]) < HIGH - 1e-6;
    double[][] information = {{-search.uu, -search.uv}, {-search.uv, -search.vv}};
    return new Top(at.clone(), information, search.steps, inside);
  }

  /** By the mean and the variance of the rates, less what sampling adds. */
  private static double[] start(List<Group> groups) {
    double items = 0;
    double sum = 0;
    double squares = 0;
    double inverse = 0;
    for (Group g : groups) {
      double rate = (double) g.passes() / g.samples();
      items += g.items();
      sum += g.items() * rate;
      squares += g.items() * rate * rate;
      inverse += g.items() / (double) g.samples();
    }
    double mean = Math.clamp(sum / items, 1e-9, 1 - 1e-9);
    double variance = squares / items - mean * mean;
    double noise = mean * (1 - mean) * inverse / items;
    double spread = Math.max(variance - noise, 1e-3 * noise + 1e-12);
    double total = Math.clamp(mean * (1 - mean) / spread - 1, 1e-2, 1e6);
    return new double[] {Math.log(mean * total), Math.log((1 - mean) * total)};
  }

  private void climb() {
    double height = height(at[0], at[1]);
    double extra = 0;
    for (steps = 0; steps < STEPS; steps++) {
      Interruption.check("the beta-binomial fit");
      derivatives();
      double scale = Math.max(Math.abs(uu), Math.abs(vv));
      double a = -uu + extra;
      double c = -vv + extra;
      while (!(a > 0 && a * c - uv * uv > 1e-12 * a * c)) {
        extra = Math.max(2 * extra, 1e-3 * scale + 1e-12);
        a = -uu + extra;
        c = -vv + extra;
      }
      double determinant = a * c - uv * uv;
      double stepU = (c * gradientU + uv * gradientV) / determinant;
      double stepV = (uv * gradientU + a * gradientV) / determinant;
      double gain = stepU * gradientU + stepV * gradientV;
      double length = Math.min(1, LONGEST / Math.max(Math.abs(stepU), Math.abs(stepV)));
      if (gain < SETTLED * (1 + Math.abs(height)) && extra == 0) {
        move(stepU * length, stepV * length);
        derivatives();
        return;
      }
      double next = Double.NEGATIVE_INFINITY;
      double u = at[0];
      double v = at[1];
      for (int halving = 0; halving < 40; halving++, length /= 2) {
        u = Math.clamp(at[0] + length * stepU, LOW, HIGH);
        v = Math.clamp(at[1] + length * stepV, LOW, HIGH);
        next = height(u, v);
        if (next >= height) {
          break;
        }
      }
      if (!(next >= height) || (u == at[0] && v == at[1])) {
        return;
      }
      extra /= 8;
      extra = extra < 1e-9 * scale ? 0 : extra;
      height = next;
      at[0] = u;
      at[1] = v;
    }
    derivatives();
  }

  private void move(double u, double v) {
    at[0] = Math.clamp(at[0] + u, LOW, HIGH);
    at[1] = Math.clamp(at[1] + v, LOW, HIGH);
  }

  /** The log-likelihood without what does not depend on the parameters. */
  private double height(double u, double v) {
    double alpha = Math.exp(u);
    double beta = Math.exp(v);
    double sum = 0;
    int items = 0;
    int samples = -1;
    double ofAll = 0;
    for (Group g : groups) {
      if (g.samples() != samples) {
        samples = g.samples();
        ofAll = Gamma.logGamma(alpha + beta + samples);
      }
      int failures = samples - g.passes();
      double passed = g.passes() == 0 ? 0 : Gamma.logGamma(alpha + g.passes());
      double failed = failures == 0 ? 0 : Gamma.logGamma(beta + failures);
      sum += g.items() * (passed + failed - ofAll);
      items += g.items();
      sum -= g.passes() == 0 ? 0 : g.items() * Gamma.logGamma(alpha);
      sum -= failures == 0 ? 0 : g.items() * Gamma.logGamma(beta);
    }
    return sum + items * Gamma.logGamma(alpha + beta);
  }

  private void derivatives() {
    double alpha = Math.exp(at[0]);
    double beta = Math.exp(at[1]);
    double a1 = 0;
    double a2 = 0;
    double b1 = 0;
    double b2 = 0;
    double t1 = 0;
    double t2 = 0;
    double alpha1 = Polygamma.digamma(alpha);
    double alpha2 = Polygamma.trigamma(alpha);
    double beta1 = Polygamma.digamma(beta);
    double beta2 = Polygamma.trigamma(beta);
    double all1 = Polygamma.digamma(alpha + beta);
    double all2 = Polygamma.trigamma(alpha + beta);
    int samples = -1;
    double ofAll1 = 0;
    double ofAll2 = 0;
    for (Group g : groups) {
      int n = g.items();
      if (g.samples() != samples) {
        samples = g.samples();
        ofAll1 = Polygamma.digamma(alpha + beta + samples) - all1;
        ofAll2 = Polygamma.trigamma(alpha + beta + samples) - all2;
      }
      t1 += n * ofAll1;
      t2 += n * ofAll2;
      int failures = samples - g.passes();
      if (g.passes() > 0) {
        a1 += n * (Polygamma.digamma(alpha + g.passes()) - alpha1);
        a2 += n * (Polygamma.trigamma(alpha + g.passes()) - alpha2);
      }
      if (failures > 0) {
        b1 += n * (Polygamma.digamma(beta + failures) - beta1);
        b2 += n * (Polygamma.trigamma(beta + failures) - beta2);
      }
    }
    gradientU = alpha * (a1 - t1);
    gradientV = beta * (b1 - t1);
    uu = alpha * alpha * (a2 - t2) + gradientU;
    vv = beta * beta * (b2 - t2) + gradientV;
    uv = -alpha * beta * t2;
  }
}
