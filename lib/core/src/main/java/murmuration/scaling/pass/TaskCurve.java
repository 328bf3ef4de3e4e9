package murmuration.scaling.pass;

import java.util.Arrays;
import java.util.List;
import murmuration.math.Arguments;

/**
 * How the pass rate PU of a task depends on the size N of a model, by {@code F(N) = ln(-ln PU)}: a
 * line of ln N where the task follows a scaling law (Hu et al. 2024, sections 4 to 6).
 *
 * <pre>{@code
 * TaskCurve one = new TaskLaw(300, 0.3);
 * TaskCurve chain = TaskCurve.steps(new TaskLaw(300, 0.3), new TaskLaw(5e4, 0.55));
 * TaskCurve either = TaskCurve.bestOf(new TaskLaw(300, 0.3), new TaskLaw(4e6, 0.8));
 * double pass = chain.passRate(1e9);
 * }</pre>
 *
 * <p>A chain of steps gives a convex F, which rises less and less: multi-step reasoning alone
 * cannot bring accelerated emergence (theorem 2). Several ways to solve a task, of which the best
 * is taken, give a concave F, and can (theorem 3).
 */
@FunctionalInterface
public interface TaskCurve {
  /**
   * F, the logarithm of minus the logarithm of the pass rate: lower is better.
   *
   * @param n size of the model, above 0
   */
  double f(double n);

  /**
   * The pass rate, {@code exp(-exp(F))}.
   *
   * @param n size of the model, above 0
   */
  default double passRate(double n) {
    return Math.exp(-Math.exp(f(n)));
  }

  /**
   * A task that takes all of several steps, each of which passes on its own: the product of their
   * pass rates. F is then the logarithm of a sum of exponentials of the steps' F, hence convex in
   * ln N where theirs are lines.
   *
   * @param steps the steps, at least one
   */
  static TaskCurve steps(TaskCurve... steps) {
    List<TaskCurve> all = several("steps", steps);
    return n -> logSum(all.stream().mapToDouble(step -> step.f(n)).toArray());
  }

  /**
   * A task that several circuits solve, of which the best is used: the largest pass rate. F is the
   * lowest of theirs, hence concave in ln N where theirs are lines.
   *
   * @param circuits the circuits, at least one
   */
  static TaskCurve bestOf(TaskCurve... circuits) {
    List<TaskCurve> all = several("circuits", circuits);
    return n -> all.stream().mapToDouble(circuit -> circuit.f(n)).min().orElseThrow();
  }

  /**
   * A task that several circuits vote on, each with a weight in proportion to its pass rate: {@code
   * sum P_i^2 / sum P_i}. These weights are ours; those of the paper are not known to us.
   *
   * @param circuits the circuits, at least one
   */
  static TaskCurve softVote(TaskCurve... circuits) {
    List<TaskCurve> all = several("circuits", circuits);
    return n -> vote(all.stream().mapToDouble(circuit -> -Math.exp(circuit.f(n))).toArray());
  }

  private static List<TaskCurve> several(String name, TaskCurve... curves) {
    List<TaskCurve> list = Arguments.listed(name, curves);
    Arguments.require(!list.isEmpty(), "%s is empty: expected at least one", name);
    return list;
  }

  private static double logSum(double[] x) {
    double most = Arrays.stream(x).max().orElseThrow();
    return most + Math.log(Arrays.stream(x).map(v -> Math.exp(v - most)).sum());
  }

  /** F of the vote from the logarithms of the pass rates. */
  private static double vote(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    double squares = 0;
    double missed = 0;
    for (double log : logs) {
      double share = Math.exp(log - most);
      sum += share;
      squares += share * share;
      missed += share * -Math.expm1(log);
    }
    // Near 1 the vote is one minus the weighted mean of what is missed.
    double lost = missed / sum;
    double logVote = lost < 0.5 ? Math.log1p(-lost) : most + Math.log(squares / sum);
    return Math.log(-logVote);
  }
}
