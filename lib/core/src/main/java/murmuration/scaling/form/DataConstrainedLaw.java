package murmuration.scaling.form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LineSearch;
import murmuration.math.LogSpaced;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.scaling.AdditiveLaw;
import murmuration.scaling.Frontier;
import murmuration.scaling.TrainingRuns;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Loss where data are repeated (Muennighoff et al. 2023, Scaling data-constrained language models,
 * Section 3.1 and Appendix A): an {@link AdditiveLaw} of effective parameters and effective tokens.
 *
 * <p>With U unique tokens, D tokens are {@code U_D = min(U, D)} unique ones seen {@code 1 + R_D}
 * times, and are worth {@code D' = U_D + U_D R* (1 - e^(-R_D/R*))} fresh ones, R* that of the data.
 * Parameters beyond {@code U_N}, the best size for U_D unique tokens, count less in the same way.
 *
 * <pre>{@code
 * double loss = DataConstrainedLaw.MUENNIGHOFF.loss(8.7e9, 178e9, 25e9);
 * double worth = DataConstrainedLaw.MUENNIGHOFF.valueOfEpochs(4);
 * }</pre>
 *
 * @param base the law for fresh data; exponents above 0
 * @param repeatedTokens R* of the data, above 0: by so many repetitions a repeated token is worth
 *     1/e of a fresh one
 * @param repeatedParameters R* of the parameters, above 0
 */
public record DataConstrainedLaw(AdditiveLaw base, double repeatedTokens, double repeatedParameters)
    implements Charted {
  /** The fit of the paper: alpha = beta = 0.353, R* 15.4 for tokens and 5.31 for parameters. */
  public static final DataConstrainedLaw MUENNIGHOFF =
      new DataConstrainedLaw(
          new AdditiveLaw(6.255414, 7.3049974, 0.6254804, 0.3526596, 0.3526596),
          15.387756,
          5.309743);

  private static final double MOST_EPOCHS = 100;
  private static final double REACH = Math.log(1e4);

  /** Checks the constants. */
  public DataConstrainedLaw {
    Frontier.of(base);
    Arguments.positive("repeatedTokens", repeatedTokens);
    Arguments.positive("repeatedParameters", repeatedParameters);
  }

  /** U_D, the unique tokens among D. */
  public double uniqueTokens(double tokens, double unique) {
    return Math.min(Arguments.positive("unique", unique), Arguments.positive("tokens", tokens));
  }

  /** R_D, how often the unique tokens are seen again: epochs less one. */
  public double repetitions(double tokens, double unique) {
    return tokens / uniqueTokens(tokens, unique) - 1;
  }

  /** U_N, the parameters that the unique tokens can use: at most N. */
  public double usedParameters(double parameters, double tokens, double unique) {
    double best = Frontier.of(base).parametersFor(uniqueTokens(tokens, unique));
    return Math.min(Arguments.positive("parameters", parameters), best);
  }

  /** D', the fresh tokens that D tokens with U unique ones are worth. */
  public double effectiveTokens(double tokens, double unique) {
    return effective(tokens, uniqueTokens(tokens, unique), repeatedTokens);
  }

  /** N', the parameters that N are worth when D tokens hold U unique ones. */
  public double effectiveParameters(double parameters, double tokens, double unique) {
    return effective(parameters, usedParameters(parameters, tokens, unique), repeatedParameters);
  }

  /** Amount {@code all}, of which {@code useful} counts in full and the rest less and less. */
  private static double effective(double all, double useful, double decay) {
    return useful - useful * decay * Math.expm1(-(all / useful - 1) / decay);
  }

  /**
   * The loss.
   *
   * @param parameters N, above 0
   * @param tokens D, repetitions included, above 0
   * @param unique U, the unique tokens at hand, above 0
   */
  public double loss(double parameters, double tokens, double unique) {
    return base.loss(
        effectiveParameters(parameters, tokens, unique), effectiveTokens(tokens, unique));
  }

  /**
   * What an average token of so many epochs is worth, beside a fresh one: {@code D' / D}.
   *
   * @param epochs passes over the data, 1 or more
   */
  public double valueOfEpochs(double epochs) {
    return effective(checked(epochs), 1, repeatedTokens) / epochs;
  }

  /** What one more token is worth after so many epochs, beside a fresh one: {@code e^(-R/R*)}. */
  public double valueOfNextEpoch(double epochs) {
    return Math.exp(-(checked(epochs) - 1) / repeatedTokens);
  }

  private static double checked(double epochs) {
    Arguments.require(
        epochs >= 1 && epochs < Double.POSITIVE_INFINITY,
        "epochs is %s: expected a finite number, 1 or more",
        epochs);
    return epochs;
  }

  /**
   * The best split of compute when only U unique tokens are at hand; with enough of them it is that
   * of the {@link Frontier} of the base law.
   *
   * @param compute C = 6 N D, above 0
   * @param unique U, above 0
   */
  public Split best(double compute, double unique) {
    Arguments.positive("compute", compute);
    Arguments.positive("unique", unique);
    double units = compute / TrainingRuns.FLOPS_PER_TOKEN_PARAMETER;
    double centre = Math.log(Frontier.of(base).parameters(compute));
    LineSearch found =
        LineSearch.maximum(
            logN -> -loss(Math.exp(logN), units / Math.exp(logN), unique),
            centre - REACH,
            centre + REACH,
            400,
            1e-12);
    double n = Math.exp(found.at());
    return new Split(n, units / n, units / n / uniqueTokens(units / n, unique), -found.value());
  }

  /**
   * Parameters and tokens for one compute.
   *
   * @param parameters N
   * @param tokens D, repetitions included
   * @param epochs passes over the unique tokens
   * @param loss the loss they give
   */
  public record Split(double parameters, double tokens, double epochs, double loss) {}

  /**
   * The two R* from runs with repeated data, the law for fresh data being known: by least squares
   * of ln L, parameters ln R* of the tokens and ln R* of the parameters.
   *
   * @param base the law for fresh data
   * @param runs at least 3 runs; tokens count repetitions
   * @param unique U of each run, length n, above 0
   */
  public static FormFit<DataConstrainedLaw> fit(
      AdditiveLaw base, TrainingRuns runs, double[] unique) {
    Frontier.of(base);
    return new RepetitionFit(base, runs, unique).run();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Repeated data under %s
        R* %s for tokens, %s for parameters
        4 epochs: an average token is worth %s of a fresh one, the next token %s
        16 epochs: %s and %s; 64 epochs: %s and %s
        all repetitions together are worth at most %s times the unique tokens\
        """,
        base,
        Digits.of(repeatedTokens, 4),
        Digits.of(repeatedParameters, 4),
        Digits.of(valueOfEpochs(4), 4),
        Digits.of(valueOfNextEpoch(4), 4),
        Digits.of(valueOfEpochs(16), 4),
        Digits.of(valueOfNextEpoch(16), 4),
        Digits.of(valueOfEpochs(64), 4),
        Digits.of(valueOfNextEpoch(64), 4),
        Digits.of(1 + repeatedTokens, 4));
  }

  /** One row for 1, 2, 4 to 64 epochs: what an average token and what the next one are worth. */
  @Override
  public Table table() {
    double[] epochs = IntStream.rangeClosed(0, 6).mapToDouble(i -> 1 << i).toArray();
    return Table.create(
        "value of repeated data",
        DoubleColumn.create("epochs", epochs),
        DoubleColumn.create(
            "average token", Arrays.stream(epochs).map(this::valueOfEpochs).toArray()),
        DoubleColumn.create(
            "next token", Arrays.stream(epochs).map(this::valueOfNextEpoch).toArray()));
  }

  /** Tokens seen and what they are worth, in multiples of the unique ones, against epochs. */
  @Override
  public Figure chart() {
    double[] epochs = LogSpaced.of(1, MOST_EPOCHS, 101);
    double[] worth = Arrays.stream(epochs).map(e -> e * valueOfEpochs(e)).toArray();
    return Figure.of(
        Panel.of("Epochs", "Worth in fresh data, multiples of the unique data")
            .logX()
            .logY()
            .line("as good as fresh", epochs, epochs)
            .line("repeated data", epochs, worth));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("law", Arrays.toString(base.vector()));
    options.put("R* of tokens", Double.toString(repeatedTokens));
    options.put("R* of parameters", Double.toString(repeatedParameters));
    return Provenance.of(options);
  }
}
