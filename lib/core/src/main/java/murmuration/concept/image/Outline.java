package murmuration.concept.image;

/** The outlines of the pictures of Park et al. (2024). */
public enum Outline {
  /** The points nearer than the size to the middle. */
  CIRCLE {
    @Override
    boolean holds(double dx, double dy, double size) {
      return Math.sqrt(dx * dx + dy * dy) < size;
    }
  },

  /**
   * A triangle with a level base whose side is that of the equilateral one of the circle's area. It
   * is as high as it is wide, as in the paper's pictures, and so larger by {@code 2 / sqrt(3)}.
   */
  TRIANGLE {
    @Override
    boolean holds(double dx, double dy, double size) {
      double side = SIDE * size;
      double incircle = side * Math.sqrt(3) / 6;
      double top = (1 - Math.sqrt(3) / 6) * side;
      return dy > -incircle && dy < 2 * dx + top && dy < -2 * dx + top;
    }
  };

  private static final double SIDE = Math.sqrt(4 * Math.PI / Math.sqrt(3));

  /** Whether a point at this distance from the middle is inside. */
  abstract boolean holds(double dx, double dy, double size);
}
