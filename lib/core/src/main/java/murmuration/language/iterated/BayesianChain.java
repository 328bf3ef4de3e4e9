package murmuration.language.iterated;

import java.util.Arrays;
import java.util.Locale;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.language.Language;
import murmuration.math.Arguments;
import murmuration.math.SampleMean;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * One chain of Bayesian learners.
 *
 * @param study what was run
 * @param seed of its random numbers
 * @param languages the number of the language of each generation, the first one included
 */
public record BayesianChain(BayesianLearning study, long seed, int[] languages) implements Charted {
  private static final int BATCHES = 20;
  private static final int POINTS = 400;

  /** Checks the languages and keeps its own copy. */
  public BayesianChain {
    Arguments.present("study", study);
    languages = Arguments.present("languages", languages).clone();
    Arguments.require(
        languages.length == study.generations() + 1,
        "languages has %d values: expected %d",
        languages.length,
        study.generations() + 1);
    for (int h : languages) {
      Arguments.require(
          h >= 0 && h < MiniatureLanguages.COUNT, "a language is %d: expected 0 to 255", h);
    }
  }

  @Override
  public int[] languages() {
    return languages.clone();
  }

  /** The share of generations, without the first language, whose language is of each kind. */
  public ClassShares shares() {
    double[] law = new double[MiniatureLanguages.COUNT];
    for (int g = 1; g < languages.length; g++) {
      law[languages[g]]++;
    }
    Arrays.setAll(law, h -> law[h] / study.generations());
    return MiniatureLanguages.mass(law);
  }

  /**
   * The share of a kind as the mean of 20 batches of equal length, which are nearly independent
   * where they are much longer than a language lasts; the rest of the generations is left out.
   *
   * @throws IllegalArgumentException for fewer than 20 generations
   */
  public SampleMean share(LanguageClass kind) {
    Arguments.present("kind", kind);
    int length = study.generations() / BATCHES;
    Arguments.require(
        length >= 1, "generations is %d: expected at least %d", study.generations(), BATCHES);
    boolean[] is = is(kind);
    double[] batches = new double[BATCHES];
    for (int g = 0; g < BATCHES * length; g++) {
      batches[g / length] += is[languages[g + 1]] ? 1 : 0;
    }
    return SampleMean.of(Arrays.stream(batches).map(count -> count / length).toArray());
  }

  /** Which of the languages are of a kind. */
  static boolean[] is(LanguageClass kind) {
    boolean[] is = new boolean[MiniatureLanguages.COUNT];
    for (int h = 0; h < is.length; h++) {
      is[h] = MiniatureLanguages.kind(h) == kind;
    }
    return is;
  }

  /** The language of the last generation. */
  public Language language() {
    return MiniatureLanguages.language(languages[languages.length - 1]);
  }

  @Override
  public String summary() {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%s, %d generations, seed %d", study, study.generations(), seed));
    var prior = MiniatureLanguages.mass(MiniatureLanguages.prior());
    var shares = shares();
    for (LanguageClass kind : LanguageClass.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s: share %.4f, prior %.4f",
              words(kind),
              shares.of(kind),
              prior.of(kind)));
    }
    return text.toString();
  }

  static String words(LanguageClass kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The share of each kind, with the 95 % interval of batch means for 20 generations or more. */
  @Override
  public Table table() {
    var rows = Quantities.of("iterated learning");
    var shares = shares();
    for (LanguageClass kind : LanguageClass.values()) {
      if (study.generations() < BATCHES) {
        rows = rows.and("share " + words(kind), shares.of(kind));
      } else {
        var mean = share(kind);
        rows = rows.and("share " + words(kind), shares.of(kind), mean.low(0.95), mean.high(0.95));
      }
    }
    return rows.table();
  }

  /** The share of each kind up to each generation. */
  @Override
  public Figure chart() {
    int points = Math.min(POINTS, study.generations());
    double[] x = new double[points];
    var panel = Panel.of("generation", "share so far").yRange(0, 1);
    for (LanguageClass kind : LanguageClass.values()) {
      boolean[] is = is(kind);
      double[] y = new double[points];
      long count = 0;
      int next = 0;
      for (int g = 1; g < languages.length; g++) {
        count += is[languages[g]] ? 1 : 0;
        if (g == Math.ceilDiv((long) (next + 1) * study.generations(), (long) points)) {
          x[next] = g;
          y[next++] = (double) count / g;
        }
      }
      panel = panel.line(words(kind), Arrays.copyOf(x, points), y);
    }
    return Figure.of(panel.title(study.toString()));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(study.options()).seed(seed);
  }
}
