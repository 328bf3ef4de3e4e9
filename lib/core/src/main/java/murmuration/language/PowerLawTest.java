package murmuration.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Proportion;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * Whether a tail of frequencies could be a power law, by semi-parametric bootstrap. A small p rules
 * the law out; a large one does not prove it.
 *
 * @param tail the fit that is tested
 * @param distances of each draw to its own law; NaN where a draw had no tail to fit, which counts
 *     as close
 * @param seed seed of the draws
 */
public record PowerLawTest(PowerLawTail tail, double[] distances, long seed) implements Charted {
  /** Keeps its own copy. */
  public PowerLawTest {
    Arguments.present("tail", tail);
    Arguments.series("distances", distances, 1);
    distances = distances.clone();
  }

  /** The share of draws at least as far from their law as the data. */
  public double p() {
    return further() / distances.length;
  }

  private double further() {
    return Arrays.stream(distances).filter(d -> d >= tail.distance()).count();
  }

  @Override
  public double[] distances() {
    return distances.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s%np = %s of %d draws: %s",
        tail.summary(),
        Digits.of(p(), 3),
        distances.length,
        p() <= 0.1 ? "not a power law" : "a power law is not ruled out");
  }

  @Override
  public Table table() {
    double[] interval = new Proportion(further(), distances.length).wilson(0.95);
    return Quantities.of("power law of frequencies, tested")
        .and("p", p(), interval[0], interval[1])
        .and("KS distance", tail.distance())
        .and("exponent", tail.exponent())
        .and("k_min", (double) tail.kMin())
        .table();
  }

  /** The distances of the draws beside that of the data. */
  @Override
  public Figure chart() {
    double[] sorted = Arrays.stream(distances).filter(d -> !Double.isNaN(d)).sorted().toArray();
    double[] share = new double[sorted.length];
    Arrays.setAll(share, i -> (i + 1.0) / sorted.length);
    var panel = Panel.of("KS distance of tail and law", "Share of draws");
    return Figure.of(
        (sorted.length == 0 ? panel : panel.line("draws", sorted, share))
            .line("data", new double[] {tail.distance(), tail.distance()}, new double[] {0, 1}));
  }

  @Override
  public Provenance provenance() {
    var options = new LinkedHashMap<>(tail.provenance().options());
    options.put("test", "semi-parametric bootstrap, " + distances.length + " draws");
    return Provenance.of(options).seed(seed).data(tail.provenance().data());
  }
}
