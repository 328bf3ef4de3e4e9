package murmuration.language;

import java.util.Arrays;
import java.util.stream.Collectors;
import murmuration.math.Arguments;

/** Rows of meanings and messages: what they must be, and copies of them. */
final class MessageRows {
  private MessageRows() {}

  /** Refuses what is no language, naming the row. */
  static void check(int[][] attributes, int[][] messages) {
    Arguments.present("attributes", attributes);
    Arguments.present("messages", messages);
    Arguments.require(attributes.length > 0, "attributes has no rows: expected at least one");
    Arguments.require(
        attributes.length == messages.length,
        "attributes has %d rows, messages %d: expected as many",
        attributes.length,
        messages.length);
    for (int i = 0; i < attributes.length; i++) {
      Arguments.present("attributes[" + i + "]", attributes[i]);
      Arguments.present("messages[" + i + "]", messages[i]);
      Arguments.require(
          attributes[i].length > 0 && attributes[i].length == attributes[0].length,
          "attributes[%d] has %d values: expected %d",
          i,
          attributes[i].length,
          Math.max(1, attributes[0].length));
    }
  }

  /** A padded row up to its first EOS, with it or without. */
  static int[] cut(int[] row, int eos, EosPolicy policy) {
    for (int j = 0; j < row.length; j++) {
      if (row[j] == eos) {
        return Arrays.copyOf(row, policy == EosPolicy.STRIP ? j : j + 1);
      }
    }
    return row;
  }

  /** The symbols apart by spaces. */
  static String spelled(int[] message) {
    return Arrays.stream(message).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  static int[][] copy(int[][] rows) {
    return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
  }
}
