package murmuration.scaling.pass;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.InformationCriteria;
import murmuration.plot.Figure;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The laws of {@link SuccessFamily} fitted to the same items, by Akaike's criterion for few items.
 * Laws within 2 of the best cannot be told from it (Burnham and Anderson 2002), however different
 * their pass@k is at numbers of attempts that nobody has made.
 *
 * <pre>{@code
 * var counts = PassCounts.of(100, new int[] {0, 0, 1, 3, 0, 12, 40, 2, 0, 7});
 * SuccessComparison laws = SuccessComparison.of(counts);
 * SuccessFit best = laws.best();
 * }</pre>
 *
 * @param fits the fits, best first; of equal ones (1e-9) the one with fewer parameters
 */
public record SuccessComparison(List<SuccessFit> fits) implements Charted {
  private static final double TIE = 1e-9;

  /** Checks the fits and keeps its own copy. */
  public SuccessComparison {
    fits = Arguments.listed("fits", fits);
    Arguments.require(!fits.isEmpty(), "fits is empty: expected at least one");
  }

  /**
   * All four laws.
   *
   * @param counts the items, at least one of which passed
   * @throws java.util.concurrent.CancellationException if interrupted
   */
  public static SuccessComparison of(PassCounts counts) {
    Arguments.present("counts", counts);
    Arguments.require(
        counts.solved() > 0, "none of the %d items passed: expected one", counts.items());
    return new SuccessComparison(
        Stream.of(SuccessFamily.values())
            .map(family -> SuccessFit.of(counts, family))
            .sorted(
                Comparator.comparingDouble((SuccessFit fit) -> Math.rint(aicc(fit) / TIE))
                    .thenComparingInt(fit -> fit.family().parameters().size()))
            .toList());
  }

  /** The fit with the lowest criterion. */
  public SuccessFit best() {
    return fits.getFirst();
  }

  /**
   * The fit of a family.
   *
   * @param family one of those compared
   */
  public SuccessFit fit(SuccessFamily family) {
    Arguments.present("family", family);
    return fits.stream()
        .filter(fit -> fit.family() == family)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no fit of " + family.word()));
  }

  /** By how much the criterion of each lies above the best, in the order of the fits. */
  public double[] differences() {
    double least = aicc(best());
    return fits.stream().mapToDouble(f -> aicc(f) == least ? 0 : aicc(f) - least).toArray();
  }

  /** Akaike weights, {@code exp(-difference/2)} over their sum. */
  public double[] weights() {
    return InformationCriteria.weights(
        fits.stream().mapToDouble(SuccessComparison::aicc).toArray());
  }

  private static double aicc(SuccessFit fit) {
    return fit.criteria().aicc();
  }

  @Override
  public String summary() {
    double[] differences = differences();
    String alike =
        fits.stream()
            .skip(1)
            .filter(fit -> differences[fits.indexOf(fit)] < InformationCriteria.INDISTINGUISHABLE)
            .map(fit -> fit.family().word())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "laws of %s, %d items: %s has the lowest AICc (%s)%s",
        best().counts().name(),
        best().counts().items(),
        best().family().word(),
        Digits.of(aicc(best()), 7),
        alike.isEmpty() ? "; no other is within 2" : "; not to be told from it: " + alike);
  }

  /**
   * One row for each law: {@code law}, {@code status}, {@code parameters}, {@code ln likelihood},
   * {@code AICc}, {@code above the best}, {@code weight}, {@code BIC}, {@code exponent}, {@code
   * distinguishable}.
   */
  @Override
  public Table table() {
    double[] differences = differences();
    var told = BooleanColumn.create("distinguishable");
    for (double difference : differences) {
      told.append(difference >= InformationCriteria.INDISTINGUISHABLE);
    }
    return Table.create(
        "laws of " + best().counts().name(),
        StringColumn.create("law", fits.stream().map(fit -> fit.family().word())),
        StringColumn.create("status", fits.stream().map(fit -> fit.status().toString())),
        StringColumn.create("parameters", fits.stream().map(SuccessComparison::parameters)),
        numbers("ln likelihood", SuccessFit::logLikelihood),
        numbers("AICc", SuccessComparison::aicc),
        DoubleColumn.create("above the best", differences),
        DoubleColumn.create("weight", weights()),
        numbers("BIC", fit -> fit.criteria().bic()),
        numbers("exponent", SuccessFit::exponent),
        told);
  }

  private static String parameters(SuccessFit fit) {
    return fit.family().parameters().stream()
        .map(name -> name + " " + Digits.of(fit.parameter(name), 4))
        .collect(Collectors.joining(", "));
  }

  private DoubleColumn numbers(String name, ToDoubleFunction<SuccessFit> of) {
    return DoubleColumn.create(name, fits.stream().mapToDouble(of).toArray());
  }

  /** Mean pass@k as observed, and as each law has it. */
  @Override
  public Figure chart() {
    return Figure.of(SuccessPicture.panel(fits));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("criterion", "AICc", "items", "" + best().counts().items()));
  }
}
