package murmuration.plot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import murmuration.data.AtomicFile;
import murmuration.math.Arguments;

/**
 * Bars that change places, as a picture that moves by itself in a notebook or a browser.
 *
 * @param title what is seen
 * @param heights height of each bar, length n, finite
 * @param groups the colour of each bar, as an index of {@code names}, length n
 * @param names what each colour means; one name is not shown
 * @param places where each bar stands, frame by frame: {@code places[frame][bar]}, 0 to n - 1
 * @param captions a few words for each frame
 * @param seconds how long one showing takes, 0.5 to 600; it is shown again and again
 */
public record BarAnimation(
    String title,
    double[] heights,
    int[] groups,
    List<String> names,
    int[][] places,
    List<String> captions,
    double seconds) {
  private static final int MOST_BARS = 1000;
  private static final int MOST_FRAMES = 1000;

  /** Checks that all has the same number of bars and frames, and keeps its own copies. */
  public BarAnimation {
    Arguments.present("title", title);
    Arguments.finite("heights", heights, 1);
    int n = heights.length;
    Arguments.require(n <= MOST_BARS, "bars are %d: expected at most %d", n, MOST_BARS);
    names = Arguments.listed("names", names);
    Arguments.require(
        Arguments.present("groups", groups).length == n,
        "groups has %d entries, heights has %d: expected the same number",
        groups.length,
        n);
    for (int i = 0; i < n; i++) {
      Arguments.require(
          groups[i] >= 0 && groups[i] < names.size(),
          "groups[%d] is %d: expected 0 to below %d",
          i,
          groups[i],
          names.size());
    }
    places = copy(Arguments.present("places", places), n);
    captions = Arguments.listed("captions", captions);
    Arguments.require(
        captions.size() == places.length,
        "captions are %d, frames %d: expected the same number",
        captions.size(),
        places.length);
    Arguments.within("seconds", seconds, 0.5, 600);
    heights = heights.clone();
    groups = groups.clone();
  }

  private static int[][] copy(int[][] places, int n) {
    Arguments.require(
        places.length >= 1 && places.length <= MOST_FRAMES,
        "frames are %d: expected 1 to %d",
        places.length,
        MOST_FRAMES);
    int[][] copy = new int[places.length][];
    for (int f = 0; f < copy.length; f++) {
      copy[f] = Arguments.present("places[" + f + "]", places[f]).clone();
      Arguments.require(
          copy[f].length == n && Arrays.stream(copy[f]).allMatch(p -> p >= 0 && p < n),
          "places[%d] is not %d places from 0 to %d",
          f,
          n,
          n - 1);
    }
    return copy;
  }

  @Override
  public double[] heights() {
    return heights.clone();
  }

  @Override
  public int[] groups() {
    return groups.clone();
  }

  @Override
  public int[][] places() {
    return copy(places, heights.length);
  }

  /** Frames. */
  public int frames() {
    return places.length;
  }

  /** As an SVG document that moves by itself; it needs nothing else. */
  public String svg() {
    return MovingSvg.of(this);
  }

  /** As a GIF that repeats. */
  public byte[] gif() {
    return MovingGif.of(this);
  }

  /** Writes {@link #svg()} into a file. */
  public void saveSvg(Path file) {
    AtomicFile.write(file, svg().getBytes(StandardCharsets.UTF_8));
  }

  /** Writes {@link #gif()} into a file. */
  public void saveGif(Path file) {
    AtomicFile.write(file, gif());
  }

  /** Height of a bar between 0.05 and 1 of the tallest. */
  double share(int bar) {
    double low = Arrays.stream(heights).min().orElse(0);
    double high = Arrays.stream(heights).max().orElse(0);
    return high == low ? 0.5 : 0.05 + 0.95 * (heights[bar] - low) / (high - low);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: %d bars, %d frames", title, heights.length, places.length);
  }

  /** Bars in the order of their numbers. */
  IntStream bars() {
    return IntStream.range(0, heights.length);
  }
}
