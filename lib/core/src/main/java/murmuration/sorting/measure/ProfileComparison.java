package murmuration.sorting.measure;

import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Normal;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * A profile beside that of its control: at fixed fractions, and by the mean of each run's own peak,
 * since a peak compared with the start would pass for identical algorithms too.
 *
 * @param profile the profile
 * @param control the control's, on the same grid
 */
public record ProfileComparison(EnsembleProfile profile, EnsembleProfile control)
    implements Charted {
  private static final double Z95 = Normal.quantile(0.975);

  /** Refuses profiles on different grids. */
  public ProfileComparison {
    Arguments.present("profile", profile);
    Arguments.present("control", control);
    Arguments.require(
        profile.grid().equals(control.grid()),
        "the control is on %s: expected %s",
        control.grid(),
        profile.grid());
  }

  /** Profile less control, at the fraction nearest this. */
  public double differenceAt(double fraction) {
    return profile.at(fraction) - control.at(fraction);
  }

  /** Half the width of the 95 % interval of that difference, of independent runs. */
  public double halfWidthAt(double fraction) {
    return Z95 * Math.hypot(profile.standardErrorAt(fraction), control.standardErrorAt(fraction));
  }

  /** Mean of peaks of the profile less that of the control. */
  public double peakDifference() {
    return profile.meanOfPeak() - control.meanOfPeak();
  }

  private double peakHalfWidth() {
    return Z95
        * Math.hypot(
            profile.sdOfPeak() / Math.sqrt(profile.runs()),
            control.sdOfPeak() / Math.sqrt(control.runs()));
  }

  private double peakAt() {
    return profile.peakFraction();
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        %s against its control, %d and %d runs
        at %s %% of a run: %s against %s, difference %s ± %s (95 %%)
        mean of each run's own peak: %s against %s, difference %s ± %s (95 %%)\
        """,
        profile.name(),
        profile.runs(),
        control.runs(),
        Digits.of(100 * peakAt(), 3),
        Digits.of(profile.at(peakAt()), 4),
        Digits.of(control.at(peakAt()), 4),
        Digits.of(differenceAt(peakAt()), 4),
        Digits.of(halfWidthAt(peakAt()), 2),
        Digits.of(profile.meanOfPeak(), 4),
        Digits.of(control.meanOfPeak(), 4),
        Digits.of(peakDifference(), 4),
        Digits.of(peakHalfWidth(), 2));
  }

  @Override
  public Table table() {
    double difference = differenceAt(peakAt());
    double width = halfWidthAt(peakAt());
    double peaks = peakDifference();
    return Quantities.of(profile.name() + " against control")
        .and("fraction of the profile's peak", peakAt())
        .and("difference there", difference, difference - width, difference + width)
        .and("difference of peaks", peaks, peaks - peakHalfWidth(), peaks + peakHalfWidth())
        .table();
  }

  @Override
  public Figure chart() {
    var panel = Panel.of("share of the run (%)", profile.name());
    return Figure.of(profile.layer(control.layer(panel, "control"), "model"));
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(
        Map.of(
            "runs",
            Integer.toString(profile.runs()),
            "controls",
            Integer.toString(control.runs())));
  }
}
