package murmuration.language.minds;

import java.util.Arrays;
import murmuration.math.Arguments;
import murmuration.math.Rng;

/**
 * Objects that two agents see, each in its own way: by other senses, from another place, with
 * another error.
 *
 * @param first what the first agent sees: n objects x its dimensions, 1 to 64 of them; numbers from
 *     -10^9 to 10^9
 * @param second what the second agent sees of the same objects, in dimensions of its own
 * @param classes the true class of each object, which no agent knows; any whole numbers
 */
public record SharedObjects(double[][] first, double[][] second, int[] classes) {
  private static final int MOST_OBJECTS = 1_000_000;
  private static final int MOST_CLASSES = 1000;
  private static final double MOST = 1e9;

  /** Checks the shapes and keeps its own copies. */
  public SharedObjects {
    Arguments.present("classes", classes);
    Arguments.require(
        classes.length >= 2 && classes.length <= MOST_OBJECTS,
        "classes has %d values: expected 2 to %d objects",
        classes.length,
        MOST_OBJECTS);
    first = checked("first", first, classes.length);
    second = checked("second", second, classes.length);
    classes = classes.clone();
  }

  private static double[][] checked(String name, double[][] points, int n) {
    Arguments.present(name, points);
    Arguments.require(
        points.length == n, "%s has %d rows: expected %d, one an object", name, points.length, n);
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      String row = name + "[" + i + "]";
      Arguments.finite(row, points[i], 1);
      int d = points[0].length;
      Arguments.require(
          points[i].length == d && d <= 64,
          "%s has %d numbers: expected %d, at most 64",
          row,
          points[i].length,
          d);
      for (double x : points[i]) {
        Arguments.within(row, x, -MOST, MOST);
      }
      copy[i] = points[i].clone();
    }
    return copy;
  }

  /**
   * Objects of which each agent sees one number.
   *
   * @param first n numbers of the first agent
   * @param second n numbers of the second
   * @param classes n true classes
   */
  public static SharedObjects of(double[] first, double[] second, int[] classes) {
    return new SharedObjects(column("first", first), column("second", second), classes);
  }

  private static double[][] column(String name, double[] numbers) {
    return Arrays.stream(Arguments.present(name, numbers))
        .mapToObj(x -> new double[] {x})
        .toArray(double[][]::new);
  }

  /**
   * Objects drawn from normal classes, of which each agent sees one number. The published example
   * has means 0, 20, -20 of spread 5 for the first agent and 0, 20, 40 of spread 6 for the second,
   * 100 objects each: the first tells all classes apart with ease, the second less so.
   *
   * @param each objects of every class, 1 to 100,000
   * @param firstMeans what the first agent sees of each class on average, 1 to 1000 classes
   * @param firstSd its spread
   * @param secondMeans what the second agent sees of the same classes
   * @param secondSd its spread
   * @param seed the seed of all chance
   */
  public static SharedObjects drawn(
      int each,
      double[] firstMeans,
      double firstSd,
      double[] secondMeans,
      double secondSd,
      long seed) {
    Arguments.require(each >= 1 && each <= 100_000, "each is %d: expected 1 to 100000", each);
    Arguments.finite("firstMeans", firstMeans, 1);
    Arguments.finite("secondMeans", secondMeans, 1);
    Arguments.sameLength("firstMeans", firstMeans, "secondMeans", secondMeans);
    int kinds = firstMeans.length;
    Arguments.require(
        kinds <= MOST_CLASSES && (long) kinds * each <= MOST_OBJECTS,
        "classes times objects of each are %d x %d: expected at most %d objects, %d classes",
        kinds,
        each,
        MOST_OBJECTS,
        MOST_CLASSES);
    Arguments.positive("firstSd", firstSd);
    Arguments.positive("secondSd", secondSd);
    var rng = Rng.of(seed);
    int n = kinds * each;
    double[] first = new double[n];
    double[] second = new double[n];
    int[] classes = new int[n];
    for (int i = 0; i < n; i++) {
      classes[i] = i / each;
      first[i] = firstMeans[i / each] + firstSd * rng.nextGaussian();
      second[i] = secondMeans[i / each] + secondSd * rng.nextGaussian();
    }
    return of(first, second, classes);
  }

  /** Objects, n. */
  public int size() {
    return classes.length;
  }

  /** Numbers that the first agent sees of each object. */
  public int firstDimensions() {
    return first[0].length;
  }

  /** Numbers that the second agent sees of each object. */
  public int secondDimensions() {
    return second[0].length;
  }

  @Override
  public double[][] first() {
    return Arrays.stream(first).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] second() {
    return Arrays.stream(second).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public int[] classes() {
    return classes.clone();
  }

  @Override
  public String toString() {
    return size()
        + " objects seen in "
        + firstDimensions()
        + " and "
        + secondDimensions()
        + " dimensions";
  }
}
