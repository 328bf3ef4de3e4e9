package murmuration.golden.warning;

import java.util.Arrays;
import java.util.stream.IntStream;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;
import murmuration.golden.Tolerance;
import murmuration.warning.model.DynamicalModel;
import murmuration.warning.model.Forcing;
import murmuration.warning.model.MayHarvest;
import murmuration.warning.model.RickerHarvest;
import murmuration.warning.model.RosenzweigMacArthur;
import murmuration.warning.model.Scenario;
import murmuration.warning.model.Simulation;

/**
 * Runs of ewstools with its own normal numbers given. In burn-in its Rosenzweig-MacArthur predator
 * sees the prey of the next step already; that part is repeated here.
 */
public final class SimulatorsChecker implements Checker {
  @Override
  public String kind() {
    return "warning/simulators";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node run : file.root().at("cases").items()) {
      switch (run.at("model").text()) {
        case "ricker" -> check(run, new RickerHarvest(), "F", file.tolerance(), report);
        case "may" -> check(run, new MayHarvest(), "h", file.tolerance(), report);
        case "rosen_mac" -> checkTwo(run, file.tolerance(), report);
        default -> report.holds("model", false, "unknown " + run.at("model").text());
      }
    }
  }

  private static DynamicalModel with(DynamicalModel model, Node args, String... names) {
    DynamicalModel changed = model;
    for (String name : names) {
      changed = changed.with(name, args.at(name).number());
    }
    return changed;
  }

  private static Scenario driven(DynamicalModel model, String parameter, Node args) {
    double[] ends = args.at(parameter).numbers();
    var scenario =
        model
            .forced(parameter, Forcing.linear(ends[0], ends[1]))
            .duration(args.at("tmax").number());
    double dt = args.has("dt") ? args.at("dt").number() : 1;
    return scenario.step(dt).everyStep();
  }

  private static void check(
      Node run, DynamicalModel model, String driver, Tolerance tolerance, Report report) {
    Node args = run.at("args");
    String[] names =
        model.parameters().keySet().stream().filter(n -> !n.equals(driver)).toArray(String[]::new);
    Simulation found =
        driven(with(model, args, names), driver, args)
            .burnIn(args.at("tburn").number())
            .from(args.at("x0").number())
            .simulate(columns(run.at("z_burn")), columns(run.at("z")));
    report.numbers(run.at("model").text(), run.at("x").numbers(), found.state(), tolerance);
  }

  private static void checkTwo(Node run, Tolerance tolerance, Report report) {
    Node args = run.at("args");
    var model =
        (RosenzweigMacArthur)
            with(
                new RosenzweigMacArthur().with("sigma", args.at("sigma_x").number()),
                args,
                "r",
                "k",
                "h",
                "e",
                "m");
    double[] start = peersBurnIn(run, model);
    Simulation found =
        driven(model, "a", args)
            .burnIn(0)
            .from(start)
            .simulate(new double[0][], columns(run.at("zx"), run.at("zy")));
    report.numbers("rosen_mac x", run.at("x").numbers(), found.state("x"), tolerance);
    report.numbers("rosen_mac y", run.at("y").numbers(), found.state("y"), tolerance);
  }

  private static double[] peersBurnIn(Node run, RosenzweigMacArthur model) {
    Node args = run.at("args");
    double dt = args.at("dt").number();
    double[][] z = columns(run.at("zx_burn"), run.at("zy_burn"));
    double[] p =
        model.with("a", args.at("a").numbers()[0]).parameters().values().stream()
            .mapToDouble(v -> v)
            .toArray();
    double[] x = {args.at("x0").number(), args.at("y0").number()};
    double[] drift = new double[2];
    double[] diffusion = new double[2];
    for (double[] draw : z) {
      for (int j = 0; j < 2; j++) {
        model.rates().at(p, x, drift, diffusion);
        x[j] = Math.max(0, x[j] + drift[j] * dt + diffusion[j] * Math.sqrt(dt) * draw[j]);
      }
    }
    return x;
  }

  private static double[][] columns(Node... columns) {
    double[][] numbers = Arrays.stream(columns).map(Node::numbers).toArray(double[][]::new);
    return IntStream.range(0, numbers[0].length)
        .mapToObj(i -> Arrays.stream(numbers).mapToDouble(column -> column[i]).toArray())
        .toArray(double[][]::new);
  }
}
