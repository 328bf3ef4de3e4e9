package murmuration.language.population;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How fresh learners came to understand a language.
 *
 * @param lessons numbers of lessons after which they were asked, from 0 on
 * @param accuracy share of attributes understood after each, mean over learners
 * @param areas for each learner the area under its curve over the lessons, 0 to 1
 * @param provenance where it comes from
 */
public record TeachingCurve(
    double[] lessons, double[] accuracy, double[] areas, Provenance provenance) implements Charted {
  private static final double LEVEL = 0.95;

  /** Checks the lengths and keeps its own copies. */
  public TeachingCurve {
    Arguments.increasing("lessons", lessons);
    Arguments.finite("accuracy", accuracy, 2);
    Arguments.finite("areas", areas, 1);
    Arguments.sameLength("lessons", lessons, "accuracy", accuracy);
    Arguments.present("provenance", provenance);
    lessons = lessons.clone();
    accuracy = accuracy.clone();
    areas = areas.clone();
  }

  static TeachingCurve of(int[] asked, List<double[]> each, Provenance provenance) {
    double[] lessons = Arrays.stream(asked).asDoubleStream().toArray();
    double[] mean = new double[lessons.length];
    double[] areas = new double[each.size()];
    for (int i = 0; i < areas.length; i++) {
      double[] curve = each.get(i);
      for (int p = 0; p < curve.length; p++) {
        mean[p] += curve[p] / areas.length;
        if (p > 0) {
          areas[i] += (lessons[p] - lessons[p - 1]) * (curve[p] + curve[p - 1]) / 2;
        }
      }
      areas[i] /= lessons[lessons.length - 1];
    }
    return new TeachingCurve(lessons, mean, areas, provenance);
  }

  @Override
  public double[] lessons() {
    return lessons.clone();
  }

  @Override
  public double[] accuracy() {
    return accuracy.clone();
  }

  @Override
  public double[] areas() {
    return areas.clone();
  }

  /** The mean area under the curve of accuracy, 0 to 1: the ease of teaching. */
  public double area() {
    return SampleMean.of(areas).mean();
  }

  @Override
  public String summary() {
    var mean = SampleMean.of(areas);
    return String.format(
        Locale.ROOT,
        "ease of teaching %s (95 %%: %s to %s; %d learners)%naccuracy %s before, %s after %s"
            + " lessons",
        Digits.of(mean.mean(), 4),
        Digits.of(mean.low(LEVEL), 4),
        Digits.of(mean.high(LEVEL), 4),
        areas.length,
        Digits.of(accuracy[0], 3),
        Digits.of(accuracy[accuracy.length - 1], 3),
        Digits.of(lessons[lessons.length - 1], 6));
  }

  @Override
  public Table table() {
    var mean = SampleMean.of(areas);
    return Quantities.of("ease of teaching")
        .and("area under the curve", mean.mean(), mean.low(LEVEL), mean.high(LEVEL))
        .and("accuracy at the end", accuracy[accuracy.length - 1])
        .table();
  }

  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Lessons", "Share of attributes understood")
            .line("accuracy", lessons, accuracy)
            .yRange(0, 1.02));
  }
}
