package murmuration.language;

import murmuration.math.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * One definition of topographic similarity: which distances, which correlation, what becomes of
 * EOS. {@link Topsim} has the definitions of peers by name; words change one part.
 *
 * <pre>{@code
 * TopsimConvention egg = Topsim.egg();
 * TopsimConvention kendall = Topsim.standard().correlation(TopsimCorrelation.KENDALL_B);
 * TopsimConvention own =
 *     Topsim.standard().meanings(MeaningDistance.of("first attribute", (a, b) -> Math.abs(a[0] - b[0])));
 * }</pre>
 *
 * @param name whose definition it is
 * @param meanings distance of meanings
 * @param messages distance of messages
 * @param correlation how the two are set against each other
 * @param eos the rule for EOS, or null for the language's own
 * @param zeroIfUndefined whether an undefined similarity counts as 0, which hides why
 */
public record TopsimConvention(
    String name,
    MeaningDistance meanings,
    MessageDistance messages,
    TopsimCorrelation correlation,
    @Nullable EosPolicy eos,
    boolean zeroIfUndefined) {

  /** Checks that nothing is missing. */
  public TopsimConvention {
    Arguments.present("name", name);
    Arguments.present("meanings", meanings);
    Arguments.present("messages", messages);
    Arguments.present("correlation", correlation);
  }

  /** Hamming distance of meanings against edit distance of messages by Spearman's correlation. */
  public static TopsimConvention standard() {
    return new TopsimConvention(
        "default",
        MeaningDistance.HAMMING,
        MessageDistance.EDIT,
        TopsimCorrelation.SPEARMAN,
        null,
        false);
  }

  /** The same under another name. */
  public TopsimConvention named(String value) {
    return new TopsimConvention(value, meanings, messages, correlation, eos, zeroIfUndefined);
  }

  /** The same with another distance of meanings. */
  public TopsimConvention meanings(MeaningDistance value) {
    return new TopsimConvention(name, value, messages, correlation, eos, zeroIfUndefined);
  }

  /** The same with another distance of messages. */
  public TopsimConvention messages(MessageDistance value) {
    return new TopsimConvention(name, meanings, value, correlation, eos, zeroIfUndefined);
  }

  /** The same with another correlation. */
  public TopsimConvention correlation(TopsimCorrelation value) {
    return new TopsimConvention(name, meanings, messages, value, eos, zeroIfUndefined);
  }

  /** The same with another rule for EOS, where messages were padded with one. */
  public TopsimConvention eos(EosPolicy value) {
    Arguments.present("eos", value);
    return new TopsimConvention(name, meanings, messages, correlation, value, zeroIfUndefined);
  }

  /** The same with 0 where it is undefined, as Ueda's code has it; the flags stay. */
  public TopsimConvention nanAsZero() {
    return new TopsimConvention(name, meanings, messages, correlation, eos, true);
  }

  /** The language as this convention sees it. */
  Language view(Language language) {
    return eos == null ? language : language.eos(eos);
  }

  /** The definition in words. */
  @Override
  public String toString() {
    String rule =
        eos == null
            ? ""
            : switch (eos) {
              case STRIP -> ", EOS stripped";
              case KEEP_FIRST -> ", first EOS kept";
              case PADDED -> ", messages as padded";
            };
    String zero = zeroIfUndefined ? ", 0 where undefined" : "";
    return name + ": " + correlation + " of " + meanings + " and " + messages + rule + zero;
  }
}
