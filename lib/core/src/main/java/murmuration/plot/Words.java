package murmuration.plot;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** A label broken into lines that fit. */
final class Words {
  private Words() {}

  /** As few lines as possible, broken at spaces, none wider than this unless one word is. */
  static List<String> wrap(String text, Font font, double width) {
    var lines = new ArrayList<String>();
    String line = "";
    for (String word : text.strip().split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Text.width(longer, font) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
