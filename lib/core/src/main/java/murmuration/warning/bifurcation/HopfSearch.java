package murmuration.warning.bifurcation;

/**
 * The global least squares of the Hopf spectrum over its two nonlinear parameters. The domain
 * {@code w0 <= 2.5, w0 >= 2.9545081 |mu|} is a box in w0 and {@code sigma = (2.9545081 mu/w0)^2},
 * searched by a grid and Newton steps that stay in it; then the edge w0 = 2.5 beyond the box, where
 * |mu| may be any.
 */
final class HopfSearch {
  /** Highest w0 in radians a sample. */
  static final double HIGHEST = 2.5;

  /** The least w0 over |mu| at which the hump is higher by psi = 0.2 than the spectrum at 0. */
  static final double RATIO = ratio(0.2);

  private static final int STARTS = 5;
  private static final int ROUNDS = 60;
  private static final double NARROWER = 0.6;
  private static final double SIGMA_SCALE = 0.3;
  private static final double FLATTEST = 1e10;
  private static final double SETTLED = 1e-13;

  private final double spacing;
  private final double narrowest;
  private final ShapeGrid shapes;
  private final WidthSearch edge;

  /**
   * @param v angular frequencies
   * @param multiplicity how often each counts
   * @param spacing their distance
   */
  HopfSearch(double[] v, double[] multiplicity, double spacing) {
    this.spacing = spacing;
    narrowest = narrowest(spacing);
    int rows = (int) Math.ceil(4 * HIGHEST / spacing);
    double steps = Math.log(HIGHEST / RATIO / (spacing / 8)) / -Math.log(NARROWER);
    int columns = Math.max(2, (int) Math.ceil(steps) + 2);
    double[] w0 = new double[rows * columns];
    double[] q = new double[w0.length];
    for (int row = 0; row < rows; row++) {
      double centre = HIGHEST * (row + 1) / rows;
      for (int column = 0; column < columns; column++) {
        double sigma = column == columns - 1 ? 0 : Math.pow(NARROWER, 2.0 * column);
        w0[row * columns + column] = centre;
        q[row * columns + column] = q(centre, sigma);
      }
    }
    shapes = new ShapeGrid(v, multiplicity, w0, q, columns);
    double flat = q(HIGHEST, 1);
    edge = new WidthSearch(v, multiplicity, HIGHEST, flat, flat, FLATTEST);
  }

  /** The square of a width that no spectrum of this spacing can tell from 0. */
  static double narrowest(double spacing) {
    return 1e-12 * spacing * spacing;
  }

  private static double ratio(double psi) {
    return Math.sqrt(4 - 3 * psi + Math.sqrt(psi * psi - 16 * psi + 16)) / (2 * Math.sqrt(psi));
  }

  private double q(double w0, double sigma) {
    return narrowest + sigma * w0 * w0 / (RATIO * RATIO);
  }

  /** The best fit of all. */
  Fitted best(LorentzianPair pair, double[] p) {
    Fitted best = edge.best(pair, p);
    for (int start : shapes.peaks(p, STARTS)) {
      double w0 = shapes.w0(start);
      double sigma = (shapes.q(start) - narrowest) * RATIO * RATIO / (w0 * w0);
      best = best.orBetter(new Descent(pair, p).from(w0, Math.clamp(sigma, 0, 1)));
    }
    return best;
  }

  /** Newton's method in the box, damped where the surface is not convex. */
  private final class Descent {
    private final LorentzianPair pair;
    private final double[] p;
    private final double[] scale = {spacing, SIGMA_SCALE};
    private final double[] high = {HIGHEST, 1};
    private final double[] x = new double[2];
    private final double[] g = new double[2];
    private double h00;
    private double h01;
    private double h11;

    Descent(LorentzianPair pair, double[] p) {
      this.pair = pair;
      this.p = p;
    }

    Fitted from(double w0, double sigma) {
      x[0] = w0;
      x[1] = sigma;
      double rss = derivatives();
      Fitted best = new Fitted(x[0], q(x[0], x[1]), pair.a, rss);
      double damping = 0;
      double[] next = new double[2];
      for (int round = 0; round < ROUNDS; round++) {
        if (held()) {
          break;
        }
        double size = step(damping, next);
        double found = pair.at(p, next[0], q(next[0], next[1]));
        if (found < rss) {
          best = new Fitted(next[0], q(next[0], next[1]), pair.a, found);
          boolean settled = rss - found < SETTLED * rss;
          System.arraycopy(next, 0, x, 0, 2);
          rss = derivatives();
          damping = damping < 1e-6 ? 0 : damping / 10;
          if (settled) {
            break;
          }
        } else if (size < 1e-10 || damping > 1e12) {
          break;
        } else {
          damping = Math.max(10 * damping, 1e-2);
        }
      }
      return best;
    }

    /** Gradient and Hessian in w0 and sigma, each over its scale. */
    private double derivatives() {
      double perSigma = x[0] * x[0] / (RATIO * RATIO);
      double slope = 2 * x[1] * x[0] / (RATIO * RATIO);
      pair.derivatives(p, x[0], q(x[0], x[1]));
      g[0] = scale[0] * (pair.rssW + slope * pair.rssQ);
      g[1] = scale[1] * perSigma * pair.rssQ;
      h00 =
          scale[0]
              * scale[0]
              * (pair.rssWw
                  + 2 * slope * pair.rssWq
                  + slope * slope * pair.rssQq
                  + 2 * x[1] / (RATIO * RATIO) * pair.rssQ);
      h01 =
          scale[0]
              * scale[1]
              * (perSigma * (pair.rssWq + slope * pair.rssQq)
                  + 2 * x[0] / (RATIO * RATIO) * pair.rssQ);
      h11 = scale[1] * scale[1] * perSigma * perSigma * pair.rssQq;
      return pair.rss;
    }

    private boolean fixed(int i) {
      return (x[i] <= 0 && g[i] >= 0) || (x[i] >= high[i] && g[i] <= 0);
    }

    private boolean held() {
      return fixed(0) && fixed(1);
    }

    /** The next point; its distance in scales. */
    private double step(double damping, double[] next) {
      boolean w = !fixed(0);
      boolean s = !fixed(1);
      double a = w ? h00 : 1;
      double b = w && s ? h01 : 0;
      double c = s ? h11 : 1;
      double middle = 0.5 * (a + c);
      double half = Math.hypot(0.5 * (a - c), b);
      double largest = Math.max(Math.abs(middle + half), Math.abs(middle - half));
      double shift = damping * largest;
      if (middle - half + shift <= 1e-10 * largest) {
        shift += 1e-3 * largest - Math.min(0, middle - half + shift);
      }
      a += shift;
      c += shift;
      double determinant = a * c - b * b;
      double g0 = w ? g[0] : 0;
      double g1 = s ? g[1] : 0;
      double d0 = Math.clamp(-(c * g0 - b * g1) / determinant, -1, 1);
      double d1 = Math.clamp(-(a * g1 - b * g0) / determinant, -1, 1);
      next[0] = Math.clamp(x[0] + scale[0] * d0, 0, high[0]);
      next[1] = Math.clamp(x[1] + scale[1] * d1, 0, high[1]);
      return Math.max(Math.abs(next[0] - x[0]) / scale[0], Math.abs(next[1] - x[1]) / scale[1]);
    }
  }
}
