package murmuration.warning.irregular;

/**
 * The sums that the Lomb-Scargle power of one frequency is made of. Written without Scargle's time
 * offset, which only makes the cosine and sine terms orthogonal: {@code (YC^2 SS + YS^2 CC - 2 YC
 * YS CS)/(CC SS - CS^2)} is what least squares by a sine wave takes out of the sum of squares.
 */
final class PowerSums {
  private static final double SINGULAR = 1e-9;

  private double count;
  private double yc;
  private double ys;
  private double c;
  private double s;
  private double cc;
  private double cs;

  /** Adds an observation, or with the sign -1 takes it out. */
  void add(double y, double cosine, double sine, int sign) {
    count += sign;
    yc += sign * y * cosine;
    ys += sign * y * sine;
    c += sign * cosine;
    s += sign * sine;
    cc += sign * cosine * cosine;
    cs += sign * cosine * sine;
  }

  /** What the sine wave takes out of the sum of squares about the mean. */
  double power(double mean) {
    double a = yc - mean * c;
    double b = ys - mean * s;
    double ss = count - cc;
    double determinant = cc * ss - cs * cs;
    return determinant > SINGULAR * count * count
        ? (a * a * ss + b * b * cc - 2 * a * b * cs) / determinant
        : (a * a + b * b) / count;
  }
}
