package murmuration.warning;

import java.util.Locale;
import java.util.Map;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Kendall;
import tech.tablesaw.api.Table;

/**
 * Whether an indicator rises: Kendall's tau-b of its values and time, {@code tau = (C - D) /
 * sqrt((n0 - n1)(n0 - n2))}, over the values that are not NaN (Dakos et al. 2008, Slowing down as
 * an early warning signal for abrupt climate change).
 *
 * <p>{@code nominalP} is the two-sided p of <em>independent</em> values. Windows overlap, so
 * neighbouring values of an indicator share nearly all their data, and <strong>nominalP is not
 * evidence</strong>: for red noise with phi 0.5, n = 200 and windows of 100, tau of the variance
 * has standard deviation 0.49 where independence promises 0.07. It is here to compare with other
 * programs; for evidence compare tau with {@link SurrogateTest surrogates}. And a record that was
 * chosen because it ended in a collapse rises more often than others even far from a bifurcation
 * (Boettiger and Hastings 2012, Early warning signals and the prosecutor's fallacy).
 *
 * @param n values that are not NaN
 * @param tau tau-b, in [-1, 1]; NaN if the values are constant or n is below 2
 * @param nominalP two-sided p if the values were independent; not evidence; NaN where tau is
 * @param exact whether nominalP was counted (n below 50, no ties) or comes from the normal law
 */
public record KendallTrend(int n, double tau, double nominalP, boolean exact) implements Result {

  /**
   * Trend of equally or unequally spaced values in the order they are in.
   *
   * @param y values in the order of time, at least 1; NaN are left out
   */
  public static KendallTrend of(double[] y) {
    Arguments.series("y", y, 1);
    return of(Kendall.ofOrder(y));
  }

  /**
   * Trend of values at times, in any order.
   *
   * @param t times, length n
   * @param y values, length n; pairs with a NaN are left out
   */
  public static KendallTrend of(double[] t, double[] y) {
    Arguments.series("t", t, 1);
    Arguments.series("y", y, 1);
    return of(Kendall.of(t, y));
  }

  private static KendallTrend of(Kendall counts) {
    return new KendallTrend(counts.n(), counts.tau(), counts.p(), counts.isExact());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Kendall trend: tau = %s, n = %d
        nominal p %s (%s; assumes independent values, so it is not evidence)\
        """,
        Digits.of(tau, 4),
        n,
        Digits.of(nominalP, 4),
        exact ? "exact" : "normal");
  }

  @Override
  public Table table() {
    return Quantities.of("Kendall trend")
        .and("tau", tau)
        .and("nominal p", nominalP)
        .and("n", n)
        .table();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("p", exact ? "exact" : "normal"));
  }
}
