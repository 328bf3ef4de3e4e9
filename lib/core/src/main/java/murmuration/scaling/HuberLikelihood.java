package murmuration.scaling;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The likelihood of residuals of ln L under Huber's density with a free scale s, up to a constant:
 * {@code -n ln s - sum w rho(r / s)}. As {@code rho(r / s)} is Huber's loss with the width {@code
 * delta s} by {@code s^2}, a fit for each s is a fit of Huber's loss.
 */
final class HuberLikelihood {
  /** The scale is searched this far beyond the sizes of the residuals, in logs. */
  private static final double BEYOND = 7;

  private static final double PRECISE = 1e-10;
  private static final int EVALUATIONS = 300;

  private final TrainingRuns runs;
  private final LawPoints points;
  private final double delta;
  private final double n;
  private final ScalingFit squares;
  private final ScalingFit deviations;

  HuberLikelihood(TrainingRuns runs, double delta) {
    this.runs = runs;
    this.delta = delta;
    squares = ScalingLaw.of(runs).loss(FitLoss.NLS_LOG).fit();
    deviations = ScalingLaw.of(runs).loss(FitLoss.LAD_LOG).fit();
    points = squares.study().points();
    n = points.total();
  }

  /** The log-likelihood of a law at its best scale. */
  double of(AdditiveLaw law) {
    var objective = new LawObjective(points, FitLoss.HUBER_LOG);
    double[] centred = points.centred(law.vector());
    return highest(
        logScale -> {
          double s = Math.exp(logScale);
          objective.width(delta * s);
          return -n * logScale - objective.at(centred) / (s * s);
        },
        law)[1];
  }

  /** The law of the highest likelihood. */
  AdditiveLaw best() {
    double logScale =
        highest(s -> -n * s - fit(s).objective() * Math.exp(-2 * s), squares.law())[0];
    return fit(logScale).law();
  }

  private ScalingFit fit(double logScale) {
    return ScalingLaw.of(runs).loss(FitLoss.huberLog(delta * Math.exp(logScale))).fit();
  }

  /** Where a function of ln s is highest, and its value there. */
  private double[] highest(DoubleUnaryOperator likelihood, AdditiveLaw law) {
    double mean = FitLoss.LAD_LOG.of(law, runs) / n;
    double root = Math.sqrt(FitLoss.NLS_LOG.of(law, runs) / n);
    double low = Math.log(Math.min(mean, deviations.objective() / n) * Math.min(1, delta)) - BEYOND;
    double high = Math.log(Math.max(root, mean)) + BEYOND;
    var found =
        new BrentOptimizer(PRECISE, PRECISE)
            .optimize(
                new UnivariateObjectiveFunction(likelihood::applyAsDouble),
                GoalType.MAXIMIZE,
                new SearchInterval(low, high),
                new MaxEval(EVALUATIONS));
    return new double[] {found.getPoint(), found.getValue()};
  }
}
