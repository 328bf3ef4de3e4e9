package murmuration.warning.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import murmuration.Charted;
import murmuration.Quantities;
import murmuration.data.Provenance;
import murmuration.data.TimeSeries;
import murmuration.math.Arguments;
import murmuration.math.Digits;
import murmuration.math.LineSearch;
import murmuration.plot.Figure;
import murmuration.plot.Panel;
import tech.tablesaw.api.Table;

/**
 * An Ornstein-Uhlenbeck process by exact maximum likelihood, given the first observation: the AR(1)
 * time scale of a record, equally spaced or not, without interpolation.
 *
 * <p>With equal steps D and the slope phi of each value on the one before, in (0, 1), {@code rate =
 * -ln(phi)/D}. Otherwise theta and sigma have closed forms given the rate, and the rate is searched
 * on {@code [1e-4, 30]/median(D)}: on a grid of 48 cells in its logarithm, then by Brent's method.
 * Missing observations are left out.
 *
 * <p>Intervals are of 95 % and by profile likelihood: they are not symmetric, and are open where
 * the record is too short to tell the process from a random walk (rate 0) or from white noise.
 *
 * @param record the record that was fitted
 * @param process the process of highest likelihood
 * @param logLikelihood its log-likelihood, a natural logarithm
 * @param n steps between present observations
 * @param convergence how the maximum was proved
 */
public record OrnsteinUhlenbeckFit(
    TimeSeries record,
    OrnsteinUhlenbeck process,
    double logLikelihood,
    int n,
    Convergence convergence)
    implements Charted {
  private static final int LEAST = 5;
  private static final int CELLS = 48;
  private static final double PRECISION = 1e-9;
  private static final double REACH = Math.log(1e6);
  private static final double STEP = 0.25;
  private static final int POINTS = 61;

  /** Checks that the parts belong together. */
  public OrnsteinUhlenbeckFit {
    Arguments.present("record", record);
    Arguments.present("process", process);
    Arguments.present("convergence", convergence);
    Arguments.require(
        n == Increments.of(record, LEAST).size(), "n is %d: expected the steps of the record", n);
    double found = process.logLikelihood(record);
    Arguments.require(
        Double.isFinite(found) && Math.abs(found - logLikelihood) <= 1e-6 * (1 + Math.abs(found)),
        "logLikelihood is %s: expected that of the process, %s",
        logLikelihood,
        found);
  }

  /**
   * Fits a record.
   *
   * @param record at least 5 observations that are not missing; equally spaced or not
   * @throws IllegalArgumentException for records that are shorter, constant, or follow such a
   *     process without any noise
   */
  public static OrnsteinUhlenbeckFit of(TimeSeries record) {
    var steps = Increments.of(record, LEAST);
    var likelihood = new OrnsteinUhlenbeckLikelihood(steps);
    double rate = likelihood.regression();
    boolean closed = !Double.isNaN(rate);
    double low = likelihood.slowest();
    double high = likelihood.fastest();
    if (!closed) {
      rate =
          Math.exp(
              LineSearch.maximum(z -> likelihood.value(Math.exp(z)), low, high, CELLS, PRECISION)
                  .at());
    }
    double at = Math.log(rate);
    boolean edge = !closed && (at < low + PRECISION || at > high - 1e-3);
    double gradient =
        (likelihood.value(Math.exp(at + 1e-5)) - likelihood.value(Math.exp(at - 1e-5))) / 2e-5;
    double value = likelihood.value(rate);
    Arguments.require(
        Double.isFinite(value),
        "record has the log-likelihood %s: expected values with noise about their return to a level",
        value);
    return new OrnsteinUhlenbeckFit(
        record,
        likelihood.process(rate),
        value,
        steps.size(),
        new Convergence(Math.abs(gradient), 1, 1, edge));
  }

  /** The rate of return, per unit of time. */
  public Estimate rate() {
    double[] ends = logEnds(likelihood()::value, process.rate());
    return new Estimate(process.rate(), ends[0], ends[1]);
  }

  /** The time scale {@code tau = 1/rate}, in the unit of time. */
  public Estimate timeScale() {
    Estimate rate = rate();
    return new Estimate(process.timeScale(), 1 / rate.high(), 1 / rate.low());
  }

  /** The level theta. */
  public Estimate level() {
    var likelihood = likelihood();
    DoubleUnaryOperator profile =
        theta -> overRates(likelihood, r -> likelihood.value(r, theta, Double.NaN));
    var interval = new ProfileInterval(profile, process.theta(), logLikelihood);
    double step = 0.5 * Math.sqrt(process.stationaryVariance() / n);
    double far = 1e4 * (Math.abs(process.theta()) + step * n);
    return new Estimate(process.theta(), interval.end(-step, -far), interval.end(step, far));
  }

  /** The variance in the long run, {@code sigma^2/(2 rate)}. */
  public Estimate stationaryVariance() {
    var likelihood = likelihood();
    double value = process.stationaryVariance();
    double[] ends =
        logEnds(v -> overRates(likelihood, r -> likelihood.value(r, Double.NaN, v)), value);
    return new Estimate(value, ends[0], ends[1]);
  }

  /** The strength of the noise. */
  public Estimate sigma() {
    var likelihood = likelihood();
    double value = process.sigma();
    double[] ends =
        logEnds(
            s -> overRates(likelihood, r -> likelihood.value(r, Double.NaN, s * s / (2 * r))),
            value);
    return new Estimate(value, ends[0], ends[1]);
  }

  private OrnsteinUhlenbeckLikelihood likelihood() {
    return new OrnsteinUhlenbeckLikelihood(Increments.of(record, LEAST));
  }

  /** The highest value over all rates, also slower ones than the fit looks for. */
  private double overRates(OrnsteinUhlenbeckLikelihood likelihood, DoubleUnaryOperator value) {
    double low = Math.min(likelihood.slowest(), Math.log(process.rate())) - REACH;
    double high = Math.max(likelihood.fastest(), Math.log(process.rate()));
    return LineSearch.maximum(z -> value.applyAsDouble(Math.exp(z)), low, high, CELLS / 2, 1e-6)
        .value();
  }

  /** Both ends of an interval of a number above 0, searched in its logarithm. */
  private double[] logEnds(DoubleUnaryOperator profile, double value) {
    var interval =
        new ProfileInterval(
            z -> profile.applyAsDouble(Math.exp(z)), Math.log(value), logLikelihood);
    return new double[] {
      Math.exp(interval.end(-STEP, Math.log(value) - REACH)),
      Math.exp(interval.end(STEP, Math.log(value) + REACH))
    };
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        """
        Ornstein-Uhlenbeck process of %s, by maximum likelihood
        n = %d steps, log-likelihood %s (%s)
        rate                %s
        time scale 1/rate   %s
        level theta         %s
        sigma               %s
        stationary variance %s
        intervals: 95 %%, profile likelihood\
        """,
        record.name(),
        n,
        Digits.of(logLikelihood, 6),
        convergence,
        rate(),
        timeScale(),
        level(),
        sigma(),
        stationaryVariance());
  }

  @Override
  public Table table() {
    var rows = Quantities.of("Ornstein-Uhlenbeck process");
    rows = rate().in(rows, "rate");
    rows = timeScale().in(rows, "time scale");
    rows = level().in(rows, "theta");
    rows = sigma().in(rows, "sigma");
    rows = stationaryVariance().in(rows, "stationary variance");
    return rows.and("log-likelihood", logLikelihood).and("n", n).table();
  }

  /** The profile likelihood of the time scale, and the height at which its interval is cut. */
  @Override
  public Figure chart() {
    var likelihood = likelihood();
    double[] tau = new double[POINTS];
    Arrays.setAll(tau, i -> process.timeScale() * Math.pow(10, -2 + 4.0 * i / (POINTS - 1)));
    double[] profile =
        Arrays.stream(tau).map(t -> likelihood.value(1 / t) - logLikelihood).toArray();
    return Figure.of(
        Panel.of("Time scale (" + record.timeName() + ")", "Log-likelihood below its maximum")
            .line("profile", tau, profile)
            .vertical(process.timeScale())
            .horizontal(-ProfileInterval.DROP)
            .yRange(-8, 0.5)
            .logX());
  }

  @Override
  public Provenance provenance() {
    return Provenance.of(Map.of("method", "exact maximum likelihood given the first observation"))
        .data(record.source());
  }
}
