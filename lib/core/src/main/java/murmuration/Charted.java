package murmuration;

import murmuration.plot.Figure;

/** A result that a picture helps to read. */
public interface Charted extends Result {
  /** The picture, in the paper theme, ready to save. */
  Figure chart();
}
