package murmuration.warning.irregular;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.Interruption;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The Lomb-Scargle periodogram: what a sine wave of each frequency takes, by least squares, out of
 * the sum of squares of a record with times of its own (Lomb 1976; Scargle 1982, Studies in
 * astronomical time series analysis II, eq. 10).
 *
 * <p>With x about its mean, s^2 its sample variance (n - 1) and Scargle's time offset: {@code P(f)
 * = 1/(2 s^2) ((sum x cos)^2/sum cos^2 + (sum x sin)^2/sum sin^2)}. On white noise each value
 * follows the exponential law with mean 1 (nearly: s^2 is estimated). Frequencies are {@code f_k =
 * k/(o T)}, {@code T = n} mean steps, o the oversampling, up to under half a cycle a mean step; at
 * equal steps and o = 1 they are those of the Fourier transform, and {@code P = |X|^2/(n s^2)}
 * within rounding.
 *
 * <p>Cosines are turned from one frequency to the next, so that n observations and m frequencies
 * cost n m multiplications. At uneven times the values at neighbouring frequencies are not
 * independent, and a red spectrum leaks into high frequencies.
 *
 * @param record the record without missing values
 * @param frequencies frequencies, in cycles a unit of time, ascending
 * @param power the normalised power P at each
 * @param oversampling frequencies for each that the record can tell apart
 */
public record LombScargle(
    TimeSeries record, double[] frequencies, double[] power, double oversampling)
    implements Charted {
  private static final int LEAST = 5;
  private static final long MOST = 2_000_000_000L;
  private static final int TURNS = 64;

  /** Keeps its own copies. */
  public LombScargle {
    Arguments.present("record", record);
    Arguments.sameLength("frequencies", frequencies, "power", power);
    Arguments.increasing("frequencies", frequencies);
    Arguments.finite("power", power, 1);
    Arguments.require(
        oversampling >= 1 && oversampling <= 1000,
        "oversampling is %s: expected 1 to 1000",
        oversampling);
    frequencies = frequencies.clone();
    power = power.clone();
  }

  /**
   * At the frequencies that the record can tell apart.
   *
   * @param record at least 5 observations that are not missing and vary
   */
  public static LombScargle of(TimeSeries record) {
    return of(record, 1);
  }

  /**
   * At more frequencies, to see where a peak lies.
   *
   * @param record at least 5 observations that are not missing and vary
   * @param oversampling 1 to 1000; 4 or 5 is usual
   * @throws IllegalArgumentException also where n m is above 2e9
   */
  public static LombScargle of(TimeSeries record, double oversampling) {
    Arguments.within("oversampling", oversampling, 1, 1000);
    var complete = IrregularRecord.checked(record, LEAST);
    int n = complete.size();
    int m = (int) Math.ceil(0.5 * n * oversampling - 1e-9) - 1;
    Arguments.require(
        (long) n * m <= MOST,
        "oversampling %s makes %d frequencies for %d observations: expected a product of at most %d",
        oversampling,
        m,
        n,
        MOST);
    double unit = 1 / (oversampling * n * complete.step());
    double[] frequencies = new double[m];
    Arrays.setAll(frequencies, k -> (k + 1) * unit);
    return new LombScargle(
        complete, frequencies, powers(complete.times(), complete.values(), unit, m), oversampling);
  }

  /** The normalised power at {@code unit, 2 unit, .. m unit}. */
  static double[] powers(double[] t, double[] x, double unit, int m) {
    int n = t.length;
    double mean = Arrays.stream(x).map(v -> v / n).sum();
    double[] y = Arrays.stream(x).map(v -> v - mean).toArray();
    double most = Arrays.stream(y).map(Math::abs).max().orElse(1);
    Arrays.setAll(y, i -> y[i] / most);
    double variance = Arrays.stream(y).map(v -> v * v).sum() / (n - 1);
    double[] cosTurn = new double[n];
    double[] sinTurn = new double[n];
    double[] cos = new double[n];
    double[] sin = new double[n];
    for (int i = 0; i < n; i++) {
      cosTurn[i] = Math.cos(2 * Math.PI * unit * (t[i] - t[0]));
      sinTurn[i] = Math.sin(2 * Math.PI * unit * (t[i] - t[0]));
    }
    double[] power = new double[m];
    for (int k = 1; k <= m; k++) {
      Interruption.check("the periodogram");
      var sums = new PowerSums();
      for (int i = 0; i < n; i++) {
        if (k % TURNS == 1) {
          cos[i] = Math.cos(2 * Math.PI * unit * k * (t[i] - t[0]));
          sin[i] = Math.sin(2 * Math.PI * unit * k * (t[i] - t[0]));
        } else {
          double c = cos[i] * cosTurn[i] - sin[i] * sinTurn[i];
          sin[i] = sin[i] * cosTurn[i] + cos[i] * sinTurn[i];
          cos[i] = c;
        }
        sums.add(y[i], cos[i], sin[i], 1);
      }
      power[k - 1] = sums.power(0) / (2 * variance);
    }
    return power;
  }

  @Override
  public double[] frequencies() {
    return frequencies.clone();
  }

  @Override
  public double[] power() {
    return power.clone();
  }

  /** The share of power at frequencies up to this share of the highest. */
  public double lowFrequencyShare(double share) {
    Arguments.within("share", share, 0, 1);
    double limit = share * frequencies[frequencies.length - 1] * (1 + 1e-9);
    double low = 0;
    double all = 0;
    for (int k = 0; k < power.length; k++) {
      low += frequencies[k] <= limit ? power[k] : 0;
      all += power[k];
    }
    return low / all;
  }

  private int peak() {
    int at = 0;
    for (int k = 1; k < power.length; k++) {
      at = power[k] > power[at] ? k : at;
    }
    return at;
  }

  /** The frequency of the highest power. */
  public double peakFrequency() {
    return frequencies[peak()];
  }

  /**
   * The probability of a peak this high somewhere in the periodogram of <em>white</em> noise:
   * {@code 1 - (1 - exp(-P))^M}, M the frequencies over the oversampling (Horne and Baliunas 1986).
   * Red noise has such peaks at low frequencies without any period.
   */
  public double whiteNoiseP() {
    double independent = Math.max(1, power.length / oversampling);
    return -Math.expm1(independent * Math.log1p(-Math.exp(-power[peak()])));
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Lomb-Scargle periodogram of %s
        %d frequencies from %s to %s
        peak: power %s at frequency %s, period %s; p on white noise %s
        share of power in the lowest tenth of the frequencies: %s\
        """,
        record,
        frequencies.length,
        Digits.of(frequencies[0], 4),
        Digits.of(frequencies[frequencies.length - 1], 4),
        Digits.of(power[peak()], 4),
        Digits.of(peakFrequency(), 4),
        Digits.of(1 / peakFrequency(), 4),
        Digits.of(whiteNoiseP(), 4),
        Digits.of(lowFrequencyShare(LowFrequencies.LOW), 4));
  }

  @Override
  public Table table() {
    return Quantities.of("Lomb-Scargle periodogram")
        .and("peak frequency", peakFrequency())
        .and("peak power", power[peak()])
        .and("p on white noise", whiteNoiseP())
        .and("low-frequency share", lowFrequencyShare(LowFrequencies.LOW))
        .table();
  }

  /** One row a frequency: its power. */
  public Table spectrum() {
    return Table.create(
        "Lomb-Scargle periodogram",
        DoubleColumn.create("frequency", frequencies),
        DoubleColumn.create("power", power));
  }

  @Override
  public Figure chart() {
    return Figure.of(
        Panel.of("Frequency (cycles a unit of " + record.timeName() + ")", "Normalised power")
            .line("power", frequencies, power)
            .vertical(peakFrequency()));
  }

  @Override
  public Provenance provenance() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("oversampling", Double.toString(oversampling));
    return Provenance.of(options).data(record.source());
  }
}
