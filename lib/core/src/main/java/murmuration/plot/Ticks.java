package murmuration.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis is marked: labelled ticks at 1, 2 or 5 times powers of ten, and small ones between
 * them on a logarithmic axis.
 *
 * @param major labelled ticks
 * @param minor the others
 * @param offset what the axis's title says where labels count from a round number near by, such as
 *     {@code " − 1 000 000"}, else {@code ""}
 */
record Ticks(List<Tick> major, List<Double> minor, String offset) {
  private static final double SLACK = 1e-9;
  private static final int MANY = 100;
  private static final double NARROW = 1e-5;
  private static final int[] STEPS = {1, 2, 5};

  /** A labelled tick. */
  record Tick(double value, String label) {}

  /** At most this many labelled ticks, and at least two where that is possible. */
  static Ticks of(Scale scale, int most) {
    if (scale.log()) {
      return logarithmic(scale, most);
    }
    double span = scale.to() - scale.from();
    boolean far = span < NARROW * Math.max(Math.abs(scale.from()), Math.abs(scale.to()));
    return far ? counted(scale, most) : new Ticks(linear(scale, most), List.of(), "");
  }

  /** A name at each of 1, 2, 3, ... that lies on the scale; none where it is empty. */
  static Ticks named(Scale scale, List<String> names) {
    var ticks = new ArrayList<Tick>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty() && inside(scale, i + 1)) {
        ticks.add(new Tick(i + 1, names.get(i)));
      }
    }
    return new Ticks(ticks, List.of(), "");
  }

  /** The same labels at the negatives of their places. */
  Ticks mirrored() {
    List<Tick> turned =
        major.reversed().stream().map(t -> new Tick(-t.value(), t.label())).toList();
    return new Ticks(turned, minor.stream().map(v -> -v).toList(), offset);
  }

  /** Labels that would differ in their last digits only count from a round number near by. */
  private static Ticks counted(Scale scale, int most) {
    int exponent = (int) Math.ceil(Math.log10(scale.to() - scale.from())) + 1;
    long rounds = Math.round((scale.from() + scale.to()) / 2 / decimal(1, exponent));
    double base = decimal(rounds, exponent);
    var ticks = new ArrayList<Tick>();
    for (Tick t : linear(new Scale(scale.from() - base, scale.to() - base, false), most)) {
      ticks.add(new Tick(base + t.value(), t.label()));
    }
    String number = Labels.shortest(Math.abs(rounds), exponent);
    return new Ticks(ticks, List.of(), (base < 0 ? " + " : " \u2212 ") + number);
  }

  private static List<Tick> linear(Scale scale, int most) {
    int exponent = (int) Math.floor(Math.log10((scale.to() - scale.from()) / most)) - 1;
    List<Tick> finer = List.of();
    for (int k = exponent; ; k++) {
      for (int step : STEPS) {
        List<Tick> ticks = multiples(scale, step, k);
        if (ticks.size() <= most) {
          boolean tooFew = ticks.size() < 2 && finer.size() >= 2 && finer.size() <= most + 1;
          return tooFew ? finer : ticks;
        }
        finer = ticks;
      }
    }
  }

  private static List<Tick> multiples(Scale scale, int step, int exponent) {
    double width = decimal(step, exponent);
    long first = (long) Math.ceil(scale.from() / width - SLACK);
    long last = (long) Math.floor(scale.to() / width + SLACK);
    double largest = Math.max(Math.abs(first), Math.abs(last)) * width;
    boolean power = Labels.needsPower(largest, exponent);
    int k = power ? (int) Math.floor(Math.log10(largest) + SLACK) : 0;
    var ticks = new ArrayList<Tick>();
    for (long i = first; i <= last && ticks.size() <= MANY; i++) {
      long m = i * step;
      String label = power ? Labels.times(m, exponent, k) : Labels.plain(m, exponent);
      ticks.add(new Tick(decimal(m, exponent), label));
    }
    return ticks;
  }

  private static Ticks logarithmic(Scale scale, int most) {
    int first = (int) Math.ceil(Math.log10(scale.from()) - SLACK);
    int last = (int) Math.floor(Math.log10(scale.to()) + SLACK);
    if (last - first >= 1) {
      int stride = 1 + (last - first) / most;
      return decades(scale, Math.ceilDiv(first, stride) * stride, last, stride);
    }
    for (int[] mantissas : new int[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}}) {
      List<Tick> ticks = mantissas(scale, mantissas);
      if (ticks.size() >= 2 && ticks.size() <= most) {
        return new Ticks(ticks, minor(scale, 1), "");
      }
    }
    return new Ticks(linear(scale, most), minor(scale, 1), "");
  }

  private static Ticks decades(Scale scale, int first, int last, int stride) {
    var major = new ArrayList<Tick>();
    for (int k = first; k <= last; k += stride) {
      major.add(new Tick(decimal(1, k), Labels.power(k)));
    }
    return new Ticks(major, minor(scale, stride), "");
  }

  private static List<Tick> mantissas(Scale scale, int[] mantissas) {
    var ticks = new ArrayList<Tick>();
    int first = (int) Math.floor(Math.log10(scale.from()));
    boolean power = first < -3 || scale.to() >= 1e5;
    for (int k = first; decimal(1, k) <= scale.to(); k++) {
      for (int m : mantissas) {
        if (inside(scale, decimal(m, k))) {
          ticks.add(new Tick(decimal(m, k), power ? Labels.times(m, k, k) : Labels.plain(m, k)));
        }
      }
    }
    return ticks;
  }

  /** The multiples 2 to 9 of each decade, or the decades that have no label. */
  private static List<Double> minor(Scale scale, int stride) {
    var minor = new ArrayList<Double>();
    int first = (int) Math.floor(Math.log10(scale.from()));
    for (int k = first; decimal(1, k) <= scale.to(); k++) {
      for (int m = 1; m <= (stride == 1 ? 9 : 1); m++) {
        if (inside(scale, decimal(m, k))) {
          minor.add(decimal(m, k));
        }
      }
    }
    return minor;
  }

  private static boolean inside(Scale scale, double value) {
    double place = scale.place(value);
    return place >= -SLACK && place <= 1 + SLACK;
  }

  /** The number nearest to {@code m 10^exponent}. */
  private static double decimal(long m, int exponent) {
    return exponent < 0 && exponent >= -22
        ? m / Math.pow(10, -exponent)
        : m * Math.pow(10, exponent);
  }
}
