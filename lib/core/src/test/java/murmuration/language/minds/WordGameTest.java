package murmuration.language.minds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import murmuration.math.Rng;
import murmuration.math.SampleMean;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class WordGameTest {
  @Test
  void wordsHaveTheMeansOfTheirDirichletLaw() {
    var table = new WordTable(2, 3, 0.3);
    int[] pairs = {4, 0, 1, 0, 0, 0};
    var rng = Rng.of(1);
    double[][] shares = new double[2][20_000];
    for (int i = 0; i < shares[0].length; i++) {
      table.learn(pairs, rng);
      shares[0][i] = Math.exp(table.log(0, 0));
      shares[1][i] = Math.exp(table.log(1, 2));
    }
    NormalWishartTest.assertMean(4.3 / 5.9, shares[0], "word 0");
    NormalWishartTest.assertMean(1.0 / 3, shares[1], "word 1");
  }

  @Test
  void tinyDirichletWeightsGiveNumbersToo() {
    var table = new WordTable(50, 4, 1e-3);
    table.learn(new int[200], Rng.of(1));
    for (int v = 0; v < 50; v++) {
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        sum += Math.exp(table.log(v, k));
      }
      assertEquals(1, sum, 1e-9);
    }
    assertTrue(table.speak(0, Rng.of(2)) < 50);
  }

  /** Chi-square over all 9 sequences; a right sampler fails once in 10,000 seeds. */
  @Test
  void withMindsFixedTheWordsThatListenersHoldAreSampledByBothMinds() {
    var design = new SceneDesign(2, 2, 2, 1.5, 1, Holdout.RANDOM);
    var game = WordGame.of(design).words(3);
    var scenes = design.scenes(1);
    var frames = new Frames(2);
    var rng = Rng.of(3);
    int[] counts = {2, 2};
    var speaker = new WordMind(scenes.first(), counts, game, frames, rng);
    var listener = new WordMind(scenes.second(), counts, game, frames, rng);
    int[] tally = new int[9];
    for (int i = 0; i < 120_000; i++) {
      listener.hear(speaker.speak(0, rng), 0, SignMode.METROPOLIS_HASTINGS, rng);
      if (i % 20 == 19) {
        tally[3 * listener.words[0][0] + listener.words[0][1]]++;
      }
    }
    double[] said = new double[9];
    for (int i = 0; i < 400_000; i++) {
      int[] words = speaker.speak(0, rng);
      said[3 * words[0] + words[1]]++;
    }
    double[] weights = new double[9];
    for (int s = 0; s < 9; s++) {
      int[] words = {s / 3, s % 3};
      weights[s] = said[s] * Math.exp(listener.logLikelihood(words, 0));
    }
    double total = Arrays.stream(weights).sum();
    double statistic = 0;
    for (int s = 0; s < 9; s++) {
      double expected = 6000 * weights[s] / total;
      statistic += (tally[s] - expected) * (tally[s] - expected) / expected;
    }
    double p = 1 - new ChiSquaredDistribution(8).cumulativeProbability(statistic);
    assertTrue(p > 1e-4, "p = " + p + " of " + Arrays.toString(tally));
  }

  @Test
  void whatIsHeldBackIsNeverSeenAndEveryValueIsSeen() {
    for (var design : new SceneDesign[] {SceneDesign.of(2, 5), SceneDesign.of(3, 3).balanced()}) {
      for (int seed = 0; seed < 20; seed++) {
        var scenes = design.each(1).scenes(seed);
        int all = (int) Math.pow(design.values(), design.modalities());
        var seen = new HashSet<String>();
        Arrays.stream(scenes.values()).map(Arrays::toString).forEach(seen::add);
        assertEquals(all - design.heldOut(), seen.size());
        assertEquals(design.heldOut(), scenes.firstAsked()[0].length);
        for (int c = 0; c < design.modalities(); c++) {
          int modality = c;
          assertEquals(
              design.values(),
              Arrays.stream(scenes.values()).mapToInt(row -> row[modality]).distinct().count());
        }
      }
    }
  }

  @Test
  void balanceHoldsEveryValueBackEquallyOften() {
    var scenes = SceneDesign.of(2, 5).balanced().each(1).scenes(3);
    for (int v = 0; v < 5; v++) {
      int value = v;
      assertEquals(4, Arrays.stream(scenes.values()).filter(row -> row[0] == value).count());
      assertEquals(4, Arrays.stream(scenes.values()).filter(row -> row[1] == value).count());
    }
  }

  @Test
  void neighboursOnTheCircleStandAsFarApartAsAsked() {
    var scenes = SceneDesign.of(2, 5).spacing(40).each(200).scenes(1);
    double[][] mean = new double[5][2];
    int[][] values = scenes.values();
    for (int n = 0; n < values.length; n++) {
      for (int d = 0; d < 2; d++) {
        mean[values[n][0]][d] += scenes.first()[0][n][d];
      }
    }
    double[] of = new double[5];
    Arrays.stream(values).forEach(row -> of[row[0]]++);
    double dx = mean[1][0] / of[1] - mean[2][0] / of[2];
    double dy = mean[1][1] / of[1] - mean[2][1] / of[2];
    assertEquals(40, Math.hypot(dx, dy), 0.5);
  }

  @Test
  void agentsWhoWeighWhatTheyHearUnderstandWhatTheyNeverSaw() {
    var game = WordGame.of(SceneDesign.of(2, 4)).rounds(120);
    var talking = game.ensemble(6).seed(1).run();
    var silent = game.mode(SignMode.REJECT_ALL).ensemble(6).seed(1).run();
    assertTrue(
        talking.mean(MindsQuantity.HELD_OUT).mean()
            > silent.mean(MindsQuantity.HELD_OUT).mean() + 0.15);
    assertTrue(talking.mean(MindsQuantity.CATEGORY_ARI).min() > 0.9);
    assertEquals(0.25, game.chance());
  }

  /** Means within 4 standard errors: a false alarm in 16,000 seeds. */
  @Test
  void agentsWhoRejectEverythingUnderstandByChanceWhereKeptBackValuesAreInBalance() {
    var game = WordGame.of(SceneDesign.of(2, 5).balanced()).mode(SignMode.REJECT_ALL).rounds(60);
    var mean = SampleMean.of(understood(game));
    assertEquals(game.chance(), mean.mean(), 4 * mean.standardError());
  }

  /**
   * At random, values that are often kept back are seldom seen: worse than one over their number.
   */
  @Test
  void chanceIsLessThanOneOverTheValuesWhereTheyAreKeptBackAtRandom() {
    var game = WordGame.of(SceneDesign.of(2, 5)).mode(SignMode.REJECT_ALL).rounds(60);
    var mean = SampleMean.of(understood(game));
    assertTrue(mean.mean() + 2.5 * mean.standardError() < game.chance(), mean.toString());
  }

  private static double[] understood(WordGame game) {
    return game.ensemble(12).seed(1).run().values(MindsQuantity.HELD_OUT);
  }

  @Test
  void theSpreadOfWhatIsUnderstoodLiesWithinGamesNotBetweenThem() {
    var outcome = WordGame.of(SceneDesign.of(2, 4)).rounds(120).ensemble(8).seed(1).run();
    double within = 0;
    double[] means = new double[8];
    for (int i = 0; i < 8; i++) {
      double[] curve = outcome.games().get(i).curve(MindsQuantity.HELD_OUT);
      var tail = SampleMean.of(Arrays.copyOfRange(curve, 40, 120));
      within += tail.sd() * tail.sd() / 8;
      means[i] = tail.mean();
    }
    double between = SampleMean.of(means).sd();
    assertTrue(within > 3 * between * between, within + " and " + between * between);
  }

  @Test
  void aSeedGivesOneGame() {
    var game = WordGame.of(SceneDesign.of(3, 2).each(3)).rounds(4);
    var once = game.simulate(9);
    var again = game.simulate(9);
    assertArrayEquals(once.curve(MindsQuantity.HELD_OUT), again.curve(MindsQuantity.HELD_OUT));
    assertArrayEquals(once.first().messages(), again.first().messages());
    assertEquals(3, once.first().attributeCount());
    assertEquals(
        6, once.curves().stream().filter(c -> c.quantity() == MindsQuantity.CATEGORY_ARI).count());
  }

  @Test
  void scenesThatAreAllAlikeGiveAGameToo() {
    double[][][] flat = new double[2][6][1];
    int[][] values = {{0, 0}, {1, 1}, {0, 1}, {1, 0}, {0, 0}, {1, 1}};
    var history = WordGame.of(new Scenes(flat, flat, values, flat, flat)).rounds(3).simulate(1);
    assertEquals(3, history.rounds());
  }

  @Test
  void theToplineIsRefusedAsNobodyTalksInIt() {
    var game = WordGame.of(SceneDesign.of(2, 4));
    assertThrows(IllegalArgumentException.class, () -> game.mode(SignMode.GIBBS));
    assertThrows(IllegalArgumentException.class, () -> SceneDesign.of(2, 4).heldOut(13));
  }
}
