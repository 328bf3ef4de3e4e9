package murmuration.scaling.curve;

import murmuration.math.Normal;

/**
 * Davies' approximation (1987) for a bend at an unknown place: with z(t) the standardised bend at t
 * and M the largest |z| over some places, {@code p = 2 (P(Z < -M) + V exp(-M^2/2)/sqrt(8 pi))}, V
 * the total variation of z from place to place.
 */
final class Davies {
  private static final int PLACES = 10;

  private Davies() {}

  static double p(Rows rows) {
    double[] x = rows.distinct();
    double from = x[1];
    double step = (x[x.length - 2] - from) / (PLACES - 1);
    double[] means = rows.means(rows.y());
    double rss = rows.rssLine(means) + rows.within(rows.y());
    double most = 0;
    double variation = 0;
    double before = 0;
    for (int k = 0; k < PLACES; k++) {
      double bend = bend(rows, means, from + k * step);
      double z = score(bend, rss, rows.weight() - 3);
      most = Math.max(most, Math.abs(z));
      variation += k == 0 ? 0 : Math.abs(z - before);
      before = z;
    }
    double bound =
        Normal.cumulative(-most)
            + variation * Math.exp(-0.5 * most * most) / Math.sqrt(8 * Math.PI);
    return Math.min(1, 2 * bound);
  }

  /** The normal score of the t statistic; bend^2 is what the bend takes off the rss. */
  private static double score(double bend, double rss, double df) {
    double left = Math.max(0, rss - bend * bend);
    if (bend == 0) {
      return 0;
    }
    double t = Math.abs(bend) / Math.sqrt(left / df);
    double tail = Rows.tail(t, df);
    return -Math.copySign(1, bend) * Normal.quantile(Math.max(tail, Double.MIN_NORMAL));
  }

  /** The bend at a place over its standard error for noise of sd 1, signed. */
  private static double bend(Rows rows, double[] means, double place) {
    double[] x = rows.distinct();
    double[] hinge = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      hinge[i] = Math.max(0, x[i] - place);
    }
    double product = 0;
    double square = 0;
    double[] rest = residuals(rows, hinge);
    for (int i = 0; i < x.length; i++) {
      product += rows.sums()[i] * rest[i] * means[i];
      square += rows.sums()[i] * rest[i] * rest[i];
    }
    return square == 0 ? 0 : product / Math.sqrt(square);
  }

  /** What a line leaves of some values. */
  private static double[] residuals(Rows rows, double[] values) {
    double[][] design = new double[values.length][];
    for (int i = 0; i < values.length; i++) {
      design[i] = new double[] {1, rows.distinct()[i]};
    }
    var line = rows.fit(design, values);
    double[] rest = values.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= line.at(design[i]);
    }
    return rest;
  }
}
