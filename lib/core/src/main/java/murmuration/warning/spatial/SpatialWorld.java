package murmuration.warning.spatial;

/** A landscape in motion: it changes at every step, and serves one thread. */
public interface SpatialWorld {
  /** Goes on by one step. */
  void step();

  /** The share of occupied cells, or the mean of all cells of a landscape of levels. */
  double occupied();

  /** The landscape now: the state of each cell, or its level. */
  Landscape landscape();
}
