package murmuration.golden.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import murmuration.concept.image.CirclePictures;
import murmuration.concept.image.ConceptSignal;
import murmuration.concept.image.Outline;
import murmuration.concept.image.ShapeScene;
import murmuration.golden.Checker;
import murmuration.golden.GoldenFile;
import murmuration.golden.Node;
import murmuration.golden.Report;

/** Pictures of circles and triangles, and how strongly colour and size show in them. */
public final class RenderSignalChecker implements Checker {
  @Override
  public String kind() {
    return "concept/render-signal";
  }

  @Override
  public void check(GoldenFile file, Report report) {
    for (Node expected : file.root().at("render").items()) {
      picture(expected, file, report);
    }
    for (Node expected : file.root().at("signal").items()) {
      signal(expected, file, report);
    }
  }

  private static void picture(Node expected, GoldenFile file, Report report) {
    var scene =
        new ShapeScene(
            Outline.valueOf(expected.at("shape").text().toUpperCase(Locale.ROOT)),
            expected.at("x").number(),
            expected.at("y").number(),
            expected.at("color").numbers(),
            expected.at("size").number(),
            expected.at("bg").numbers());
    int n = Math.toIntExact(expected.at("n").integer());
    String at = expected.path();
    report.equal(at, expected.at("mask_pixels").integer(), (long) scene.maskPixels(n));
    double[] image = scene.render(n);
    double[] sums = new double[3];
    for (int p = 0; p < image.length; p++) {
      sums[p % 3] += image[p];
    }
    report.numbers(at + " sums", expected.at("channel_sums").numbers(), sums, file.tolerance());
    double[] row = Arrays.copyOfRange(image, 3 * n * (n / 2), 3 * n * (n / 2 + 1));
    double[] middle =
        Arrays.stream(expected.at("row_mid").matrix()).flatMapToDouble(Arrays::stream).toArray();
    report.numbers(at + " row", middle, row, file.tolerance());
    double square = Arrays.stream(image).map(v -> v * v).sum();
    report.number(at + " square", expected.at("sum_sq").number(), square, file.tolerance());
  }

  private static void signal(Node expected, GoldenFile file, Report report) {
    var pictures =
        CirclePictures.of()
            .colour(expected.at("sep_col").number())
            .size(expected.at("sep_size").number());
    double[][] xy = expected.at("xy").matrix();
    double[][] background = expected.at("bg").matrix();
    double[][][] images = new double[3][xy.length][];
    var places = new ArrayList<ShapeScene>();
    for (int i = 0; i < xy.length; i++) {
      places.add(pictures.scene(0, 0, xy[i][0], xy[i][1], background[i]));
      images[0][i] = places.getLast().render(32);
      images[1][i] = pictures.scene(1, 0, xy[i][0], xy[i][1], background[i]).render(32);
      images[2][i] = pictures.scene(0, 1, xy[i][0], xy[i][1], background[i]).render(32);
    }
    var found =
        ConceptSignal.pixelMse("colour", images[0], images[1])
            .and(ConceptSignal.pixelMse("size", images[0], images[2]));
    String at = expected.path();
    var tolerance = file.tolerance();
    double colour = expected.at("pixel_mse_color").number();
    report.number(at + " colour", colour, found.meanSquares()[0], tolerance);
    report.number(
        at + " colour, closed form", colour, pictures.colourMeanSquare(places), tolerance);
    report.number(
        at + " size", expected.at("pixel_mse_size").number(), found.meanSquares()[1], tolerance);
    report.numbers(
        at + " roots", expected.at("rms_signal").numbers(), found.strengths(), tolerance);
  }
}
