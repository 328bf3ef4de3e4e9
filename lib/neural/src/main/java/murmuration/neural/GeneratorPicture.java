package murmuration.neural;

import java.util.List;
import java.util.function.ToDoubleFunction;
import murmuration.concept.InterventionKind;
import murmuration.plot.Figure;
import murmuration.plot.Panel;

/** A run so far: accuracies along training, and the classes' paths in concept space. */
final class GeneratorPicture {
  private static final String[] CLASSES = {"red, large", "red, small", "blue, large"};

  private GeneratorPicture() {}

  static Figure of(List<ConceptCheckpoint> seen, String title) {
    double[] step = column(seen, ConceptCheckpoint::step);
    Panel accuracy =
        Panel.of("Training step", "Share of pictures as asked")
            .title(title)
            .yRange(0, 1.03)
            .line("naive", step, column(seen, c -> c.elicited().naive()))
            .line("over-prompted", step, best(seen, InterventionKind.OVER_PROMPT))
            .line("latent", step, best(seen, InterventionKind.LATENT))
            .horizontal(0.8);
    Panel plane = Panel.of("Probability of blue", "Probability of small").xRange(0, 1).yRange(0, 1);
    for (int k = 0; k < CLASSES.length; k++) {
      plane = path(plane, CLASSES[k], seen, k);
    }
    plane = path(plane, "blue, small: held out", seen, CLASSES.length);
    return Figure.grid(2, accuracy, plane).size(900, 360);
  }

  private static Panel path(Panel panel, String name, List<ConceptCheckpoint> seen, int k) {
    return panel.line(
        name,
        column(seen, c -> c.classes().get(k).probability()[0]),
        column(seen, c -> c.classes().get(k).probability()[1]));
  }

  private static double[] best(List<ConceptCheckpoint> seen, InterventionKind kind) {
    return column(seen, c -> c.elicited().best(kind));
  }

  static double[] column(
      List<ConceptCheckpoint> seen, ToDoubleFunction<? super ConceptCheckpoint> number) {
    return seen.stream().mapToDouble(number).toArray();
  }
}
