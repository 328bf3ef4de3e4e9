package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of a language in class numbers; what stays when meanings are permuted. */
final class MessageSide {
  private final int[][] rows;
  private final long pad;
  private final long[] weights;
  private final Map<PaddingRule, List<MessageUnit>> symbols = new EnumMap<>(PaddingRule.class);
  private @Nullable List<MessageUnit> positions;
  private @Nullable Codes types;
  private @Nullable Codes flat;

  /** Padding is {@code pad}, which is beyond every int where no symbol is kept for it. */
  MessageSide(int[][] rows, long pad, long[] weights) {
    this.rows = rows;
    this.pad = pad;
    this.weights = weights;
  }

  int[][] rows() {
    return rows;
  }

  long[] weights() {
    return weights;
  }

  /** The records at these places, each of weight 1. */
  MessageSide in(int[] order) {
    long[] ones = new long[order.length];
    Arrays.fill(ones, 1);
    int[][] chosen = Arrays.stream(order).mapToObj(i -> rows[i]).toArray(int[][]::new);
    return new MessageSide(chosen, pad, ones);
  }

  /** Message type of each record. */
  synchronized Codes types() {
    if (types == null) {
      types = Codes.ofRows(rows);
    }
    return types;
  }

  /** Symbols of all messages, one after the other, in the order of the symbols. */
  synchronized Codes flat() {
    if (flat == null) {
      int size = 0;
      for (int[] row : rows) {
        size += row.length;
      }
      int[] all = new int[size];
      int next = 0;
      for (int[] row : rows) {
        System.arraycopy(row, 0, all, next, row.length);
        next += row.length;
      }
      flat = Codes.of(all);
    }
    return flat;
  }

  /** Positions of the messages padded to one length. */
  synchronized List<MessageUnit> positions() {
    if (positions == null) {
      positions = columns();
    }
    return positions;
  }

  /** Counts of each symbol in the messages, in the order of the symbols. */
  synchronized List<MessageUnit> symbols(PaddingRule padding) {
    return symbols.computeIfAbsent(
        padding, rule -> new SymbolCounts(rows, flat(), weights, pad).units(rule));
  }

  private List<MessageUnit> columns() {
    int longest = Arrays.stream(rows).mapToInt(m -> m.length).max().orElse(0);
    var units = new ArrayList<MessageUnit>();
    long[] column = new long[rows.length];
    for (int j = 0; j < longest; j++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = j < rows[i].length ? rows[i][j] : pad;
      }
      var codes = small(column);
      units.add(
          new MessageUnit("position " + (j + 1), null, codes.code(), codes.counts(weights), 0));
    }
    return List.copyOf(units);
  }

  /** By a table where the values fit into ints, which is quicker. */
  private static Codes small(long[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) values[i];
      if (ints[i] != values[i]) {
        return Codes.of(values);
      }
    }
    return Codes.of(ints);
  }
}
