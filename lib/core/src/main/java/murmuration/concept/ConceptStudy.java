package murmuration.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Interruption;
import murmuration.math.Rng;

/**
 * From recorded runs to one table: when each concept was learned and in which order, where the run
 * turned, when training saturated, and how long a capability was hidden, each with an interval over
 * seeds.
 *
 * <pre>{@code
 * ConceptReport report = ConceptStudy.of(runs).smooth(1.5).rule(LearningRule.settle(0.8)).run();
 * }</pre>
 */
public final class ConceptStudy {
  private static final int DRAWS = 2000;
  private static final double LEVEL = 0.95;
  private static final double TOLERANCE = 0.01;

  private final List<ConceptRun> runs;
  private final Choices choices;

  private record Choices(
      double sigma,
      LearningRule rule,
      double turnFrom,
      double tolerance,
      int draws,
      double level,
      long seed) {
    Choices sigma(double other) {
      return new Choices(other, rule, turnFrom, tolerance, draws, level, seed);
    }

    Choices rule(LearningRule other) {
      return new Choices(sigma, other, turnFrom, tolerance, draws, level, seed);
    }

    Choices turnFrom(double other) {
      return new Choices(sigma, rule, other, tolerance, draws, level, seed);
    }

    Choices tolerance(double other) {
      return new Choices(sigma, rule, turnFrom, other, draws, level, seed);
    }

    Choices bootstrap(int otherDraws, double otherLevel) {
      return new Choices(sigma, rule, turnFrom, tolerance, otherDraws, otherLevel, seed);
    }

    Choices seed(long other) {
      return new Choices(sigma, rule, turnFrom, tolerance, draws, level, other);
    }
  }

  private ConceptStudy(List<ConceptRun> runs, Choices choices) {
    this.runs = runs;
    this.choices = choices;
  }

  /**
   * A study of runs that differ in their seed only: no smoothing, {@link LearningRule#settle()},
   * the turn sought from the first checkpoint on, saturation at 0.01, 2000 resamples, intervals of
   * 95 %.
   *
   * @param runs at least one, with the same concepts, steps and classes
   */
  public static ConceptStudy of(List<ConceptRun> runs) {
    List<ConceptRun> list = Arguments.listed("runs", runs);
    Arguments.require(!list.isEmpty(), "runs is empty: expected at least one run");
    ConceptTrajectory.alike(list.stream().map(ConceptRun::heldOut).toList());
    return new ConceptStudy(
        list,
        new Choices(
            0, LearningRule.settle(), Double.NEGATIVE_INFINITY, TOLERANCE, DRAWS, LEVEL, 1));
  }

  /** A study of runs of which only the held-out class was recorded. */
  public static ConceptStudy ofTrajectories(List<ConceptTrajectory> runs) {
    return of(Arguments.listed("runs", runs).stream().map(ConceptRun::of).toList());
  }

  private ConceptStudy with(Choices other) {
    return new ConceptStudy(runs, other);
  }

  /**
   * The same with trajectories smoothed, as {@link ConceptTrajectory#smooth(double)}; accuracies
   * stay as they are.
   *
   * @param sigma standard deviation in checkpoints, 0 for none
   */
  public ConceptStudy smooth(double sigma) {
    Arguments.require(
        sigma >= 0 && sigma < 1e6, "sigma is %s: expected 0 or more checkpoints", sigma);
    return with(choices.sigma(sigma));
  }

  /** The same with another rule for learning times of concepts; accuracies have their own. */
  public ConceptStudy rule(LearningRule rule) {
    return with(choices.rule(Arguments.present("rule", rule)));
  }

  /** The same with the turn sought from a step on, to skip the wandering of the untrained model. */
  public ConceptStudy turnFrom(double step) {
    Arguments.require(!Double.isNaN(step), "step is NaN: expected a training step");
    return with(choices.turnFrom(step));
  }

  /** The same with training counted as saturated at another mean squared distance. */
  public ConceptStudy saturated(double tolerance) {
    return with(choices.tolerance(Arguments.positive("tolerance", tolerance)));
  }

  /**
   * The same with other intervals over seeds.
   *
   * @param draws resamples, 100 to 100,000
   * @param level of the intervals, such as 0.95
   */
  public ConceptStudy bootstrap(int draws, double level) {
    return with(choices.bootstrap(SeedQuantity.draws(draws), Arguments.level(level)));
  }

  /** The same with another seed of the resamples. */
  public ConceptStudy seed(long seed) {
    return with(choices.seed(seed));
  }

  /** Analyses every run, their mean, and puts an interval over seeds on every quantity. */
  public ConceptReport run() {
    List<ConceptFindings> found = new ArrayList<>();
    for (ConceptRun run : runs) {
      Interruption.check("concept study");
      found.add(findings(run));
    }
    return new ConceptReport(
        found, findings(ConceptRun.mean(runs)), quantities(found), provenance());
  }

  private ConceptFindings findings(ConceptRun run) {
    ConceptTrajectory smooth = run.heldOut().smooth(choices.sigma);
    Optional<TrainingSaturation> saturation = Optional.empty();
    if (!run.training().isEmpty()) {
      List<ConceptTrajectory> classes =
          run.training().stream().map(c -> c.smooth(choices.sigma)).toList();
      saturation = Optional.of(TrainingSaturation.of(classes, run.targets(), choices.tolerance));
    }
    return new ConceptFindings(
        smooth,
        LearningTimes.of(smooth, choices.rule),
        Turn.of(smooth, choices.turnFrom),
        saturation,
        run.capability());
  }

  private List<SeedQuantity> quantities(List<ConceptFindings> found) {
    Map<String, ToDoubleFunction<ConceptFindings>> wanted = new LinkedHashMap<>();
    for (String name : found.getFirst().times().names()) {
      wanted.put("learned: " + name + " (step)", f -> f.times().time(name));
    }
    wanted.put("turn (degrees)", f -> f.turn().angle());
    wanted.put("turn (step)", f -> f.turn().step());
    if (found.stream().anyMatch(f -> f.saturation().isPresent())) {
      wanted.put("training saturation (step)", ConceptFindings::saturationStep);
      wanted.put("turn over saturation", ConceptFindings::turnRatio);
    }
    if (found.stream().anyMatch(f -> f.capability().isPresent())) {
      wanted.put("naive prompting (step)", capability(HiddenCapability::naiveTime));
      wanted.put("best intervention (step)", capability(HiddenCapability::elicitedTime));
      wanted.put("gap (steps)", capability(HiddenCapability::gap));
      wanted.put("hidden accuracy", capability(HiddenCapability::area));
    }
    List<SeedQuantity> quantities = new ArrayList<>();
    wanted.forEach(
        (name, of) ->
            quantities.add(
                SeedQuantity.of(
                    name,
                    found.stream().mapToDouble(of).toArray(),
                    choices.level,
                    choices.draws,
                    Rng.seed(choices.seed, quantities.size()))));
    return quantities;
  }

  private static ToDoubleFunction<ConceptFindings> capability(
      ToDoubleFunction<HiddenCapability> of) {
    return f -> f.capability().map(of::applyAsDouble).orElse(Double.NaN);
  }

  private Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("smoothing", choices.sigma + " checkpoints");
    options.put("rule", choices.rule.toString());
    options.put("turn from", choices.turnFrom + "");
    options.put("saturation", choices.tolerance + "");
    options.put("resamples", choices.draws + "");
    options.put("level", choices.level + "");
    return Provenance.of(options)
        .seed(choices.seed)
        .data(runs.getFirst().heldOut().provenance().data());
  }
}
