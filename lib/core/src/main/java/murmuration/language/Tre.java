package murmuration.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.sweep.Parallel;
import tech.tablesaw.api.Table;

/**
 * Tree reconstruction error: how far messages are from what a vector for each value of each
 * attribute adds up to, with the best such vectors (Andreas 2019, Measuring compositionality in
 * representation learning, ICLR). 0 for a language that is a sum of its parts.
 *
 * <pre>{@code
 * var code = Language.of(
 *     new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[][] {{1, 3}, {1, 4}, {2, 3}, {2, 4}});
 * double none = Tre.of(code).value();                        // 0
 * double nats = Tre.of(code, TreLoss.CROSS_ENTROPY).value();
 * }</pre>
 *
 * <p>A message is the one-hot vector of (position, symbol), padding being a symbol. The minimum is
 * found, not approached: by linear programs whose duals prove it, by least squares, or as the
 * infimum of a convex function. The published code stops gradient descent after a number of steps
 * and reports what is left of the way, 0.2235 for a language whose error is 0.
 *
 * @param loss how distance is measured
 * @param metric the mean over records; with {@link TreLoss#CROSS_ENTROPY} the sum of nats over
 *     records, as published
 * @param meanSquared mean squared length of the difference; only with {@link TreLoss#ADDITIVE_L2}
 * @param gap at most this far above the true minimum, as the duals prove; only with {@link
 *     TreLoss#ADDITIVE_L1}
 */
public record Tre(TreLoss loss, MetricResult metric, OptionalDouble meanSquared, OptionalDouble gap)
    implements Result {

  private record Solved(double value, OptionalDouble meanSquared, OptionalDouble gap) {}

  /** Checks that nothing is missing. */
  public Tre {
    Arguments.present("loss", loss);
    Arguments.present("metric", metric);
    Arguments.present("meanSquared", meanSquared);
    Arguments.present("gap", gap);
  }

  /** By {@link TreLoss#ADDITIVE_L1}, the published choice. */
  public static Tre of(Language language) {
    return of(language, TreLoss.ADDITIVE_L1);
  }

  /**
   * By this loss, on messages under the language's rule for EOS.
   *
   * @param language at most 1000 values of attributes in all; 4,096 meanings with messages of 36
   *     symbols of 8 take linear programs some 20 s of processor time, the rest is quick
   * @throws IllegalArgumentException if there are more values
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static Tre of(Language language, TreLoss loss) {
    Arguments.present("language", language);
    Arguments.present("loss", loss);
    var records = TreRecords.of(language);
    Solved solved =
        switch (loss) {
          case ADDITIVE_L1 -> absolute(records);
          case ADDITIVE_L2 -> squares(language, records);
          case CROSS_ENTROPY -> logits(records);
        };
    var metric =
        new MetricResult(
            "tree reconstruction error",
            solved.value,
            language.total(),
            0,
            loss.words(),
            List.of(),
            Provenance.of(Map.of("loss", loss.toString(), "EOS", language.policy().toString()))
                .data(language.source()));
    return new Tre(loss, metric, solved.meanSquared, solved.gap);
  }

  private static Solved absolute(TreRecords records) {
    double[][] coordinates =
        Arrays.stream(records.positions()).flatMap(Arrays::stream).toArray(double[][]::new);
    var program = new LeastAbsolute(records.meanings(), records.classes());
    double[] gaps = new double[coordinates.length];
    double[] values =
        Parallel.doubles(
            "tree reconstruction",
            coordinates.length,
            c -> {
              var minimum = fit(program, records.weight(), coordinates[c]);
              gaps[c] = minimum.gap();
              return minimum.value();
            });
    double total = records.total();
    double gap = Math.max(0, Arrays.stream(gaps).sum()) / total;
    double value = Arrays.stream(values).sum() / total;
    return new Solved(value, OptionalDouble.empty(), OptionalDouble.of(gap));
  }

  /** A meaning that has the symbol sometimes is two cases. */
  private static LeastAbsolute.Minimum fit(
      LeastAbsolute program, double[] weight, double[] counts) {
    int[] meaning = new int[2 * weight.length];
    double[] y = new double[2 * weight.length];
    double[] weights = new double[2 * weight.length];
    int n = 0;
    for (int m = 0; m < weight.length; m++) {
      for (int one = 0; one < 2; one++) {
        double w = one == 1 ? counts[m] : weight[m] - counts[m];
        if (w > 0) {
          meaning[n] = m;
          y[n] = one;
          weights[n++] = w;
        }
      }
    }
    return program.fit(Arrays.copyOf(meaning, n), Arrays.copyOf(y, n), Arrays.copyOf(weights, n));
  }

  private static Solved squares(Language language, TreRecords records) {
    var squares = TreSquares.of(language, records);
    return new Solved(
        squares.meanLength(), OptionalDouble.of(squares.meanSquared()), OptionalDouble.empty());
  }

  private static Solved logits(TreRecords records) {
    double sum =
        Arrays.stream(
                Parallel.doubles(
                    "tree reconstruction",
                    records.positions().length,
                    p -> TreLogits.infimum(records, records.positions()[p])))
            .sum();
    return new Solved(records.total() * sum, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The mean error of a record, or the nats of all records. */
  public double value() {
    return metric.value();
  }

  @Override
  public String summary() {
    String more =
        meanSquared.isPresent()
            ? "\nmean squared length " + Digits.of(meanSquared.getAsDouble(), 4)
            : gap.isPresent() ? "\nproven to " + Digits.of(gap.getAsDouble(), 2) : "";
    return String.format(Locale.ROOT, "%s%s", metric.summary(), more);
  }

  @Override
  public Table table() {
    var rows = Quantities.of("tree reconstruction error").and("error", value());
    if (meanSquared.isPresent()) {
      rows = rows.and("mean squared length", meanSquared.getAsDouble());
    }
    if (gap.isPresent()) {
      rows = rows.and("proven to", gap.getAsDouble());
    }
    return rows.and("n", (double) metric.n()).table();
  }

  @Override
  public Provenance provenance() {
    return metric.provenance();
  }
}
