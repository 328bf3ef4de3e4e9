package murmuration.concept.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import murmuration.concept.ConceptTrajectory;
import murmuration.math.Arguments;

/**
 * The logistic toy of learning in concept space: every concept rises as a logistic of its own, the
 * one with the stronger signal first, so that the trajectory runs along one side of the square and
 * then turns. A concept may be drawn to the nearest training class before it rises: memorise, then
 * turn.
 *
 * <p>This is a toy of this library in the spirit of Park et al. (2024, Emergence of hidden
 * capabilities), not the equations of that paper.
 *
 * @param concepts the concepts, at least 1
 */
public record ToyLandscape(List<ToyConcept> concepts) {
  /** Checks the list and keeps its own copy. */
  public ToyLandscape {
    concepts = Arguments.listed("concepts", concepts);
    Arguments.require(!concepts.isEmpty(), "concepts is empty: expected at least 1");
  }

  /**
   * Concepts that rise by themselves.
   *
   * @param rates per step, one a concept, above 0
   * @param times the step at which each is at 1/2
   */
  public static ToyLandscape of(double[] rates, double[] times) {
    Arguments.finite("rates", rates, 1);
    Arguments.sameLength("rates", rates, "times", times);
    return new ToyLandscape(
        IntStream.range(0, rates.length)
            .mapToObj(k -> ToyConcept.of(new LogisticRise(rates[k], times[k])))
            .toList());
  }

  /** Concepts whose time is one over their signal, all of one rate. */
  public static ToyLandscape ofSignals(double[] signals, double rate) {
    return ofSignals(signals, rate, 1);
  }

  /**
   * Concepts whose time is {@code c / signal}.
   *
   * @param signals how strongly each concept shows in the data, above 0
   * @param rate of every rise, per step
   * @param c the time of a concept with signal 1, in steps
   */
  public static ToyLandscape ofSignals(double[] signals, double rate, double c) {
    Arguments.finite("signals", signals, 1);
    Arguments.positive("c", c);
    double[] rates = new double[signals.length];
    Arrays.fill(rates, rate);
    double[] times = new double[signals.length];
    for (int k = 0; k < times.length; k++) {
      times[k] = c / Arguments.positive("signals[" + k + "]", signals[k]);
    }
    return of(rates, times);
  }

  /**
   * The same with one concept drawn to the nearest training class first.
   *
   * @param concept which, from 0
   * @param start its value before training, 0 to 1
   * @param low the value of the training class, 0 to 1
   * @param fall when it is drawn there
   */
  public ToyLandscape memorising(int concept, double start, double low, LogisticRise fall) {
    Arguments.require(
        concept >= 0 && concept < concepts.size(),
        "concept is %d: expected 0 to %d",
        concept,
        concepts.size() - 1);
    var changed = new ArrayList<>(concepts);
    changed.set(concept, new ToyConcept(start, low, fall, concepts.get(concept).rise()));
    return new ToyLandscape(changed);
  }

  /** The coordinates at steps of training: n x concepts. */
  public double[][] at(double... steps) {
    Arguments.finite("steps", steps, 1);
    return Arrays.stream(steps)
        .mapToObj(t -> concepts.stream().mapToDouble(concept -> concept.at(t)).toArray())
        .toArray(double[][]::new);
  }

  /**
   * The same as a run, of which turn, learning times and order can be asked.
   *
   * @param steps of training, at least 2, strictly increasing
   */
  public ConceptTrajectory trajectory(double... steps) {
    Arguments.increasing("steps", steps);
    var names = IntStream.rangeClosed(1, concepts.size()).mapToObj(k -> "concept " + k).toList();
    return ConceptTrajectory.of(names, steps, at(steps));
  }
}
