package murmuration.language.population;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What listeners and speakers make of a lexicon. A row of zeros means that there is nothing to
 * choose from: an utterance that is true of no meaning, or that nobody would say; a meaning of
 * which no utterance is true. {@link #emptyUtterances} and {@link #emptyMeanings} name them.
 *
 * @param literal belief of the literal listener: utterances x meanings, rows of sum 1 or 0
 * @param speaker choice of the last speaker: meanings x utterances, rows of sum 1 or 0
 * @param listener belief of the last listener: utterances x meanings, rows of sum 1 or 0
 * @param provenance where it comes from
 */
public record PragmaticReading(
    double[][] literal, double[][] speaker, double[][] listener, Provenance provenance)
    implements Charted {
  /** Checks the shapes and keeps its own copies. */
  public PragmaticReading {
    literal = checked("literal", literal);
    speaker = checked("speaker", speaker);
    listener = checked("listener", listener);
    Arguments.require(
        literal.length == listener.length
            && literal[0].length == listener[0].length
            && speaker.length == literal[0].length
            && speaker[0].length == literal.length,
        "speaker is %d x %d: expected meanings x utterances, listeners the reverse",
        speaker.length,
        speaker[0].length);
    Arguments.present("provenance", provenance);
  }

  private static double[][] checked(String name, double[][] rows) {
    Arguments.present(name, rows);
    Arguments.require(rows.length > 0, "%s has no rows: expected at least one", name);
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      Arguments.finite(name + "[" + i + "]", rows[i], 1);
      Arguments.require(
          rows[i].length == rows[0].length,
          "%s[%d] has %d values: expected %d",
          name,
          i,
          rows[i].length,
          rows[0].length);
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  @Override
  public double[][] literal() {
    return checked("literal", literal);
  }

  @Override
  public double[][] speaker() {
    return checked("speaker", speaker);
  }

  @Override
  public double[][] listener() {
    return checked("listener", listener);
  }

  /** Utterances of which a listener can believe nothing: rows of zeros, first the literal one's. */
  public List<Integer> emptyUtterances() {
    return IntStream.range(0, literal.length)
        .filter(s -> zero(literal[s]) || zero(listener[s]))
        .boxed()
        .toList();
  }

  /** Meanings of which a speaker can say nothing: rows of zeros. */
  public List<Integer> emptyMeanings() {
    return IntStream.range(0, speaker.length).filter(m -> zero(speaker[m])).boxed().toList();
  }

  private static boolean zero(double[] row) {
    return Arrays.stream(row).allMatch(p -> p == 0);
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d utterances, %d meanings%n%s%s",
        literal.length,
        speaker.length,
        emptyUtterances().isEmpty()
            ? "every utterance can be believed"
            : "utterances that tell nothing: " + emptyUtterances(),
        emptyMeanings().isEmpty() ? "" : "; meanings that cannot be said: " + emptyMeanings());
  }

  /** One row an utterance and meaning: what both listeners believe and the speaker chooses. */
  @Override
  public Table table() {
    int meanings = speaker.length;
    int n = literal.length * meanings;
    return Table.create(
        "reading",
        IntColumn.create("utterance", IntStream.range(0, n).map(i -> i / meanings).toArray()),
        IntColumn.create("meaning", IntStream.range(0, n).map(i -> i % meanings).toArray()),
        column("literal listener", n, i -> literal[i / meanings][i % meanings]),
        column("speaker", n, i -> speaker[i % meanings][i / meanings]),
        column("listener", n, i -> listener[i / meanings][i % meanings]));
  }

  private static DoubleColumn column(String name, int n, java.util.function.IntToDoubleFunction f) {
    return DoubleColumn.create(name, IntStream.range(0, n).mapToDouble(f).toArray());
  }

  /** What the literal and the last listener believe, side by side. */
  @Override
  public Figure chart() {
    double[] meanings = new double[speaker.length];
    Arrays.setAll(meanings, m -> m + 1);
    double[] utterances = new double[literal.length];
    Arrays.setAll(utterances, s -> s + 1);
    return Figure.grid(
        2,
        Panel.of("Meaning", "Utterance")
            .title("literal listener")
            .heat("belief", meanings, utterances, literal, 0, 1),
        Panel.of("Meaning", "Utterance")
            .title("listener")
            .heat("belief", meanings, utterances, listener, 0, 1));
  }
}
