package murmuration.language;

import murmuration.math.Arguments;
import murmuration.math.Digits;

/**
 * One figure of a language beside what chance gives. Numbers that there are none of are NaN, and
 * {@code reason} says why.
 *
 * @param name the figure
 * @param label a short name for charts
 * @param value the figure
 * @param low lower end of its interval over samples of records
 * @param high upper end of its interval
 * @param chance mean over permutations of the meanings: the shuffled baseline
 * @param chanceLow lower end of the middle of the permutations, of the interval's level
 * @param chanceHigh upper end of the middle of the permutations
 * @param p share of permutations as far or farther on the compositional side, {@code (1+k)/(1+B)}
 * @param permutations B, 0 for none
 * @param share whether it lies between 0 and 1 (or -1 and 1), so that figures can share an axis
 * @param conventions the definition, in words
 * @param reason why a number is missing, or {@code ""}
 */
public record LanguageFigure(
    String name,
    String label,
    double value,
    double low,
    double high,
    double chance,
    double chanceLow,
    double chanceHigh,
    double p,
    int permutations,
    boolean share,
    String conventions,
    String reason) {

  /** Checks that what is missing has a reason. */
  public LanguageFigure {
    Arguments.present("name", name);
    Arguments.present("label", label);
    Arguments.present("conventions", conventions);
    Arguments.present("reason", reason);
    Arguments.require(
        !reason.isEmpty() || !Double.isNaN(value + low + chance + p),
        "a number of %s is NaN: expected a reason",
        name);
  }

  /** A figure that needs no chance: a description. */
  static LanguageFigure plain(String name, double value, String conventions, String reason) {
    double none = Double.NaN;
    return new LanguageFigure(
        name, name, value, none, none, none, none, none, none, 0, false, conventions, reason);
  }

  /** One line: value, interval, baseline, p. */
  @Override
  public String toString() {
    String interval = Double.isNaN(low) ? "" : " [" + three(low) + ", " + three(high) + "]";
    String baseline =
        permutations == 0
            ? ""
            : "; shuffled "
                + three(chance)
                + (Double.isNaN(chanceLow)
                    ? ""
                    : " [" + three(chanceLow) + ", " + three(chanceHigh) + "]")
                + ", p = "
                + three(p);
    String why = reason.isEmpty() || permutations > 0 ? "" : " (" + reason + ")";
    return name + " " + Digits.of(value, 4) + interval + baseline + why;
  }

  private static String three(double number) {
    return Digits.of(number, 3);
  }
}
