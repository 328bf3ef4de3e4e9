package murmuration.scaling.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.InformationCriteria;
import murmuration.math.Normal;
import murmuration.plot.Figure;
import murmuration.scaling.FitStatus;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * How hard the items of a benchmark are for a model, by maximum likelihood from pass counts, and
 * what follows for more attempts than were made.
 *
 * <pre>{@code
 * var counts = PassCounts.of(100, new int[] {0, 0, 1, 3, 0, 12, 40, 2, 0, 7});
 * SuccessFit fit = SuccessFit.of(counts);                // Beta: counts are beta-binomial
 * double exponent = fit.exponent();                       // -ln(pass@k) falls as k^-exponent
 * double pass = fit.passAt(10_000);                       // with an interval:
 * double[] interval = fit.passInterval(10_000, 0.95);
 * SuccessFit scaled = SuccessFit.of(counts, SuccessFamily.SCALED_BETA);
 * }</pre>
 *
 * <p>Intervals are Wald's on the logarithms of the shapes and the log-odds of the third parameter.
 * They need a maximum inside the range of the parameters ({@link FitStatus#OK}); elsewhere they are
 * NaN.
 *
 * @param counts the items
 * @param family which law
 * @param status how the fit ended
 * @param law the law at the maximum; null where no item passed
 * @param logLikelihood its logarithm with all constants; NaN where no item passed
 * @param covariance of the unbounded coordinates; NaN unless OK
 * @param steps steps of the search
 */
public record SuccessFit(
    PassCounts counts,
    SuccessFamily family,
    FitStatus status,
    @Nullable SuccessLaw law,
    double logLikelihood,
    double[][] covariance,
    int steps)
    implements Charted {
  private static final double LEVEL = 0.95;

  /** Checks the parts and keeps its own copies. */
  public SuccessFit {
    Arguments.present("counts", counts);
    Arguments.present("family", family);
    Arguments.present("status", status);
    Arguments.present("covariance", covariance);
    Arguments.require(
        (law == null) == (status == FitStatus.ALL_ZERO),
        "law is %s where status is %s: expected a law unless all counts are 0",
        law,
        status);
    Arguments.require(
        law == null || law.family() == family, "law is %s: expected one of %s", law, family);
    int size = family.parameters().size();
    Arguments.require(
        covariance.length == size,
        "covariance has %d rows: expected the %d of the parameters",
        covariance.length,
        size);
    for (double[] row : covariance) {
      Arguments.series("a row of covariance", row, size);
    }
    covariance = copy(covariance);
  }

  /** The Beta law by maximum likelihood. */
  public static SuccessFit of(PassCounts counts) {
    return of(counts, SuccessFamily.BETA);
  }

  /**
   * A law by maximum likelihood. The Beta law is found by Newton's method; the others start from it
   * and go uphill with numerical derivatives.
   *
   * @param counts the items
   * @param family which law
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static SuccessFit of(PassCounts counts, SuccessFamily family) {
    return SuccessSearch.fit(
        Arguments.present("counts", counts), Arguments.present("family", family));
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] covariance() {
    return copy(covariance);
  }

  /** The parameters in the order of their names; NaN where no item passed. */
  public double[] parameters() {
    if (law == null) {
      double[] none = new double[family.parameters().size()];
      Arrays.fill(none, Double.NaN);
      return none;
    }
    return law.parameters();
  }

  /**
   * One parameter.
   *
   * @param name its name, as in {@link SuccessFamily#parameters}
   */
  public double parameter(String name) {
    return parameters()[index(name)];
  }

  /**
   * The Wald interval of a parameter; NaN unless {@link FitStatus#OK}.
   *
   * @param name its name
   * @param level coverage, above 0 and below 1
   * @return low and high
   */
  public double[] interval(String name, double level) {
    int i = index(name);
    double reach = Normal.quantile(0.5 + Arguments.level(level) / 2) * Math.sqrt(covariance[i][i]);
    double free = SuccessFamily.free(i, parameters()[i]);
    return new double[] {
      SuccessFamily.natural(i, free - reach), SuccessFamily.natural(i, free + reach)
    };
  }

  private int index(String name) {
    int i = family.parameters().indexOf(Arguments.present("name", name));
    Arguments.require(i >= 0, "name is %s: expected one of %s", name, family.parameters());
    return i;
  }

  /** The power with which {@code -ln(pass@k)} falls in the end; NaN where no item passed. */
  public double exponent() {
    return law == null ? Double.NaN : law.exponent();
  }

  /** The factor of that power. */
  public double prefactor() {
    return law == null ? Double.NaN : law.prefactor();
  }

  /**
   * The expected pass@k of an item; NaN where no item passed.
   *
   * @param k attempts, 1 or more
   */
  public double passAt(int k) {
    Arguments.require(k >= 1, "k is %d: expected at least 1 attempt", k);
    return law == null ? Double.NaN : law.passAt(k);
  }

  /**
   * The interval of {@link #passAt} by the delta method on the scale of {@code ln(-ln pass@k)},
   * which keeps it within 0 and 1. It is that of the law's mean over all items there could be; NaN
   * unless {@link FitStatus#OK}.
   *
   * @param k attempts, 1 or more
   * @param level coverage, above 0 and below 1
   * @return low and high
   */
  public double[] passInterval(int k, double level) {
    double reach = Normal.quantile(0.5 + Arguments.level(level) / 2);
    double f = Math.log(-Math.log(passAt(k)));
    double error = Math.sqrt(SuccessSearch.variance(this, k));
    return new double[] {
      Math.exp(-Math.exp(f + reach * error)), Math.exp(-Math.exp(f - reach * error))
    };
  }

  /**
   * Akaike's criterion, the same for few items, and Schwarz's, over the items.
   *
   * @throws IllegalArgumentException where no item passed
   */
  public InformationCriteria criteria() {
    Arguments.require(law != null, "none of the %d items passed: expected one", counts.items());
    return InformationCriteria.ofLikelihood(
        logLikelihood, counts.items(), family.parameters().size());
  }

  @Override
  public String summary() {
    if (law == null) {
      return String.format(
          Locale.ROOT,
          "%s law of %s: none of %d items passed; no parameters",
          family.word(),
          counts.name(),
          counts.items());
    }
    List<String> parts = new ArrayList<>();
    for (String name : family.parameters()) {
      double[] interval = interval(name, LEVEL);
      parts.add(
          name
              + " "
              + Digits.of(parameter(name), 4)
              + (Double.isNaN(interval[0])
                  ? ""
                  : " (95 % "
                      + Digits.of(interval[0], 4)
                      + " to "
                      + Digits.of(interval[1], 4)
                      + ")"));
    }
    return String.format(
        Locale.ROOT,
        """
        %s law of %s, %d items, %d solved: %s
        %s
        -ln(pass@k) ~ %s k^-%s for large k; ln L %s, AICc %s\
        """,
        family.word(),
        counts.name(),
        counts.items(),
        counts.solved(),
        status,
        String.join(", ", parts),
        Digits.of(prefactor(), 4),
        Digits.of(exponent(), 4),
        Digits.of(logLikelihood, 7),
        Digits.of(criteria().aicc(), 7));
  }

  @Override
  public Table table() {
    var quantities = Quantities.of(family.word() + " law of " + counts.name());
    for (String name : family.parameters()) {
      double[] interval = interval(name, LEVEL);
      quantities = quantities.and(name, parameter(name), interval[0], interval[1]);
    }
    return quantities
        .and("exponent of pass@k", exponent())
        .and("prefactor of pass@k", prefactor())
        .and("ln likelihood", logLikelihood)
        .and("AICc", law == null ? Double.NaN : criteria().aicc())
        .and("BIC", law == null ? Double.NaN : criteria().bic())
        .and("items", counts.items())
        .and("solved", counts.solved())
        .table();
  }

  /** Mean pass@k as observed, and as the law has it up to a hundred times as many attempts. */
  @Override
  public Figure chart() {
    return Figure.of(SuccessPicture.panel(List.of(this)));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of("law", family.word(), "fit", "maximum likelihood", "items", "" + counts.items()));
  }
}
