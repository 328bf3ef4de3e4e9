package murmuration.concept;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import murmuration.math.Arguments;

/**
 * What was recorded of one training run, for {@link ConceptStudy}: the held-out class in concept
 * space, and where there are, the training classes and the accuracies under naive prompting and
 * interventions.
 *
 * <pre>{@code
 * var run = ConceptRun.of(heldOut)
 *     .training(List.of(largeRed, smallRed, largeBlue), new double[][] {{0, 0}, {0, 1}, {1, 0}})
 *     .capability(HiddenCapability.of(steps, naive, elicited));
 * }</pre>
 *
 * @param heldOut samples asked for the class that was not trained on
 * @param training samples asked for each training class; empty where they were not recorded
 * @param targets what each training class should reach, one a row
 * @param capability accuracies; empty where they were not recorded
 */
public record ConceptRun(
    ConceptTrajectory heldOut,
    List<ConceptTrajectory> training,
    double[][] targets,
    Optional<HiddenCapability> capability) {
  /** Checks that all have the same concepts and steps, and keeps its own copy. */
  public ConceptRun {
    Arguments.present("heldOut", heldOut);
    training = Arguments.listed("training", training);
    targets = TrainingSaturation.targets(training.size(), heldOut.dimension(), targets);
    Arguments.present("capability", capability);
    if (!training.isEmpty()) {
      ConceptTrajectory.alike(training);
      ConceptTrajectory.alike(List.of(heldOut, training.getFirst()));
    }
  }

  /** A run of which the held-out class was recorded. */
  public static ConceptRun of(ConceptTrajectory heldOut) {
    return new ConceptRun(heldOut, List.of(), new double[0][], Optional.empty());
  }

  /**
   * The same with its training classes.
   *
   * @param classes the run of each training class, with the same concepts and steps
   * @param classTargets what each should reach, usually 0 or 1, one row a class
   */
  public ConceptRun training(List<ConceptTrajectory> classes, double[][] classTargets) {
    return new ConceptRun(heldOut, classes, classTargets, capability);
  }

  /** The same with its accuracies under naive prompting and interventions. */
  public ConceptRun capability(HiddenCapability found) {
    return new ConceptRun(
        heldOut, training, targets, Optional.of(Arguments.present("found", found)));
  }

  /** What each training class should reach, one a row. */
  @Override
  public double[][] targets() {
    return TrainingSaturation.targets(training.size(), heldOut.dimension(), targets);
  }

  /** The mean of runs with other seeds; of accuracies only where every run has them. */
  static ConceptRun mean(List<ConceptRun> runs) {
    ConceptRun first = runs.getFirst();
    var mean = of(ConceptTrajectory.mean(runs.stream().map(ConceptRun::heldOut).toList()));
    int classes = first.training.size();
    for (ConceptRun run : runs) {
      Arguments.require(
          run.training.size() == classes,
          "runs have %d and %d training classes: expected the same",
          classes,
          run.training.size());
    }
    if (classes > 0) {
      mean = mean.training(meanClasses(runs, classes), first.targets);
    }
    var found = runs.stream().flatMap(run -> run.capability.stream()).toList();
    return found.size() < runs.size() ? mean : mean.capability(HiddenCapability.mean(found));
  }

  private static List<ConceptTrajectory> meanClasses(List<ConceptRun> runs, int classes) {
    return IntStream.range(0, classes)
        .mapToObj(
            c -> ConceptTrajectory.mean(runs.stream().map(run -> run.training.get(c)).toList()))
        .toList();
  }
}
