package murmuration.concept.grokking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Spectrum;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How much of an embedding of the numbers 0 to p - 1 is of each frequency: the norms, over its
 * dimensions, of the Fourier components along the numbers. A network that has grokked modular
 * addition uses few, and their Gini coefficient is near 1 (Nanda et al. 2023, section 5).
 *
 * @param norms of the frequencies 1 to {@code (p - 1) / 2}
 * @param gini the Gini coefficient of the norms: 0 where all are equal, {@code 1 - 1/m} where one
 *     of m is all; NaN for an embedding without any
 * @param provenance where it comes from
 */
public record EmbeddingSpectrum(double[] norms, double gini, Provenance provenance)
    implements Charted {

  /** Keeps its own copy. */
  public EmbeddingSpectrum {
    Arguments.finite("norms", norms, 1);
    norms = norms.clone();
    Arguments.present("provenance", provenance);
  }

  /**
   * The spectrum of an embedding.
   *
   * @param embedding p rows, one a number, x dimensions; p odd, 3 to 199
   */
  public static EmbeddingSpectrum of(double[][] embedding) {
    Arguments.present("embedding", embedding);
    var task = ModularAddition.of(embedding.length);
    int dimensions = Arguments.present("embedding[0]", embedding[0]).length;
    Arguments.require(dimensions >= 1, "embedding[0] is empty: expected at least 1 dimension");
    double[] power = new double[task.frequencies()];
    var spectrum = new Spectrum(task.p());
    for (int i = 0; i < embedding.length; i++) {
      Arguments.finite("embedding[" + i + "]", embedding[i], dimensions);
      Arguments.sameLength("embedding[0]", embedding[0], "embedding[" + i + "]", embedding[i]);
      for (double v : embedding[i]) {
        Arguments.within("a value of embedding", v, -1e100, 1e100);
      }
    }
    for (int d = 0; d < dimensions; d++) {
      int column = d;
      double[] along = Arrays.stream(embedding).mapToDouble(row -> row[column]).toArray();
      double[] amplitudes = spectrum.amplitudes(along);
      for (int k = 0; k < power.length; k++) {
        power[k] += amplitudes[k + 1] * amplitudes[k + 1];
      }
    }
    double[] norms = Arrays.stream(power).map(Math::sqrt).toArray();
    return new EmbeddingSpectrum(
        norms,
        gini(norms),
        Provenance.of(Map.of("spectrum", "norms over " + dimensions + " dimensions")));
  }

  /** {@code sum (2i - m - 1) x_(i) / (m sum x)} over ascending values; NaN where all are 0. */
  static double gini(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < ascending.length; i++) {
      sum += ascending[i];
      weighted += (2.0 * i + 1 - ascending.length) * ascending[i];
    }
    return sum == 0 ? Double.NaN : weighted / (ascending.length * sum);
  }

  @Override
  public double[] norms() {
    return norms.clone();
  }

  @Override
  public String summary() {
    int strongest = 0;
    for (int k = 1; k < norms.length; k++) {
      strongest = norms[k] > norms[strongest] ? k : strongest;
    }
    return String.format(
        Locale.ROOT,
        "%d frequencies, the strongest %d%nGini coefficient of their norms: %.4g",
        norms.length,
        strongest + 1,
        gini);
  }

  /** The Gini coefficient, then the norm of each frequency. */
  @Override
  public Table table() {
    var quantities = Quantities.of("embedding spectrum").and("Gini coefficient", gini);
    for (int k = 0; k < norms.length; k++) {
      quantities = quantities.and("norm of frequency " + (k + 1), norms[k]);
    }
    return quantities.table();
  }

  /** The norm of each frequency. */
  @Override
  public Figure chart() {
    double[] k = IntStream.rangeClosed(1, norms.length).asDoubleStream().toArray();
    return Figure.of(Panel.of("Frequency", "Norm").bars("embedding", k, norms));
  }
}
