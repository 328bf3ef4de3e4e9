package murmuration.language.minds;

/** Where the scenes of a {@link WordGame} come from: given ones, or a design that draws them. */
public sealed interface SceneSource permits SceneDesign, Scenes {
  /**
   * The scenes of one game; given ones are always the same.
   *
   * @param seed the seed of all chance
   */
  Scenes scenes(long seed);
}
