package murmuration.scaling.curve;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import murmuration.math.LevenbergMarquardt.Minimum;

/**
 * The search for the best parameters of a form: from the most promising starts a few steps
 * downhill, then from where the best of these arrived to the end, in other coordinates where the
 * form has some. Where there are many starts, most are dropped after a glance.
 *
 * @param best where the lowest objective was found
 * @param agreeing share of the starts that arrived at the same objective, within 1e-6 relative
 */
record CurveSearch(Minimum best, double agreeing) {
  private static final double SAME = 1e-6;
  private static final double NOTHING = 1e-24;
  private static final int FIRST_STEPS = 60;
  private static final int LAST_STEPS = 300;
  private static final int MANY = 12;
  private static final int GLANCE = 8;
  private static final int FINALISTS = 3;

  private record Start(double[] theta, double squares) {}

  static CurveSearch of(CurveModel model, Points points, CurveObjective objective) {
    var descent = new Descent(model, points, objective);
    List<Start> starts = promising(model, points, descent);
    if (starts.size() > MANY) {
      starts =
          starts.stream()
              .map(start -> descent.from(start.theta, GLANCE))
              .map(found -> new Start(found.x(), found.squares()))
              .sorted(Comparator.comparingDouble(Start::squares))
              .limit(MANY)
              .toList();
    }
    List<Minimum> first =
        starts.stream()
            .map(start -> descent.from(start.theta, FIRST_STEPS))
            .sorted(Comparator.comparingDouble(Minimum::squares))
            .toList();
    if (first.isEmpty()) {
      throw new IllegalArgumentException(
          "no start of the search gives a finite " + objective + ": expected y of a moderate size");
    }
    Minimum best = first.getFirst();
    long agreeing = 0;
    double before = Double.NaN;
    int finalists = 0;
    for (Minimum each : first) {
      if (!same(each.squares(), before, points) && finalists++ < FINALISTS) {
        Minimum last = descent.from(each.x(), LAST_STEPS);
        if (agreeing == 0 || last.squares() < best.squares()) {
          best = last.squares() <= each.squares() ? last : each;
          agreeing = first.stream().filter(m -> same(m.squares(), each.squares(), points)).count();
        }
      }
      before = each.squares();
    }
    return new CurveSearch(best, (double) agreeing / first.size());
  }

  private static boolean same(double a, double b, Points points) {
    return Math.abs(a - b) <= SAME * Math.min(a, b) + NOTHING * points.n;
  }

  /** The best starts; where the form has other coordinates, as many that have them as others. */
  private static List<Start> promising(CurveModel model, Points points, Descent descent) {
    List<Start> sorted =
        model.starts(points).stream()
            .map(theta -> new Start(theta, descent.squares(theta)))
            .filter(start -> start.squares < Double.POSITIVE_INFINITY)
            .sorted(Comparator.comparingDouble(Start::squares))
            .toList();
    var recast = sorted.stream().filter(start -> descent.canRecast(start.theta));
    var others = sorted.stream().filter(start -> !descent.canRecast(start.theta));
    long most = model.searched();
    List<Start> some = recast.limit(most / 2).toList();
    return Stream.concat(some.stream(), others.limit(most - some.size())).toList();
  }
}
