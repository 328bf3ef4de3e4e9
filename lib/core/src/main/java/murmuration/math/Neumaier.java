package murmuration.math;

/**
 * A running sum that keeps what rounding loses (Neumaier 1974, ZAMM 54:39): the error is one
 * rounding of the result plus {@code n eps^2 sum |v|}, so values may be added and taken out again
 * for ever.
 */
public final class Neumaier {
  private double sum;
  private double lost;

  /** Zero. */
  public Neumaier() {}

  /** Adds {@code v}; {@code add(-v)} takes it out again. */
  public void add(double v) {
    double total = sum + v;
    double virtual = total - sum;
    lost += (sum - (total - virtual)) + (v - virtual);
    sum = total;
  }

  /** Adds {@code in} and takes {@code out} out again, in one step. */
  public void exchange(double in, double out) {
    double change = in - out;
    double virtual = change - in;
    double total = sum + change;
    double part = total - sum;
    lost +=
        ((in - (change - virtual)) - (out + virtual)) + ((sum - (total - part)) + (change - part));
    sum = total;
  }

  /** Takes over the state of another sum. */
  public void set(Neumaier other) {
    sum = other.sum;
    lost = other.lost;
  }

  /** The sum so far. */
  public double value() {
    return sum + lost;
  }

  /** Starts again at zero. */
  public void clear() {
    sum = 0;
    lost = 0;
  }
}
