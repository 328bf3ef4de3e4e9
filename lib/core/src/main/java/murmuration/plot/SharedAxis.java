package murmuration.plot;

import java.util.List;
import murmuration.math.Arguments;
import murmuration.plot.Panel.Axis;

/** The one x axis of panels that stand below one another. */
final class SharedAxis {
  private SharedAxis() {}

  static Axis of(List<Panel> panels) {
    Axis shared = panels.getLast().x();
    for (Panel panel : panels) {
      Axis axis = panel.x();
      Arguments.require(
          axis.label().isEmpty() || axis.label().equals(shared.label()),
          "panels of a column have the x axes '%s' and '%s': expected one, or use a grid",
          axis.label(),
          shared.label());
      Arguments.require(
          axis.log() == shared.log(),
          "panels of a column have a linear and a logarithmic x axis: expected one, or use a grid");
      if (shared.fitted()) {
        shared =
            new Axis(
                shared.label(),
                shared.log(),
                axis.from(),
                axis.to(),
                shared.negated(),
                shared.names());
      }
      Arguments.require(
          axis.fitted() || (axis.from() == shared.from() && axis.to() == shared.to()),
          "panels of a column have the x ranges %s to %s and %s to %s: expected one",
          axis.from(),
          axis.to(),
          shared.from(),
          shared.to());
    }
    return shared;
  }
}
