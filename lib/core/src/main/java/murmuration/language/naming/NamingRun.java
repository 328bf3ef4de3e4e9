package murmuration.language.naming;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;

/**
 * One run of a {@link NamingGame}. Its history is sampled at equal steps, every interaction in
 * short runs and about two thousand times in long ones; the largest values are exact.
 *
 * @param game what was run
 * @param seed of its random numbers
 * @param converged true where it ended in consensus, false where it was stopped before
 * @param mostWords the largest number of words that all agents held together
 * @param timeOfMostWords the first time of this number, in interactions
 * @param mostDistinct the largest number of distinct words at once
 * @param times of the samples, in interactions, from 0 to the end
 * @param words held by all agents together, at these times
 * @param distinct words at these times
 * @param successes interactions that succeeded, from the start up to these times
 * @param lexicon the words that are held at the end, by their number in the order of invention
 * @param holders how many agents hold each of these
 */
public record NamingRun(
    NamingGame game,
    long seed,
    boolean converged,
    long mostWords,
    long timeOfMostWords,
    int mostDistinct,
    long[] times,
    long[] words,
    int[] distinct,
    long[] successes,
    int[] lexicon,
    int[] holders)
    implements Charted {
  private static final int ROOM = 2048;
  private static final int CHART_POINTS = 200;

  /** Checks the lengths and keeps its own copies. */
  public NamingRun {
    Arguments.present("game", game);
    times = Arguments.present("times", times).clone();
    words = Arguments.present("words", words).clone();
    distinct = Arguments.present("distinct", distinct).clone();
    successes = Arguments.present("successes", successes).clone();
    lexicon = Arguments.present("lexicon", lexicon).clone();
    holders = Arguments.present("holders", holders).clone();
    Arguments.require(times.length >= 1, "times has no values: expected the start at least");
    Arguments.require(
        words.length == times.length
            && distinct.length == times.length
            && successes.length == times.length,
        "words, distinct, successes have %d, %d, %d values: expected %d, one a time",
        words.length,
        distinct.length,
        successes.length,
        times.length);
    Arguments.require(
        holders.length == lexicon.length,
        "holders has %d values: expected %d, one a word",
        holders.length,
        lexicon.length);
    for (int i = 1; i < times.length; i++) {
      Arguments.require(
          times[i] > times[i - 1] && successes[i] >= successes[i - 1],
          "times[%d] is %d, successes %d: expected more than at the sample before",
          i,
          times[i],
          successes[i]);
    }
  }

  static NamingRun of(NamingGame game, long seed) {
    return of(game, seed, ROOM);
  }

  /** A run with up to this many samples. */
  static NamingRun of(NamingGame game, long seed, int room) {
    var engine = new NamingEngine(game, seed);
    var trail = new NamingTrail(room);
    trail.follow(engine, game.until());
    int[] all = engine.holders();
    int[] lexicon = IntStream.range(0, all.length).filter(w -> all[w] > 0).toArray();
    return new NamingRun(
        game,
        seed,
        engine.isConsensus(),
        engine.mostWords(),
        engine.timeOfMostWords(),
        engine.mostDistinct(),
        trail.times(),
        trail.words(),
        trail.distinct(),
        trail.successes(),
        lexicon,
        Arrays.stream(lexicon).map(w -> all[w]).toArray());
  }

  @Override
  public long[] times() {
    return times.clone();
  }

  @Override
  public long[] words() {
    return words.clone();
  }

  @Override
  public int[] distinct() {
    return distinct.clone();
  }

  @Override
  public long[] successes() {
    return successes.clone();
  }

  @Override
  public int[] lexicon() {
    return lexicon.clone();
  }

  @Override
  public int[] holders() {
    return holders.clone();
  }

  /** Interactions until the end: the convergence time where there is consensus. */
  public long interactions() {
    return times[times.length - 1];
  }

  /** Words that all agents hold together at the end. */
  public long lastWords() {
    return words[words.length - 1];
  }

  /**
   * The words at the end as a language: one meaning, and a record for each word, weighted by the
   * agents that hold it.
   *
   * @throws IllegalArgumentException if no word was invented yet
   */
  public Language language() {
    Arguments.require(lexicon.length > 0, "the lexicon is empty: expected a word at least");
    int[][] meanings = new int[lexicon.length][1];
    int[][] messages = Arrays.stream(lexicon).mapToObj(w -> new int[] {w}).toArray(int[][]::new);
    return Language.of(meanings, messages)
        .weights(Arrays.stream(holders).asLongStream().toArray())
        .named("words of a " + game);
  }

  /**
   * The share of interactions that succeed, over windows of equal length.
   *
   * @param windows 1 to the number of samples less one
   * @return one row a window: its middle in interactions, the share
   */
  public double[][] success(int windows) {
    Arguments.require(
        windows >= 1 && windows <= Math.max(1, times.length - 1),
        "windows is %d: expected 1 to %d",
        windows,
        Math.max(1, times.length - 1));
    double[][] rows = new double[windows][2];
    for (int w = 0; w < windows; w++) {
      int from = (int) ((long) w * (times.length - 1) / windows);
      int to = (int) ((w + 1L) * (times.length - 1) / windows);
      rows[w][0] = 0.5 * (times[from] + times[to]);
      long interactions = Math.max(1, times[to] - times[from]);
      rows[w][1] = (double) (successes[to] - successes[from]) / interactions;
    }
    return rows;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s, seed %d
        %s after %,d interactions
        most words %,d (interaction %,d), most distinct words %,d
        at the end %,d words, %,d distinct\
        """,
        game,
        seed,
        converged ? "consensus" : "no consensus",
        interactions(),
        mostWords,
        timeOfMostWords,
        mostDistinct,
        lastWords(),
        lexicon.length);
  }

  @Override
  public Table table() {
    var rows = Quantities.of("naming game");
    for (NamingQuantity quantity : NamingQuantity.values()) {
      rows = rows.and(quantity.toString(), quantity.of(this));
    }
    return rows.table();
  }

  /** The samples: time, words, distinct words, successes so far. */
  public Table history() {
    return Table.create(
        "history",
        LongColumn.create("interactions", times),
        LongColumn.create("words", words),
        IntColumn.create("distinct words", distinct),
        LongColumn.create("successes", successes));
  }

  /** Words, distinct words and the share of successes against time. */
  @Override
  public Figure chart() {
    double[] t = Arrays.stream(times).asDoubleStream().toArray();
    double[][] success = success(Math.min(CHART_POINTS, Math.max(1, times.length - 1)));
    String time = "time (interactions)";
    return Figure.column(
        Panel.of(time, "words held")
            .title(game.toString())
            .line("words", t, Arrays.stream(words).asDoubleStream().toArray()),
        Panel.of(time, "distinct words")
            .line("distinct words", t, Arrays.stream(distinct).asDoubleStream().toArray()),
        Panel.of(time, "share of successes")
            .line("success", column(success, 0), column(success, 1))
            .yRange(0, 1));
  }

  private static double[] column(double[][] rows, int c) {
    return Arrays.stream(rows).mapToDouble(row -> row[c]).toArray();
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(game.options()).seed(seed);
  }
}
