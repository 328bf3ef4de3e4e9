package murmuration.language.population;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import murmuration.language.Language;
import murmuration.math.Arguments;

/** Naive Bayes over the parts of messages. */
final class CountingPupil implements Pupil {
  private static final int MOST_VALUES = 100_000;

  private final Function<int[], List<List<Integer>>> parts;
  private final int[] values;
  private final double[][] heard; // attribute x value
  private final Map<List<Integer>, double[][]> counts = new HashMap<>();

  CountingPupil(Language language, Function<int[], List<List<Integer>>> parts) {
    Arguments.present("language", language);
    this.parts = parts;
    values = new int[language.attributeCount()];
    for (int[] meaning : language.meanings()) {
      for (int a = 0; a < values.length; a++) {
        Arguments.require(
            meaning[a] >= 0 && meaning[a] <= MOST_VALUES,
            "a meaning has the value %d: expected 0 to %d",
            meaning[a],
            MOST_VALUES);
        values[a] = Math.max(values[a], meaning[a] + 1);
      }
    }
    heard = empty();
  }

  private double[][] empty() {
    return Arrays.stream(values).mapToObj(double[]::new).toArray(double[][]::new);
  }

  @Override
  public void learn(int[] meaning, int[] message) {
    Arguments.present("message", message);
    Arguments.require(
        Arguments.present("meaning", meaning).length == values.length,
        "meaning has %d values: expected %d",
        meaning.length,
        values.length);
    for (int a = 0; a < values.length; a++) {
      Arguments.require(
          meaning[a] >= 0 && meaning[a] < values[a],
          "meaning has the value %d: expected 0 to %d",
          meaning[a],
          values[a] - 1);
    }
    for (int a = 0; a < values.length; a++) {
      heard[a][meaning[a]]++;
    }
    for (List<Integer> part : parts.apply(message)) {
      double[][] with = counts.computeIfAbsent(part, p -> empty());
      for (int a = 0; a < values.length; a++) {
        with[a][meaning[a]]++;
      }
    }
  }

  @Override
  public double[][] scores(int[] message) {
    double[][] scores = empty();
    for (List<Integer> part : parts.apply(Arguments.present("message", message))) {
      double[][] with = counts.get(part);
      for (int a = 0; with != null && a < values.length; a++) {
        for (int v = 0; v < values[a]; v++) {
          scores[a][v] += Math.log((with[a][v] + 1) / (heard[a][v] + 2));
        }
      }
    }
    return scores;
  }
}
