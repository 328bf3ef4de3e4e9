package murmuration.warning.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which law the patch sizes of a landscape follow: power law, truncated power law, exponential and
 * lognormal, each fitted by discrete maximum likelihood and compared by AIC (Clauset, Shalizi and
 * Newman 2009, Power-law distributions in empirical data; Kéfi et al. 2014).
 *
 * <p>Intervals take patches as independent; those of one landscape compete for space and are not
 * quite, so they are too narrow rather than too wide. The lowest AIC says which of the four laws is
 * nearest, not that it is right.
 *
 * @param sizes sizes of at least xmin, ascending
 * @param xmin smallest size that counts
 * @param fits the four fits, in the order of {@link PatchLaw}
 */
public record PatchDistribution(int[] sizes, int xmin, List<PatchFit> fits) implements Charted {
  private static final int LARGEST = 100_000_000;

  /** Keeps its own copies. */
  public PatchDistribution {
    Arguments.present("sizes", sizes);
    checkXmin(xmin);
    fits = Arguments.listed("fits", fits);
    Arguments.require(
        fits.size() == PatchLaw.values().length,
        "fits has %d entries: expected %d, one for each law",
        fits.size(),
        PatchLaw.values().length);
    Arguments.require(
        fits.stream().map(PatchFit::law).distinct().count() == fits.size(),
        "fits has a law twice: expected each once");
    sizes = Arrays.stream(sizes).sorted().toArray();
  }

  /** The sizes of patches, all of them. */
  public static PatchDistribution of(Patches patches) {
    return of(Arguments.present("patches", patches).sizes(), 1);
  }

  /**
   * Sizes from one's own patches.
   *
   * @param sizes cells of each patch, 1 to 100 million, in any order
   * @param xmin sizes below it are left out, 1 or more
   * @throws IllegalArgumentException where fewer than two different sizes are left
   */
  public static PatchDistribution of(int[] sizes, int xmin) {
    checkXmin(xmin);
    var sample = PatchSample.of(sizes);
    Arguments.require(
        sample.largest() <= LARGEST,
        "sizes has %d: expected at most %d cells",
        sample.largest(),
        LARGEST);
    var tail = sample.from(xmin);
    Arguments.require(
        tail.sizes().length >= 2,
        "all %d patches of at least %d cells have size %d: expected two different sizes",
        tail.n(),
        xmin,
        tail.smallest());
    List<PatchFit> fits = new ArrayList<>();
    for (PatchLaw law : PatchLaw.values()) {
      fits.add(law.fit(tail, xmin));
    }
    return new PatchDistribution(Arrays.stream(sizes).filter(x -> x >= xmin).toArray(), xmin, fits);
  }

  private static void checkXmin(int xmin) {
    Arguments.require(
        xmin >= 1 && xmin <= LARGEST, "xmin is %d: expected 1 to %d cells", xmin, LARGEST);
  }

  @Override
  public int[] sizes() {
    return sizes.clone();
  }

  /** The fit of one law. */
  public PatchFit fit(PatchLaw law) {
    Arguments.present("law", law);
    return fits.stream().filter(fit -> fit.law() == law).findFirst().orElseThrow();
  }

  /** The fit of lowest AIC; of equals, the one of fewer parameters. */
  public PatchFit best() {
    return fits.stream()
        .min(
            Comparator.comparingDouble(PatchFit::aic)
                .thenComparingInt(fit -> fit.parameters().length))
        .orElseThrow();
  }

  /** Akaike weights of the laws, in the order of {@link PatchLaw}; they sum to 1. */
  public double[] weights() {
    double lowest = best().aic();
    double[] weights =
        fits.stream().mapToDouble(fit -> Math.exp((lowest - fit.aic()) / 2)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  @Override
  public String summary() {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d patches of %d cells or more; nearest law: %s (Akaike weight %s)",
            sizes.length,
            xmin,
            best().law().words(),
            Digits.of(Arrays.stream(weights()).max().orElse(Double.NaN), 3)));
    fits.forEach(fit -> lines.add(fit.summary()));
    return String.join("\n", lines);
  }

  /** One row a parameter: law, parameter, value, 95 % interval, and the law's criteria. */
  @Override
  public Table table() {
    var law = StringColumn.create("law");
    var parameter = StringColumn.create("parameter");
    var value = DoubleColumn.create("value");
    var low = DoubleColumn.create("low");
    var high = DoubleColumn.create("high");
    var aic = DoubleColumn.create("AIC");
    var bic = DoubleColumn.create("BIC");
    var n = IntColumn.create("n");
    for (PatchFit fit : fits) {
      Table rows = fit.table();
      for (int i = 0; i < fit.parameters().length; i++) {
        law.append(fit.law().words());
        parameter.append(fit.law().parameters().get(i));
        value.append(fit.parameters()[i]);
        low.append(rows.doubleColumn("low").get(i));
        high.append(rows.doubleColumn("high").get(i));
        aic.append(fit.aic());
        bic.append(fit.bic());
        n.append(fit.n());
      }
    }
    return Table.create("laws of patch sizes", law, parameter, value, low, high, aic, bic, n);
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("xmin", String.valueOf(xmin)));
  }

  /** Share of the patches at least as large as each size, with the four laws. */
  @Override
  public Figure chart() {
    double[][] steps = PatchSample.of(sizes).steps();
    int[] grid = grid();
    double[] at = IntStream.of(grid).asDoubleStream().toArray();
    double lowest = 0.3 / sizes.length;
    Panel panel =
        Panel.of("Patch size (cells)", "Share of patches at least as large")
            .logX()
            .logY()
            .yRange(lowest, 1.5)
            .points("patches", steps[0], steps[1]);
    for (PatchFit fit : fits) {
      double[] curve = IntStream.of(grid).mapToDouble(fit::atLeast).toArray();
      for (int i = 0; i < curve.length; i++) {
        curve[i] = curve[i] > lowest / 10 ? curve[i] : Double.NaN;
      }
      panel = panel.line(fit.law().words(), at, curve);
    }
    return Figure.of(panel);
  }

  private int[] grid() {
    double end = Math.log((double) sizes[sizes.length - 1] / xmin);
    return IntStream.rangeClosed(0, 60)
        .map(i -> (int) Math.round(xmin * Math.exp(end * i / 60)))
        .distinct()
        .toArray();
  }
}
