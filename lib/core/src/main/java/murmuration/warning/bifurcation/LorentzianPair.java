package murmuration.warning.bifurcation;

/**
 * The least-squares fit of {@code a h(v)}, {@code h = 1/((v+w0)^2+q) + 1/((v-w0)^2+q)}, to a
 * spectrum, with the factor a, which is linear, at its best: a function of (w0, q) and its first
 * and second derivatives (variable projection, Golub and Pereyra 1973). Every model is of this
 * shape: a fold has w0 = 0 and q = lambda^2; so has a flip, at {@code v = sqrt(2) cos(w/2)} and
 * {@code q = (1+r)^2/(-2r)}. One object serves one thread.
 */
final class LorentzianPair {
  private final double[] v;
  private final double[] multiplicity;
  private final double[] h;

  /** The best factor at the last point. */
  double a;

  /** Residual sum of squares at the last point, computed from the residuals themselves. */
  double rss;

  double rssW;
  double rssQ;
  double rssWw;
  double rssWq;
  double rssQq;

  LorentzianPair(double[] v, double[] multiplicity) {
    this.v = v;
    this.multiplicity = multiplicity;
    h = new double[v.length];
  }

  /** Sets {@link #a} and {@link #rss}. */
  double at(double[] p, double w0, double q) {
    double ph = 0;
    double hh = 0;
    for (int i = 0; i < h.length; i++) {
      double up = v[i] + w0;
      double down = v[i] - w0;
      double value = 1 / (up * up + q) + 1 / (down * down + q);
      h[i] = value;
      ph += multiplicity[i] * value * p[i];
      hh += multiplicity[i] * value * value;
    }
    a = ph / hh;
    rss = 0;
    for (int i = 0; i < h.length; i++) {
      double r = p[i] - a * h[i];
      rss += multiplicity[i] * r * r;
    }
    return rss;
  }

  /** Sets the derivatives too. */
  void derivatives(double[] p, double w0, double q) {
    at(p, w0, q);
    double hh = 0;
    double rW = 0;
    double rQ = 0;
    double rWw = 0;
    double rWq = 0;
    double rQq = 0;
    double hW = 0;
    double hQ = 0;
    double ww = 0;
    double wq = 0;
    double qq = 0;
    for (int i = 0; i < h.length; i++) {
      double up = v[i] + w0;
      double down = v[i] - w0;
      double s = 1 / (up * up + q);
      double t = 1 / (down * down + q);
      double s2 = s * s;
      double t2 = t * t;
      double s3 = s2 * s;
      double t3 = t2 * t;
      double dW = 2 * (down * t2 - up * s2);
      double dQ = -s2 - t2;
      double m = multiplicity[i];
      double r = m * (p[i] - a * h[i]);
      rW += r * dW;
      rQ += r * dQ;
      rWw += r * (8 * (up * up * s3 + down * down * t3) - 2 * (s2 + t2));
      rWq += r * 4 * (up * s3 - down * t3);
      rQq += r * 2 * (s3 + t3);
      hh += m * h[i] * h[i];
      hW += m * h[i] * dW;
      hQ += m * h[i] * dQ;
      ww += m * dW * dW;
      wq += m * dW * dQ;
      qq += m * dQ * dQ;
    }
    double aW = (rW - a * hW) / hh;
    double aQ = (rQ - a * hQ) / hh;
    rssW = -2 * a * rW;
    rssQ = -2 * a * rQ;
    rssWw = 2 * (a * a * ww - a * rWw - hh * aW * aW);
    rssWq = 2 * (a * a * wq - a * rWq - hh * aW * aQ);
    rssQq = 2 * (a * a * qq - a * rQq - hh * aQ * aQ);
  }
}
