package murmuration.language.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.math.JensenShannon;

/** How often each of several languages has each message for each meaning, all on the same ids. */
final class Usage {
  private static final long MOST = 20_000_000;

  private final double[][][] counts; // language x meaning x message

  private Usage(double[][][] counts) {
    this.counts = counts;
  }

  static Usage of(List<Language> languages) {
    Map<List<Integer>, Integer> meanings = new HashMap<>();
    Map<List<Integer>, Integer> messages = new HashMap<>();
    for (Language language : languages) {
      for (int i = 0; i < language.size(); i++) {
        meanings.putIfAbsent(list(language.meaning(i)), meanings.size());
        messages.putIfAbsent(list(language.message(i)), messages.size());
      }
    }
    long size = (long) languages.size() * meanings.size() * messages.size();
    Arguments.require(
        size <= MOST,
        "languages times meanings times messages are %d: expected at most %d",
        size,
        MOST);
    double[][][] counts = new double[languages.size()][meanings.size()][messages.size()];
    for (int a = 0; a < counts.length; a++) {
      Language language = languages.get(a);
      for (int i = 0; i < language.size(); i++) {
        int meaning = meanings.getOrDefault(list(language.meaning(i)), 0);
        int message = messages.getOrDefault(list(language.message(i)), 0);
        counts[a][meaning][message] += language.weight(i);
      }
    }
    return new Usage(counts);
  }

  private static List<Integer> list(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Meanings that any language has. */
  int meanings() {
    return counts[0].length;
  }

  /** The divergence of messages for each meaning that both languages have. */
  double[] divergences(int a, int b) {
    var list = new ArrayList<Double>();
    for (int x = 0; x < meanings(); x++) {
      if (used(counts[a][x]) && used(counts[b][x])) {
        list.add(JensenShannon.bits(counts[a][x], counts[b][x]));
      }
    }
    return list.stream().mapToDouble(d -> d).toArray();
  }

  private static boolean used(double[] row) {
    return Arrays.stream(row).anyMatch(c -> c > 0);
  }
}
