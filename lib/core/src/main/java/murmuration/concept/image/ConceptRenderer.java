package murmuration.concept.image;

/** A generator of data as a function of its concepts. */
@FunctionalInterface
public interface ConceptRenderer {
  /**
   * One datum.
   *
   * @param concepts the concept values z
   * @param sample which draw of everything else: the same number, the same place and background
   * @return its numbers, always as many
   */
  double[] render(double[] concepts, int sample);
}
