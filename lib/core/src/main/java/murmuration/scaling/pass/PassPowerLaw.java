package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * The power law of coverage, {@code -ln(mean pass@k) = A k^-B}, by least squares of logarithms
 * (Brown et al. 2024, Large language monkeys, arXiv 2407.21787).
 *
 * <pre>{@code
 * var codex = PassPowerLaw.of(new double[] {1, 10, 100}, new double[] {0.2881, 0.4681, 0.7231});
 * double more = codex.passAt(1000);
 * }</pre>
 *
 * <p>Values at different k come from the same samples, so the regression has no honest standard
 * error of its own: {@link PassAtK#bootstrap} gives intervals. The exponent depends on the range of
 * k, which is part of the summary; {@link SuccessFit} has no such dependence.
 *
 * @param prefactor A
 * @param exponent B, positive where pass@k rises with k
 * @param k numbers of attempts that were fitted
 * @param values mean pass@k there, each above 0 and below 1
 * @param excludedK numbers of attempts left out, since pass@k is 0 or 1 there
 */
public record PassPowerLaw(
    double prefactor, double exponent, double[] k, double[] values, double[] excludedK)
    implements Charted {
  /** Checks the lengths and keeps its own copies. */
  public PassPowerLaw {
    Arguments.require(
        Double.isFinite(prefactor) && Double.isFinite(exponent),
        "prefactor is %s, exponent is %s: expected finite numbers",
        prefactor,
        exponent);
    Arguments.finite("k", k, 1);
    Arguments.sameLength("k", k, "values", values);
    Arguments.finite("excludedK", excludedK, 0);
    for (int i = 0; i < k.length; i++) {
      Arguments.positive("k[" + i + "]", k[i]);
      Arguments.require(
          values[i] > 0 && values[i] < 1,
          "values[%d] is %s: expected above 0 and below 1",
          i,
          values[i]);
    }
    k = k.clone();
    values = values.clone();
    excludedK = excludedK.clone();
  }

  /**
   * The law through values of mean pass@k; those of 0 and 1 are left out and listed.
   *
   * @param k numbers of attempts, above 0, length n
   * @param values mean pass@k, 0 to 1, length n; at least three of them above 0 and below 1, at two
   *     distinct k or more
   */
  public static PassPowerLaw of(double[] k, double[] values) {
    Arguments.finite("k", k, 1);
    Arguments.finite("values", values, 1);
    Arguments.sameLength("k", k, "values", values);
    for (int i = 0; i < k.length; i++) {
      Arguments.positive("k[" + i + "]", k[i]);
      Arguments.within("values[" + i + "]", values[i], 0, 1);
    }
    int[] used = usable(k.length, values).toArray();
    Arguments.require(
        used.length >= 3, "needs at least 3 values above 0 and below 1, got %d", used.length);
    double[] law = line(k, values);
    Arguments.require(
        !Double.isNaN(law[1]), "k is %s throughout: expected distinct numbers", k[used[0]]);
    return new PassPowerLaw(
        law[0],
        law[1],
        Arrays.stream(used).mapToDouble(i -> k[i]).toArray(),
        Arrays.stream(used).mapToDouble(i -> values[i]).toArray(),
        IntStream.range(0, k.length)
            .filter(i -> values[i] <= 0 || values[i] >= 1)
            .mapToDouble(i -> k[i])
            .toArray());
  }

  private static IntStream usable(int n, double[] values) {
    return IntStream.range(0, n).filter(i -> values[i] > 0 && values[i] < 1);
  }

  /** A and B of the usable values among the first; NaN where they do not determine a line. */
  static double[] line(double[] k, double[] values) {
    double[] law =
        ItemRates.line(
            Arrays.stream(k).map(Math::log).toArray(),
            TaskScaling.f(Arrays.copyOf(values, k.length)));
    return new double[] {Math.exp(law[0]), law[1]};
  }

  @Override
  public double[] k() {
    return k.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[] excludedK() {
    return excludedK.clone();
  }

  /** The mean pass@k of the law, {@code exp(-A k^-B)}. */
  public double passAt(double attempts) {
    Arguments.positive("attempts", attempts);
    return Math.exp(-prefactor * Math.pow(attempts, -exponent));
  }

  private double smallest() {
    return Arrays.stream(k).min().orElseThrow();
  }

  private double largest() {
    return Arrays.stream(k).max().orElseThrow();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "-ln(pass@k) = %s k^-%s, fitted to %d values over k = %s to %s%s",
        Digits.of(prefactor, 4),
        Digits.of(exponent, 4),
        k.length,
        Digits.of(smallest(), 4),
        Digits.of(largest(), 4),
        excludedK.length == 0 ? "" : "; left out (0 or 1): k = " + Arrays.toString(excludedK));
  }

  @Override
  public Table table() {
    return Quantities.of("power law of pass@k")
        .and("prefactor A", prefactor)
        .and("exponent B", exponent)
        .and("smallest k", smallest())
        .and("largest k", largest())
        .and("values left out", excludedK.length)
        .table();
  }

  /** The values and the line on logarithmic axes. */
  @Override
  public Figure chart() {
    double[] sorted = k.clone();
    Arrays.sort(sorted);
    return Figure.of(
        Panel.of("Attempts k", "−ln(mean pass@k)")
            .logX()
            .logY()
            .points("values", k, Arrays.stream(values).map(v -> -Math.log(v)).toArray())
            .line(
                "power law",
                sorted,
                Arrays.stream(sorted).map(v -> prefactor * Math.pow(v, -exponent)).toArray()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of("fit", "least squares of ln(-ln pass@k) on ln k", "values", "" + k.length));
  }
}
