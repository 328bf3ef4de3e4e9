package murmuration.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often each symbol occurs in each message, kept by symbol: memory as of the messages. */
final class SymbolCounts {
  private final int[][] messages;
  private final long[] weights;
  private final Codes codes;
  private final long pad;
  private final int longest;
  private final long total;

  SymbolCounts(int[][] messages, Codes flat, long[] weights, long pad) {
    this.messages = messages;
    this.codes = flat;
    this.weights = weights;
    this.pad = pad;
    this.longest = Arrays.stream(messages).mapToInt(m -> m.length).max().orElse(0);
    this.total = Arrays.stream(weights).sum();
  }

  List<MessageUnit> units(PaddingRule padding) {
    boolean padded = padding == PaddingRule.INCLUDE_PADDING;
    long[] name = new long[codes.classes()];
    int[] start = starts(codes);
    int[] record = new int[codes.code().length];
    int[] fill = Arrays.copyOf(start, codes.classes());
    int at = 0;
    for (int i = 0; i < messages.length; i++) {
      for (int symbol : messages[i]) {
        int code = codes.code()[at++];
        record[fill[code]++] = i;
        name[code] = symbol;
      }
    }
    var units = new ArrayList<MessageUnit>();
    for (int v = 0; v < name.length; v++) {
      if (name[v] != pad) {
        units.add(unit("symbol " + name[v], Arrays.copyOfRange(record, start[v], start[v + 1])));
      }
    }
    if (padded && longest > 0) {
      units.add(paddingUnit());
    }
    return units;
  }

  private static int[] starts(Codes codes) {
    int[] start = new int[codes.classes() + 1];
    for (int c : codes.code()) {
      start[c + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    return start;
  }

  /** From the records of a symbol, ascending, once for each occurrence. */
  private MessageUnit unit(String label, int[] occurrences) {
    int[] record = new int[occurrences.length];
    int[] count = new int[occurrences.length];
    int kept = 0;
    for (int i = 0; i < occurrences.length; i++) {
      if (i > 0 && occurrences[i] == occurrences[i - 1]) {
        count[kept - 1]++;
      } else {
        record[kept] = occurrences[i];
        count[kept++] = 1;
      }
    }
    return counted(label, Arrays.copyOf(record, kept), Arrays.copyOf(count, kept));
  }

  private MessageUnit paddingUnit() {
    int[] record = new int[messages.length];
    int[] count = new int[messages.length];
    int kept = 0;
    for (int i = 0; i < messages.length; i++) {
      int times = longest - messages[i].length;
      for (int s : messages[i]) {
        times += s == pad ? 1 : 0;
      }
      if (times > 0) {
        record[kept] = i;
        count[kept++] = times;
      }
    }
    return counted("padding", Arrays.copyOf(record, kept), Arrays.copyOf(count, kept));
  }

  private MessageUnit counted(String label, int[] record, int[] count) {
    var codes = Codes.of(count);
    long[] counts = new long[codes.classes()];
    long listed = 0;
    for (int i = 0; i < record.length; i++) {
      counts[codes.code()[i]] += weights[record[i]];
      listed += weights[record[i]];
    }
    return new MessageUnit(label, record, codes.code(), counts, total - listed);
  }
}
