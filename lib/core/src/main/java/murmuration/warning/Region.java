package murmuration.warning;

/**
 * The regions of the charted and uncharted map: whether a change is a rapid regime shift, whether a
 * bifurcation drives it, and whether critical slowing down comes before it are three questions, and
 * every combination below has been described (Boettiger, Ross and Hastings 2013, Early warning
 * signals: the charted and uncharted territories, Figure 1).
 *
 * <p>I to V are the regions of the figure with examples in the literature. VI, a bifurcation with
 * neither of the other two, is the part of its circle that they leave; that it is the sixth of the
 * map is inferred.
 */
public enum Region {
  /** The charted territory: a fold. Rapid, slowing down before it. */
  I(true, true, true, "catastrophic bifurcation, such as a fold"),
  /** A chaotic crisis or a nonsmooth fold: rapid and driven by a bifurcation, without slowing. */
  II(true, false, true, "catastrophic bifurcation without slowing down, such as a crisis"),
  /** A supercritical Hopf or a transcritical bifurcation: slowing down, but no jump. */
  III(false, true, true, "gentle bifurcation, such as Hopf or transcritical"),
  /** A smooth response that is slowest somewhere, without any bifurcation. */
  IV(false, true, false, "smooth transition that slows down without a bifurcation"),
  /** A push from outside or a switch by noise: rapid, without bifurcation and without slowing. */
  V(true, false, false, "large forcing or a switch by noise"),
  /** A bifurcation that neither jumps nor slows down, such as the onset of chaos. */
  VI(false, false, true, "bifurcation with neither jump nor slowing down");

  private final boolean rapid;
  private final boolean slowing;
  private final boolean bifurcation;
  private final String words;

  Region(boolean rapid, boolean slowing, boolean bifurcation, String words) {
    this.rapid = rapid;
    this.slowing = slowing;
    this.bifurcation = bifurcation;
    this.words = words;
  }

  /** Whether the change is a rapid regime shift. */
  public boolean isRapid() {
    return rapid;
  }

  /** Whether critical slowing down comes before it. */
  public boolean isSlowing() {
    return slowing;
  }

  /** Whether a bifurcation drives it. */
  public boolean isBifurcation() {
    return bifurcation;
  }

  /** What it is, in one phrase. */
  public String words() {
    return words;
  }
}
