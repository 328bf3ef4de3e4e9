package murmuration.language.population;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * How far agents say the same of the same: 1 less the divergence of Jensen and Shannon, in bits,
 * between two agents' messages for a meaning, averaged over the meanings that both have and over
 * pairs of agents. 1 where all say the same, 0 where no two ever share a message. Divergence is
 * biased upwards where an agent was heard few times for a meaning.
 *
 * @param value the mean over pairs that share a meaning, 0 to 1
 * @param similarity the same of each pair: agents x agents, 1 on the diagonal; NaN where two agents
 *     share no meaning
 * @param pairs pairs of agents that share a meaning
 * @param unmatched pairs that share none, and do not count
 * @param provenance where it comes from
 */
public record Synchronisation(
    double value, double[][] similarity, int pairs, int unmatched, Provenance provenance)
    implements Charted {
  private static final int MOST_AGENTS = 1000;

  /** Keeps its own copy. */
  public Synchronisation {
    Arguments.within("value", value, 0, 1);
    Arguments.present("similarity", similarity);
    Arguments.require(similarity.length >= 2, "similarity has fewer than 2 rows: expected agents");
    similarity = similarity.clone();
    for (int a = 0; a < similarity.length; a++) {
      Arguments.series("similarity[" + a + "]", similarity[a], similarity.length);
      similarity[a] = similarity[a].clone();
    }
    Arguments.present("provenance", provenance);
  }

  /**
   * Of the languages of agents; messages are compared as wholes.
   *
   * @param agents 2 to 1000
   * @throws IllegalArgumentException where no two of them share a meaning
   */
  public static Synchronisation of(List<Language> agents) {
    var list = Arguments.<Language>listed("agents", agents);
    int n = list.size();
    Arguments.require(
        n >= 2 && n <= MOST_AGENTS, "agents are %d: expected 2 to %d", n, MOST_AGENTS);
    var usage = Usage.of(list);
    double[][] similarity = new double[n][n];
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < n; a++) {
      similarity[a][a] = 1;
      for (int b = 0; b < a; b++) {
        double[] divergences = usage.divergences(a, b);
        double mean = 1 - Arrays.stream(divergences).average().orElse(Double.NaN);
        similarity[a][b] = mean;
        similarity[b][a] = mean;
        if (divergences.length > 0) {
          sum += mean;
          pairs++;
        }
      }
    }
    Arguments.require(pairs > 0, "agents share no meaning: expected one that two of them have");
    var options = Map.of("agents", Integer.toString(n));
    return new Synchronisation(
        sum / pairs, similarity, pairs, n * (n - 1) / 2 - pairs, Provenance.of(options));
  }

  @Override
  public double[][] similarity() {
    return Arrays.stream(similarity).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "synchronisation %s over %d pairs of %d agents%s",
        Digits.of(value, 4),
        pairs,
        similarity.length,
        unmatched == 0 ? "" : "; " + unmatched + " pairs share no meaning");
  }

  @Override
  public Table table() {
    return Quantities.of("synchronisation")
        .and("mean of 1 - divergence", value)
        .and("pairs", pairs)
        .and("pairs without a common meaning", unmatched)
        .table();
  }

  /** Every pair of agents as a colour. */
  @Override
  public Figure chart() {
    double[] agents = new double[similarity.length];
    Arrays.setAll(agents, a -> a + 1);
    return Figure.of(
        Panel.of("Agent", "Agent").heat("1 - divergence", agents, agents, similarity, 0, 1));
  }
}
