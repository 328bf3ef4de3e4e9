package murmuration.warning.spatial;

/** Which cells of a square lattice are neighbours. */
public enum Neighbourhood {
  /** The four cells that share an edge (von Neumann). */
  FOUR(4),
  /** The eight cells that share an edge or a corner (Moore). */
  EIGHT(8);

  private final int size;

  Neighbourhood(int size) {
    this.size = size;
  }

  /** The number of neighbours of an inner cell. */
  public int size() {
    return size;
  }
}
