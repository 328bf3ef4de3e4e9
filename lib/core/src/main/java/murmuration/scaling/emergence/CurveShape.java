package murmuration.scaling.emergence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Quantities;
import murmuration.Result;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Present;
import murmuration.scaling.curve.ConcavityTest;
import murmuration.scaling.curve.SegmentedRegression;
import murmuration.scaling.metric.Metric;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The shape of one metric in {@code F = ln(-ln q)} against ln N, by tests that know nothing of
 * items: whether a parabola bends it ({@link ConcavityTest}), and whether it breaks ({@link
 * SegmentedRegression}). Their noise is how the models scatter; qualities of 0 and 1 have no F and
 * are left out, so that a curve which begins at zero loses what is most telling. {@link
 * SmoothLawTest} keeps it.
 *
 * @param metric the metric
 * @param used models with a quality between 0 and 1
 * @param leftOut models without
 * @param concavity the test of a parabola; null with fewer than 4 models or 3 scales
 * @param broken the test of a break; null with fewer than 5 scales
 */
public record CurveShape(
    Metric metric,
    int used,
    int leftOut,
    @Nullable ConcavityTest concavity,
    @Nullable SegmentedRegression broken)
    implements Result {
  private static final int FEWEST = 4;
  private static final int FEWEST_OF_A_BREAK = 5;

  /** Checks the counts. */
  public CurveShape {
    Arguments.present("metric", metric);
    Arguments.require(used >= 0, "used is %d: expected 0 or more", used);
    Arguments.require(leftOut >= 0, "leftOut is %d: expected 0 or more", leftOut);
  }

  static CurveShape of(QualityCurve curve, double[] scales, int draws, long seed) {
    double[] f = Arrays.stream(curve.quality()).map(q -> Math.log(-Math.log(q))).toArray();
    int[] kept = IntStream.range(0, f.length).filter(i -> Double.isFinite(f[i])).toArray();
    double[] n = Present.at(kept, scales);
    double[] y = Present.at(kept, f);
    double[] logScale = Arrays.stream(n).map(Math::log).toArray();
    long distinct = Arrays.stream(n).distinct().count();
    return new CurveShape(
        curve.metric(),
        kept.length,
        f.length - kept.length,
        kept.length >= FEWEST && distinct >= FEWEST - 1 ? ConcavityTest.of(n, y) : null,
        distinct >= FEWEST_OF_A_BREAK ? SegmentedRegression.of(logScale, y, draws, seed) : null);
  }

  /** The one-sided p of a concave curve, which is accelerated; NaN without the test. */
  public double pConcave() {
    return concavity == null ? Double.NaN : concavity.pConcave();
  }

  /** The p of a break; NaN without the test. */
  public double pBreak() {
    return broken == null ? Double.NaN : broken.p();
  }

  /** The scale of the break that fits best; NaN without the test. */
  public double breakScale() {
    return broken == null ? Double.NaN : Math.exp(broken.breakpoint());
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s, ln(-ln q) of %d models%s: p of concave %s; break at %s, p %s",
        metric.name(),
        used,
        leftOut == 0 ? "" : " (" + leftOut + " at 0 or 1 left out)",
        Digits.of(pConcave(), 3),
        Digits.of(breakScale(), 3),
        Digits.of(pBreak(), 3));
  }

  /** The two p, the curvature and where the break is. */
  @Override
  public Table table() {
    return Quantities.of("shape of " + metric.name())
        .and("curvature", concavity == null ? Double.NaN : concavity.curvature())
        .and("p concave", pConcave())
        .and("break at scale", breakScale())
        .and("p break", pBreak())
        .and("models used", used)
        .table();
  }

  @Override
  public Provenance provenance() {
    var plain = Provenance.of(Map.of("metric", metric.name()));
    return broken == null ? plain : plain.seed(broken.seed());
  }
}
