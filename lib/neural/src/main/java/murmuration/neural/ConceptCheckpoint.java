package murmuration.neural;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import murmuration.concept.Elicitation;
import murmuration.concept.image.ConceptReading;
import murmuration.concept.image.SoftDiscs;
import murmuration.math.Arguments;

/**
 * What a generator in training could do at one step.
 *
 * @param step training steps done
 * @param loss the loss of the last step's batch
 * @param classes what its pictures show when asked naively for each class, in the order (red,
 *     large), (red, small), (blue, large), (blue, small): the last was never trained
 * @param elicited how often it gave the held-out class, asked naively and otherwise
 */
public record ConceptCheckpoint(
    long step, double loss, List<ConceptReading> classes, Elicitation elicited) {
  /** Checks the classes and keeps its own copy. */
  public ConceptCheckpoint {
    Arguments.require(step >= 0, "step is %d: expected 0 or more", step);
    classes = Arguments.listed("classes", classes);
    Arguments.require(
        classes.size() == SoftDiscs.CLASSES,
        "classes has %d readings: expected %d",
        classes.size(),
        SoftDiscs.CLASSES);
    Arguments.present("elicited", elicited);
  }

  /** The held-out class, asked for naively. */
  public ConceptReading heldOut() {
    return classes.getLast();
  }

  /** Mean share of the three training classes that show what was asked for. */
  public double trained() {
    return classes.stream()
        .limit(SoftDiscs.CLASSES - 1)
        .mapToDouble(ConceptReading::joint)
        .average()
        .orElseThrow();
  }

  /** All its numbers in a row, for a file. */
  double[] numbers() {
    var readings =
        classes.stream()
            .flatMapToDouble(
                r ->
                    DoubleStream.of(
                        r.probability()[0],
                        r.probability()[1],
                        r.right()[0],
                        r.right()[1],
                        r.joint()));
    return DoubleStream.concat(
            DoubleStream.of((double) step, loss),
            DoubleStream.concat(readings, DoubleStream.of(elicited.shares())))
        .toArray();
  }

  /** The checkpoint of such numbers; what they do not hold is taken from another. */
  static ConceptCheckpoint of(double[] numbers, Elicitation like) {
    int each = 5;
    var classes =
        IntStream.range(0, SoftDiscs.CLASSES)
            .mapToObj(
                k -> {
                  int at = 2 + each * k;
                  return new ConceptReading(
                      new double[] {numbers[at], numbers[at + 1]},
                      new double[] {numbers[at + 2], numbers[at + 3]},
                      numbers[at + 4],
                      like.samples());
                })
            .toList();
    double[] shares = like.shares();
    System.arraycopy(numbers, 2 + each * SoftDiscs.CLASSES, shares, 0, shares.length);
    var elicited =
        new Elicitation(like.names(), like.kinds(), shares, like.samples(), like.provenance());
    return new ConceptCheckpoint((long) numbers[0], numbers[1], classes, elicited);
  }
}
