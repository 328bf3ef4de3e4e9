package murmuration.scaling.pass;

/**
 * What the bend of {@code F = ln(-ln PU)} against ln N says of a task (Hu et al. 2024, definition
 * 1).
 */
public enum TaskShape {
  /** Not told from a line: the task may follow a scaling law. */
  SCALING_LAW("scaling law (no bend is seen)"),
  /** Convex: size helps less and less. */
  SUB_SCALING("sub-scaling growth (convex)"),
  /** Concave: size helps more and more, which is called accelerated emergence. */
  SUPER_SCALING("super-scaling growth (concave): accelerated emergence");

  private final String words;

  TaskShape(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
