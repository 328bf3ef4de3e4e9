package murmuration.plot;

/**
 * One pair of axes and what is drawn on them.
 *
 * @param xLabel label of the x axis, with its unit
 * @param yLabel label of the y axis, with its unit
 */
public record Panel(String xLabel, String yLabel) {
  /** Empty axes. */
  public static Panel of(String xLabel, String yLabel) {
    return new Panel(xLabel, yLabel);
  }
}
