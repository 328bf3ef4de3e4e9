package murmuration.warning.bifurcation;

import static murmuration.warning.bifurcation.SpectrumComparisonTest.red;
import static murmuration.warning.bifurcation.SpectrumComparisonTest.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import murmuration.data.TimeSeries;
import murmuration.math.Rng;
import murmuration.warning.Surrogates;
import murmuration.warning.bifurcation.NetworkFileException.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuryClassifierTest {
  private static final Surrogates FEW = Surrogates.ar1(19).seed(2);

  @TempDir static Path folder;

  @BeforeAll
  static void writeTwentyNetworks() throws IOException {
    for (int model = 1; model <= 10; model++) {
      for (int type = 1; type <= 2; type++) {
        write(folder.resolve(BuryFiles.name(500, model, type)), weights(model, type));
      }
    }
  }

  private static float[] weights(int model, int type) {
    return ReferenceNetwork.random(500, 10 * model + type).weights();
  }

  private static void write(Path file, float[] weights) throws IOException {
    var bytes = ByteBuffer.allocate(4 * weights.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(weights);
    Files.write(file, bytes.array());
  }

  private static double[] scaled(double[] x) {
    double mean = Arrays.stream(x).map(Math::abs).average().orElseThrow();
    return Arrays.stream(x).map(v -> v / mean).toArray();
  }

  @Test
  void everyNetworkAnswersInTheOrderOfTheFiles() {
    double[] x = red(70, 0.5, Rng.of(1));
    double[][] each = BuryClassifier.read(folder).each(x);
    assertEquals(20, each.length);
    for (int k : new int[] {0, 1, 7, 19}) {
      var reference = new ReferenceNetwork(500, weights(k / 2 + 1, k % 2 + 1));
      assertArrayEquals(reference.predict(scaled(x)), each[k], 5e-6);
    }
  }

  @Test
  void theUnitDoesNotMatter() {
    double[] x = red(70, 0.5, Rng.of(1));
    var networks = BuryClassifier.read(folder);
    double[][] one = networks.each(x);
    for (double unit : new double[] {1e-300, 1e3, 1e300}) {
      double[][] other = networks.each(Arrays.stream(x).map(v -> v * unit).toArray());
      assertArrayEquals(one[3], other[3], 1e-6);
    }
  }

  @Test
  void theAnswerIsTheMeanAndItsSpread() {
    double[] x = red(60, 0.5, Rng.of(3));
    var networks = BuryClassifier.read(folder).against(FEW);
    var answer = networks.predict(x);
    double[][] each = networks.each(x);
    for (BifurcationClass c : BifurcationClass.values()) {
      double[] p = Arrays.stream(each).mapToDouble(row -> row[c.ordinal()]).toArray();
      double mean = Arrays.stream(p).average().orElseThrow();
      double squares = Arrays.stream(p).map(v -> (v - mean) * (v - mean)).sum();
      assertEquals(mean, answer.probability(c), 1e-12);
      assertEquals(Math.sqrt(squares / 19), answer.spread()[0][c.ordinal()], 1e-12);
      assertTrue(answer.probability(c) <= answer.probability(answer.favoured()));
    }
    assertArrayEquals(each[19], answer.networks()[19]);
  }

  @Test
  void prefixesArePredictedByThemselves() {
    double[] x = red(65, 0.5, Rng.of(4));
    Arrays.fill(x, 0, 20, 0);
    var networks = BuryClassifier.read(folder).against(FEW);
    var answer = networks.incremental(20).predict(x);
    assertArrayEquals(new int[] {20, 40, 60, 65}, answer.ends());
    assertArrayEquals(new double[] {19, 39, 59, 64}, answer.times());
    var alone = networks.predict(Arrays.copyOf(x, 40));
    double[] along = answer.probabilities(BifurcationClass.HOPF);
    assertTrue(Double.isNaN(along[0]), "20 zeros say nothing");
    assertEquals(alone.probability(BifurcationClass.HOPF), along[1], 1e-12);
    assertEquals(networks.predict(x).probability(BifurcationClass.HOPF), along[3], 1e-12);
    assertArrayEquals(new int[] {40}, networks.incremental(40).predict(alone.residuals()).ends());
  }

  @Test
  void theNullIsTheSameOnNoiseLikeTheRecord() {
    double[] x = red(50, 0.5, Rng.of(5));
    var networks = BuryClassifier.read(folder).against(FEW);
    var answer = networks.predict(x);
    double[] drawn = FEW.from(x).next(7);
    double hopf =
        Arrays.stream(networks.each(drawn)).mapToDouble(p -> p[1]).average().orElseThrow();
    assertEquals(hopf, answer.test(BifurcationClass.HOPF).nulls()[7], 1e-12);
    double sum = Arrays.stream(BifurcationClass.values()).mapToDouble(answer::chance).sum();
    assertEquals(1, sum, 1e-12);
    assertEquals(1 - answer.chance(BifurcationClass.NULL), answer.alarmRate(), 1e-12);
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws Exception {
    double[] x = red(50, 0.5, Rng.of(6));
    var networks = BuryClassifier.read(folder).against(FEW);
    String alone = networks.predict(x).table().print();
    try (var pool = new ForkJoinPool(3)) {
      assertEquals(alone, pool.submit(() -> networks.predict(x).table().print()).get());
    }
  }

  @Test
  void aLongSeriesIsRefusedUnlessItsHeadMayGo() {
    double[] x = red(510, 0.5, Rng.of(7));
    var networks = BuryClassifier.read(folder);
    assertEquals(List.of(500), networks.lengths());
    refused("510 values", () -> networks.each(x));
    assertArrayEquals(
        networks.each(Arrays.copyOfRange(x, 10, 510))[0], networks.truncateHead().each(x)[0]);
  }

  @Test
  void theResultShowsItself() {
    var networks = BuryClassifier.read(folder).against(FEW);
    var series = TimeSeries.of(red(60, 0.5, Rng.of(8)));
    var one = networks.predict(series);
    var many = networks.incremental(25).predict(series);
    for (var answer : List.of(one, many)) {
      assertTrue(answer.summary().lines().count() <= 12, answer::summary);
      assertEquals(4, answer.table().rowCount());
      assertTrue(answer.chart().svg().length() > 1000);
      assertEquals(answer.ends().length, answer.series().rowCount());
    }
    assertEquals(1, one.chart().panels().size());
    assertEquals(4, many.chart().panels().size());
    assertEquals(2L, one.provenance().seed());
  }

  @Test
  void badSeriesAreRefused() {
    var networks = BuryClassifier.read(folder);
    refused("all 0", () -> networks.each(new double[40]));
    refused("all 0", () -> networks.predict(new double[40]));
    refused("constant", () -> networks.predict(new double[] {1, 1, 1, 1}));
    refused("NaN", () -> networks.each(new double[] {1, Double.NaN}));
    refused("residuals", () -> networks.each(new double[0]));
    refused("increment", () -> networks.incremental(0));
    refused("length", () -> networks.length(1500));
  }

  private static void fails(Kind kind, String words, Path where) {
    var e = assertThrows(NetworkFileException.class, () -> BuryClassifier.read(where));
    assertEquals(kind, e.kind());
    assertTrue(String.valueOf(e.getMessage()).contains(words), e::getMessage);
  }

  @Test
  void filesThatAreNoNetworksAreNamed(@TempDir Path bad) throws IOException {
    fails(Kind.MISSING, "len500_model1_type1.f32", bad.resolve("nowhere"));
    fails(Kind.MISSING, "no network", bad);
    Path first = bad.resolve(BuryFiles.name(500, 1, 1));
    Files.write(first, new byte[93_335]);
    fails(Kind.WRONG_SIZE, "93335 bytes: expected 93336", bad);
    Files.write(first, new byte[93_337]);
    fails(Kind.WRONG_SIZE, "93337 bytes", bad);
    float[] weights = weights(1, 1);
    weights[20_000] = Float.NaN;
    write(first, weights);
    fails(Kind.CORRUPT, "NaN at 20000", bad);
    write(first, weights(1, 1));
    fails(Kind.MISSING, "len500_model1_type2.f32", bad);
    Files.createDirectory(bad.resolve(BuryFiles.name(500, 1, 2)));
    fails(Kind.UNREADABLE, "len500_model1_type2.f32", bad);
  }

  @Test
  void theMirrorIsAFolderOfTheEnvironment() {
    assertEquals(Path.of("m", "warning", "bury2021_classifiers"), BuryClassifier.mirror("m"));
    var e = assertThrows(NetworkFileException.class, () -> BuryClassifier.mirror(" "));
    assertEquals(Kind.MISSING, e.kind());
  }
}
