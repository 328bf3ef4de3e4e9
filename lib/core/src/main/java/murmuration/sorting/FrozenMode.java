package murmuration.sorting;

/** What a frozen cell, which never acts, lets others do. */
public enum FrozenMode {
  /** Others may swap it. */
  MOVABLE,
  /** Others cannot swap it: it stays where it is. */
  IMMOVABLE
}
