package murmuration.language.population;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * How far a language has moved from its first state: the divergence of Jensen and Shannon, in bits,
 * between the messages for a meaning then and now, averaged over the meanings that both have. 0
 * where nothing changed, 1 where no message is left. The first value is 0.
 *
 * @param times when, ascending, one for each state
 * @param divergence from the first state, 0 to 1, one for each
 * @param provenance where it comes from
 */
public record LanguageDrift(double[] times, double[] divergence, Provenance provenance)
    implements Charted {
  /** Checks the lengths and keeps its own copies. */
  public LanguageDrift {
    Arguments.increasing("times", times);
    Arguments.finite("divergence", divergence, 1);
    Arguments.sameLength("times", times, "divergence", divergence);
    Arguments.present("provenance", provenance);
    times = times.clone();
    divergence = divergence.clone();
  }

  /**
   * Of states at times 0, 1, 2 and so on.
   *
   * @param states one language a time, at least one
   */
  public static LanguageDrift of(List<Language> states) {
    double[] times = new double[Arguments.present("states", states).size()];
    Arrays.setAll(times, t -> t);
    return of(times, states);
  }

  /**
   * Of states at given times.
   *
   * @param times ascending
   * @param states one language a time
   * @throws IllegalArgumentException where a state shares no meaning with the first
   */
  public static LanguageDrift of(double[] times, List<Language> states) {
    Arguments.increasing("times", times);
    var list = Arguments.<Language>listed("states", states);
    Arguments.require(
        list.size() == times.length,
        "states are %d, times %d: expected as many",
        list.size(),
        times.length);
    var usage = Usage.of(list);
    double[] divergence = new double[times.length];
    for (int t = 1; t < times.length; t++) {
      var mean = Arrays.stream(usage.divergences(t, 0)).average();
      Arguments.require(
          mean.isPresent(), "states[%d] shares no meaning with the first: expected one", t);
      divergence[t] = mean.orElseThrow();
    }
    return new LanguageDrift(
        times, divergence, Provenance.of(Map.of("states", Integer.toString(times.length))));
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[] divergence() {
    return divergence.clone();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "drift %s bits after %d states, at most %s",
        Digits.of(divergence[divergence.length - 1], 4),
        times.length,
        Digits.of(Arrays.stream(divergence).max().orElseThrow(), 4));
  }

  /** One row a state. */
  @Override
  public Table table() {
    return Table.create(
        "drift",
        DoubleColumn.create("time", times),
        DoubleColumn.create("divergence (bits)", divergence));
  }

  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Time", "Divergence from the start (bits)")
            .line("drift", times, divergence)
            .yRange(0, 1));
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }
}
