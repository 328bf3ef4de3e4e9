package murmuration.warning.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import murmuration.warning.model.Continuation.Place;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The equilibria of a model along a parameter, without noise, and the critical points on them.
 *
 * <p>Curves are begun at the stable equilibria that runs from {@link DynamicalModel#initial} come
 * to at both ends and in the middle of the range, and at both ends of the usual ramp, and followed
 * by pseudo-arclength around folds. Curves that no such run comes to are not found, nor are cycles
 * and chaos; the critical points of those (crises, homoclinic points) are in {@link
 * DynamicalModel#critical}.
 *
 * @param model the model
 * @param parameter the parameter along which equilibria were followed
 * @param low lower end of its range
 * @param high upper end of its range
 * @param branches the curves
 * @param critical critical points on them, in the order of the parameter
 */
public record BifurcationDiagram(
    DynamicalModel model,
    String parameter,
    double low,
    double high,
    List<Branch> branches,
    List<CriticalPoint> critical)
    implements Charted {
  private static final int LINES = 9;

  /** Keeps its own copies. */
  public BifurcationDiagram {
    Arguments.present("model", model);
    Arguments.present("parameter", parameter);
    Arguments.require(
        Double.isFinite(low) && Double.isFinite(high) && low < high,
        "range of %s is %s to %s: expected two finite numbers in increasing order",
        parameter,
        low,
        high);
    branches = Arguments.listed("branches", branches);
    critical = Arguments.listed("critical", critical);
  }

  /**
   * Follows equilibria.
   *
   * @param model the model, whose other parameters stay as they are
   * @param parameter the parameter that changes
   * @param low lower end of its range
   * @param high upper end of its range
   */
  public static BifurcationDiagram of(
      DynamicalModel model, String parameter, double low, double high) {
    Arguments.present("model", model);
    var empty = new BifurcationDiagram(model, parameter, low, high, List.of(), List.of());
    int driven = Parameters.index(model, parameter);
    var branches = new ArrayList<Branch>();
    var critical = new ArrayList<CriticalPoint>();
    double[] p = Parameters.values(model);
    for (double value : empty.beginnings()) {
      p[driven] = value;
      new Rest(model)
          .from(p, model.initial())
          .filter(rest -> branches.stream().noneMatch(b -> b.passes(value, rest, high - low)))
          .ifPresent(
              rest -> {
                var curve = new Continuation(model, parameter, low, high, rest);
                var up = curve.from(rest, value, true);
                var down = curve.from(rest, value, false);
                List<Place> places = new ArrayList<>(down.places().reversed());
                places.addAll(
                    up.places().subList(Math.min(1, up.places().size()), up.places().size()));
                places.removeIf(place -> !curve.isInside(place));
                if (!places.isEmpty()) {
                  branches.add(Branch.of(places));
                }
                Stream.concat(up.critical().stream(), down.critical().stream())
                    .filter(
                        point ->
                            critical.stream().noneMatch(other -> same(point, other, high - low)))
                    .forEach(critical::add);
              });
    }
    critical.removeIf(fold -> critical.stream().anyMatch(other -> hides(other, fold, high - low)));
    critical.sort(Comparator.comparingDouble(CriticalPoint::value));
    return new BifurcationDiagram(model, parameter, low, high, branches, critical);
  }

  private double[] beginnings() {
    var driver = model.driver();
    return parameter.equals(driver.name())
        ? Stream.of(driver.from(), low, driver.to(), high, (low + high) / 2)
            .mapToDouble(v -> Math.clamp(v, low, high))
            .distinct()
            .toArray()
        : new double[] {low, high, (low + high) / 2};
  }

  private static boolean same(CriticalPoint a, CriticalPoint b, double range) {
    return a.kind() == b.kind() && together(a, b, range);
  }

  /** The curves that are born at a pitchfork turn there, which is no fold. */
  private static boolean hides(CriticalPoint pitchfork, CriticalPoint fold, double range) {
    return pitchfork.kind() == CriticalPoint.Kind.PITCHFORK
        && fold.kind() == CriticalPoint.Kind.FOLD
        && together(pitchfork, fold, range);
  }

  private static boolean together(CriticalPoint a, CriticalPoint b, double range) {
    boolean same = Math.abs(a.value() - b.value()) < 1e-6 * range;
    double[] x = a.state();
    double[] y = b.state();
    for (int j = 0; j < x.length; j++) {
      same &= Math.abs(x[j] - y[j]) < 1e-3 * Math.max(Math.abs(x[j]), 1e-2);
    }
    return same;
  }

  @Override
  public String summary() {
    var lines = new ArrayList<String>();
    lines.add(
        "Equilibria of %s along %s from %s to %s"
            .formatted(
                model.getClass().getSimpleName(),
                parameter,
                Digits.of(low, 4),
                Digits.of(high, 4)));
    lines.add(branches.size() + (branches.size() == 1 ? " curve" : " curves"));
    critical.stream().limit(LINES).map(CriticalPoint::words).forEach(lines::add);
    if (critical.isEmpty()) {
      lines.add("no critical point");
    }
    return String.join("\n", lines);
  }

  /** One row a critical point: kind, the parameter, and the state there. */
  @Override
  public Table table() {
    Table table =
        Table.create(
            "critical points",
            StringColumn.create(
                "kind", critical.stream().map(c -> c.kind().name()).collect(Collectors.toList())),
            DoubleColumn.create(
                parameter, critical.stream().mapToDouble(CriticalPoint::value).toArray()));
    List<String> components = model.components();
    for (int j = 0; j < components.size(); j++) {
      int component = j;
      table.addColumns(
          DoubleColumn.create(
              components.get(j),
              critical.stream().mapToDouble(c -> c.state()[component]).toArray()));
    }
    return table;
  }

  /** The first component of the state along the parameter; critical points marked by kind. */
  @Override
  public Figure chart() {
    Panel panel = Panel.of(parameter, model.components().getFirst());
    for (boolean stable : new boolean[] {true, false}) {
      for (Branch branch : branches) {
        double[] x = branch.component(0, stable);
        panel = panel.line(stable ? "stable" : "unstable", branch.parameter(), x);
      }
    }
    for (CriticalPoint point : critical) {
      String name = point.kind().words();
      panel = panel.points(name, new double[] {point.value()}, new double[] {point.state()[0]});
    }
    return Figure.of(panel.xRange(low, high));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of(
            "model",
            model.getClass().getSimpleName() + " " + model.parameters(),
            "along",
            parameter + " " + low + " to " + high));
  }
}
