package murmuration.warning.spatial;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import murmuration.math.Arguments;

/**
 * A harvested population that spreads over a lattice, the spatial form of the model with a fold:
 * {@code dx_i = (r x_i (1 - x_i/k) - h_i x_i^2/(s^2 + x_i^2) + diffusion sum_{j near i} (x_j -
 * x_i)) dt + sigma dW_i}, four neighbours (Dakos et al. 2010, Spatial correlation as leading
 * indicator of catastrophic shifts). Steps of Euler and Maruyama; biomass is kept at 0 or above.
 *
 * <p>With {@code gradient} 0 the harvest is h everywhere and the lattice is a torus. Else it rises
 * along the columns from {@code h - gradient/2} in the first to {@code h + gradient/2} in the last,
 * the first and last column are closed edges, and only rows are joined at their ends.
 *
 * <p>Everywhere alike and without noise it has the folds of the single population: for the defaults
 * h = 0.2604365 and 0.1787230.
 *
 * @param r growth rate, 1
 * @param k carrying capacity, 1
 * @param s half-saturation of the harvest, 0.1
 * @param h harvest rate, 0.15
 * @param sigma noise of each cell, 0.01
 * @param diffusion exchange with each neighbour, 0.2
 * @param gradient difference of the harvest from the first column to the last, 0
 */
public record SpatialHarvest(
    double r, double k, double s, double h, double sigma, double diffusion, double gradient)
    implements SpatialModel {
  private static final double UPPER_START = 0.8;
  private static final double LOST = 0.25;
  private static final double STEP = 0.05;
  private static final double LARGEST = 1e6;

  /** The usual parameters. */
  public SpatialHarvest() {
    this(1, 1, 0.1, 0.15, 0.01, 0.2, 0);
  }

  /** Checks the ranges; no parameter is above a million. */
  public SpatialHarvest {
    Arguments.within("r", Arguments.positive("r", r), 0, LARGEST);
    Arguments.within("k", Arguments.positive("k", k), 0, LARGEST);
    Arguments.within("s", Arguments.positive("s", s), 0, LARGEST);
    Arguments.within("h", h, 0, LARGEST);
    Arguments.within("sigma", sigma, 0, LARGEST);
    Arguments.within("diffusion", diffusion, 0, LARGEST);
    Arguments.within("gradient", gradient, -2 * h, 2 * h);
  }

  @Override
  public Map<String, Double> parameters() {
    var parameters = new LinkedHashMap<String, Double>();
    parameters.put("r", r);
    parameters.put("k", k);
    parameters.put("s", s);
    parameters.put("h", h);
    parameters.put("sigma", sigma);
    parameters.put("diffusion", diffusion);
    parameters.put("gradient", gradient);
    return parameters;
  }

  @Override
  public SpatialHarvest with(String parameter, double value) {
    double[] p = LatticeModel.replaced(parameters(), parameter, value);
    return new SpatialHarvest(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
  }

  @Override
  public String occupied() {
    return "Mean biomass";
  }

  @Override
  public double start() {
    return UPPER_START * k;
  }

  /** A quarter of the carrying capacity, between the two levels that a fold parts. */
  @Override
  public double lost() {
    return LOST * k;
  }

  @Override
  public double step() {
    return STEP;
  }

  /** Starts with this level everywhere; {@code step * 4 diffusion} must be at most 1. */
  @Override
  public SpatialWorld begin(
      int rows, int columns, double start, double step, RandomGenerator random) {
    return new Field(this, rows, columns, start, step, Arguments.present("random", random));
  }

  /** The levels, in motion. */
  private static final class Field implements SpatialWorld {
    private final SpatialHarvest model;
    private final int rows;
    private final int columns;
    private final double step;
    private final RandomGenerator random;
    private final double[] harvest;
    private double[] now;
    private double[] next;

    Field(
        SpatialHarvest model,
        int rows,
        int columns,
        double start,
        double step,
        RandomGenerator random) {
      Landscape.checkSize(rows, columns);
      Arguments.require(
          rows >= 3 && columns >= 3, "lattice of %d x %d: expected at least 3 x 3", rows, columns);
      Arguments.within("start", start, 0, LARGEST);
      Arguments.positive("step", step);
      Arguments.require(
          4 * model.diffusion * step <= 1 && model.r * step <= 1,
          "step is %s: expected at most %s, or it is unstable",
          step,
          Math.min(1 / (4 * model.diffusion), 1 / model.r));
      this.model = model;
      this.rows = rows;
      this.columns = columns;
      this.step = step;
      this.random = random;
      harvest = new double[columns];
      Arrays.setAll(harvest, j -> model.h + model.gradient * ((double) j / (columns - 1) - 0.5));
      now = new double[rows * columns];
      Arrays.fill(now, start);
      next = new double[rows * columns];
    }

    @Override
    public void step() {
      boolean closed = model.gradient != 0;
      double noise = model.sigma * Math.sqrt(step);
      double half = model.s * model.s;
      for (int i = 0; i < rows; i++) {
        int line = i * columns;
        int above = (i == 0 ? rows - 1 : i - 1) * columns;
        int below = (i == rows - 1 ? 0 : i + 1) * columns;
        for (int j = 0; j < columns; j++) {
          double x = now[line + j];
          int left = j > 0 ? j - 1 : closed ? j : columns - 1;
          int right = j < columns - 1 ? j + 1 : closed ? j : 0;
          double exchange =
              now[above + j] + now[below + j] + now[line + left] + now[line + right] - 4 * x;
          double square = x * x;
          double growth = model.r * x * (1 - x / model.k) - harvest[j] * square / (half + square);
          double moved = x + step * (growth + model.diffusion * exchange);
          next[line + j] = Math.max(0, noise == 0 ? moved : moved + noise * random.nextGaussian());
        }
      }
      double[] swap = now;
      now = next;
      next = swap;
    }

    @Override
    public double occupied() {
      return Arrays.stream(now).average().orElse(Double.NaN);
    }

    @Override
    public Landscape landscape() {
      return new Landscape("SpatialHarvest", rows, columns, now, 1, Map.of(), null);
    }
  }
}
