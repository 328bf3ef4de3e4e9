package murmuration.neural;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.concept.ConceptRun;
import murmuration.concept.ConceptTrajectory;
import murmuration.concept.Elicitation;
import murmuration.concept.HiddenCapability;
import murmuration.concept.InterventionKind;
import murmuration.concept.LearningRule;
import murmuration.concept.LearningTimes;
import murmuration.concept.image.PixelEvaluator;
import murmuration.concept.image.SoftDiscs;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.neural.engine.ModelWeights;
import murmuration.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A training of {@link ConceptGenerator}, as it was watched.
 *
 * @param study what was trained
 * @param checkpoints what it could do, at least twice
 * @param evaluator what read its pictures
 * @param weights of the network at the end
 * @param provenance choices and seed
 */
public record ConceptGeneratorRun(
    ConceptGenerator study,
    List<ConceptCheckpoint> checkpoints,
    PixelEvaluator evaluator,
    ModelWeights weights,
    Provenance provenance)
    implements Charted {
  /** The curves of {@link #accuracies}. */
  public static final List<String> CURVES =
      List.of("colour", "size", "naive", "over-prompt", "latent", "patch");

  private static final List<String> CONCEPTS = List.of("colour", "size");

  /** Checks that there is something to read, and keeps its own copy. */
  public ConceptGeneratorRun {
    Arguments.present("study", study);
    checkpoints = Arguments.listed("checkpoints", checkpoints);
    Arguments.require(
        checkpoints.size() >= 2,
        "checkpoints has %d entries: expected at least 2",
        checkpoints.size());
    Arguments.present("evaluator", evaluator);
    Arguments.present("weights", weights);
    Arguments.present("provenance", provenance);
  }

  /** Training steps of the checkpoints. */
  public double[] steps() {
    return GeneratorPicture.column(checkpoints, ConceptCheckpoint::step);
  }

  /** The loss at the checkpoints, of one batch each. */
  public double[] losses() {
    return GeneratorPicture.column(checkpoints, ConceptCheckpoint::loss);
  }

  /** The path of the held-out class, asked for naively: probabilities of blue and of small. */
  public ConceptTrajectory trajectory() {
    return trajectory(1, 1);
  }

  /**
   * The path of a class, asked for naively.
   *
   * @param c 0 for red, 1 for blue
   * @param s 0 for large, 1 for small
   */
  public ConceptTrajectory trajectory(int c, int s) {
    Arguments.within("c", c, 0, 1);
    Arguments.within("s", s, 0, 1);
    double[][] values =
        checkpoints.stream()
            .map(point -> point.classes().get(2 * c + s).probability())
            .toArray(double[][]::new);
    return new ConceptTrajectory(CONCEPTS, steps(), values, provenance);
  }

  /**
   * Shares of pictures of the held-out class that are as asked, along training, one curve for each
   * of {@link #CURVES}: the colour and the size asked for naively, both at once (naive), and both
   * under the best intervention of each kind.
   */
  public ConceptTrajectory accuracies() {
    double[][] values =
        checkpoints.stream()
            .map(
                point -> {
                  Elicitation found = point.elicited();
                  return new double[] {
                    point.heldOut().right()[0],
                    point.heldOut().right()[1],
                    found.naive(),
                    found.best(InterventionKind.OVER_PROMPT),
                    found.best(InterventionKind.LATENT),
                    found.best(InterventionKind.PATCH)
                  };
                })
            .toArray(double[][]::new);
    return new ConceptTrajectory(CURVES, steps(), values, provenance);
  }

  /** What was recorded, for {@link murmuration.concept.ConceptStudy}. */
  public ConceptRun recorded() {
    var training = List.of(trajectory(0, 0), trajectory(0, 1), trajectory(1, 0));
    return ConceptRun.of(trajectory())
        .training(training, new double[][] {{0, 0}, {0, 1}, {1, 0}})
        .capability(hidden());
  }

  /** When each of {@link #CURVES} first had two checkpoints in a row at 0.8. */
  public LearningTimes times() {
    return LearningTimes.of(accuracies(), LearningRule.firstTwo());
  }

  /** Naive prompting against the latent interventions. */
  public HiddenCapability hidden() {
    return hidden(InterventionKind.LATENT);
  }

  /** Naive prompting against the interventions of one kind. */
  public HiddenCapability hidden(InterventionKind kind) {
    Arguments.present("kind", kind);
    Elicitation first = checkpoints.getFirst().elicited();
    Map<String, double[]> curves = new LinkedHashMap<>();
    for (int w = 0; w < first.names().size(); w++) {
      if (first.kinds().get(w) == kind) {
        String name = first.names().get(w);
        curves.put(name, GeneratorPicture.column(checkpoints, c -> c.elicited().share(name)));
      }
    }
    return HiddenCapability.of(steps(), accuracies().concept("naive"), curves);
  }

  /**
   * How much more the best latent intervention gives than naive prompting at the end of training:
   * the mean over the last checkpoints.
   *
   * @param last how many, at least 1, at most all
   */
  public double gap(int last) {
    return end("latent", last) - end("naive", last);
  }

  /** The mean of one of {@link #CURVES} over the last checkpoints, at least 1, at most all. */
  public double end(String curve, int last) {
    Arguments.require(
        last >= 1 && last <= checkpoints.size(),
        "last is %d: expected 1 to %d checkpoints",
        last,
        checkpoints.size());
    double[] values = accuracies().concept(curve);
    return IntStream.range(values.length - last, values.length)
        .mapToDouble(i -> values[i])
        .average()
        .orElseThrow();
  }

  /** The generator as training left it. */
  public DiscGenerator generator() {
    return new DiscGenerator(weights);
  }

  @Override
  public String summary() {
    List<String> lines = new ArrayList<>();
    double[] told = evaluator.accuracy();
    ConceptCheckpoint last = checkpoints.getLast();
    lines.add(study + ", " + last.step() + " steps, seed " + provenance.seed());
    lines.add(
        String.format(
            Locale.ROOT,
            "evaluator right on fresh pictures: colour %.4g, size %.4g",
            told[0],
            told[1]));
    lines.add(String.format(Locale.ROOT, "training classes at the end: %.4g", last.trained()));
    LearningTimes times = times();
    lines.add(String.format(Locale.ROOT, "%-12s %8s %8s   (held out)", "", "learned", "end"));
    for (String curve : CURVES) {
      double time = times.time(curve);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-12s %8s %8.3g",
              curve,
              Double.isNaN(time) ? "never" : Digits.of(time, 5),
              end(curve, 1)));
    }
    return String.join("\n", lines);
  }

  /**
   * One row a checkpoint: {@code step}, {@code loss}, {@code train} (share of the training classes
   * as asked), the curves, and the coordinates of each class, such as {@code p01_colour}.
   */
  @Override
  public Table table() {
    ConceptTrajectory curves = accuracies();
    Table table =
        Table.create(
            study.toString(),
            DoubleColumn.create("step", steps()),
            DoubleColumn.create("loss", losses()),
            DoubleColumn.create(
                "train", GeneratorPicture.column(checkpoints, ConceptCheckpoint::trained)));
    for (String curve : CURVES) {
      table.addColumns(DoubleColumn.create(curve, curves.concept(curve)));
    }
    for (int k = 0; k < SoftDiscs.CLASSES; k++) {
      var path = trajectory(k / 2, k % 2);
      for (String concept : CONCEPTS) {
        String name = "p" + k / 2 + k % 2 + "_" + concept;
        table.addColumns(DoubleColumn.create(name, path.concept(concept)));
      }
    }
    return table;
  }

  /** Accuracies along training, and the paths of all classes in concept space. */
  @Override
  public Figure chart() {
    return GeneratorPicture.of(checkpoints, study + ", seed " + provenance.seed());
  }
}
