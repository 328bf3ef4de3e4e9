package murmuration.language.hallmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import murmuration.language.Language;
import murmuration.math.Rng;
import org.junit.jupiter.api.Test;

class HallmarkTest {
  private static final int USES = 2000;

  /** Says code[x] about x, for so many uses. */
  private static MessageUse pure(int... code) {
    int[] x = IntStream.range(0, USES).map(i -> i % code.length).toArray();
    return MessageUse.of(x, IntStream.of(x).map(v -> code[v]).toArray());
  }

  @Test
  void agentsOfOnePureCodeAreInterchangeable() {
    var score = Interchangeability.of(List.of(pure(0, 1, 2, 3), pure(0, 1, 2, 3)), 1);
    assertEquals(1, score.value(), 1e-12);
    // Of a random order of four, one in four stays in place on average.
    assertEquals(0.25, score.baseline(), 0.1);
    assertTrue(score.z() > 2.5, score.summary());
  }

  @Test
  void agentsOfDifferentSymbolsAreNot() {
    var score = Interchangeability.of(List.of(pure(0, 1), pure(2, 3)), 1);
    assertEquals(0, score.value(), 1e-12);
    assertEquals(0, score.z());
  }

  @Test
  void halfInCommonIsOneLessItsDivergence() {
    // One says 0, the other 0 and 1 in turn: JSD = 1 - (3/4) log2(3)... = 0.3112781 bits.
    int[] x = new int[400];
    var one = MessageUse.of(x, x);
    var two = MessageUse.of(x, IntStream.range(0, 400).map(i -> i % 2).toArray());
    double jsd = 1.5 - 0.75 * Math.log(3) / Math.log(2);
    assertEquals(1 - jsd, Interchangeability.of(List.of(one, two), 1).value(), 1e-12);
  }

  @Test
  void rareMeaningsDoNotCount() {
    int[] x = IntStream.range(0, 219).map(i -> i < 200 ? 0 : 1).toArray();
    int[] same = new int[219];
    int[] differs = IntStream.of(x).map(v -> v == 1 ? 9 : 0).toArray();
    var score =
        Interchangeability.of(List.of(MessageUse.of(x, same), MessageUse.of(x, differs)), 1);
    assertEquals(1, score.value(), 1e-12);
  }

  @Test
  void runsThatShareNothingAreArbitrary() {
    var one = List.of(pure(0, 1, 2, 3), pure(0, 1, 2, 3));
    var two = List.of(pure(3, 2, 1, 0), pure(3, 2, 1, 0));
    assertEquals(1, Interchangeability.arbitrariness(List.of(one, two), 1).value(), 1e-12);
    assertEquals(0, Interchangeability.arbitrariness(List.of(one, one), 1).value(), 1e-12);
    assertEquals(0, Interchangeability.between(one, two, 1).value(), 1e-12);
  }

  @Test
  void anUnrelatedPairIsFlaggedAsOftenAsChanceSays() {
    // 200 pairs of random codes: z above 2 should come about in 0 to 10 % of them (skewed, so not
    // 2.3 %); more than 30 would have a chance below 0.01.
    int flagged = 0;
    for (int k = 0; k < 200; k++) {
      var rng = Rng.of(11, k);
      int[] a = IntStream.range(0, 8).map(i -> rng.nextInt(4)).toArray();
      int[] b = IntStream.range(0, 8).map(i -> rng.nextInt(4)).toArray();
      flagged += Interchangeability.of(List.of(pure(a), pure(b)), k).z() > 2 ? 1 : 0;
    }
    assertTrue(flagged <= 30, "flagged " + flagged);
  }

  @Test
  void aSymbolForEachMeaningIsIconicOnlyWhereMeaningsAreAllApart() {
    int[][] meanings = {{0}, {1}, {2}, {3}, {0}, {1}, {2}, {3}};
    int[][] own = {{5}, {6}, {7}, {8}, {5}, {6}, {7}, {8}};
    assertEquals(0, NonIconicity.of(Language.of(meanings, own), 1).value(), 1e-12);
    assertTrue(NonIconicity.of(Language.of(meanings, own), 1).baseline() > 0.7);
  }

  @Test
  void aMessageThatNamesTheHiddenCellIsDisplaced() {
    int n = 1000;
    int[] episodes = IntStream.range(0, n).map(i -> i / 5).toArray();
    var rng = Rng.of(3);
    int[] cellOf = IntStream.range(0, 200).map(i -> rng.nextInt(4)).toArray();
    int[] cells = IntStream.of(episodes).map(e -> cellOf[e]).toArray();
    int[][] told = IntStream.of(cells).mapToObj(c -> new int[] {c, 7}).toArray(int[][]::new);
    var score = Displacement.of(episodes, told, cells, 1);
    assertEquals(1, score.value(), 1e-12);
    assertTrue(score.hallmark().z() > 5, score.summary());
    assertEquals(2, score.information(), 0.1);
    int[][] noise =
        IntStream.range(0, n).mapToObj(i -> new int[] {rng.nextInt(4)}).toArray(int[][]::new);
    var none = Displacement.of(episodes, noise, cells, 1);
    assertTrue(Math.abs(none.hallmark().z()) < 4, none.summary());
    assertEquals(0, none.information(), 0.02);
  }

  @Test
  void anEpisodeIsNeverFittedAndJudgedAtOnce() {
    // Each episode has a token of its own: within it the token tells all, across episodes nothing.
    int[] episodes = IntStream.range(0, 500).map(i -> i / 5).toArray();
    var rng = Rng.of(4);
    int[] cellOf = IntStream.range(0, 100).map(i -> rng.nextInt(4)).toArray();
    int[] cells = IntStream.of(episodes).map(e -> cellOf[e]).toArray();
    int[][] names = IntStream.of(episodes).mapToObj(e -> new int[] {e}).toArray(int[][]::new);
    assertTrue(Displacement.of(episodes, names, cells, 1).value() <= 0.05);
  }

  @Test
  void transmissionIsTheShareOfTheWay() {
    double[] members = {1, 1, 1};
    var half = CulturalTransmission.of(new double[] {0.6, 0.7, 0.5}, new double[] {0.2}, members);
    assertEquals(0.5, half.value(), 1e-12);
    var nothingToHandDown = CulturalTransmission.of(members, members, members);
    assertTrue(Double.isNaN(nothingToHandDown.value()));
    assertTrue(nothingToHandDown.summary().contains("undefined"));
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MessageUse.of(new int[1], new int[2]));
    assertThrows(IllegalArgumentException.class, () -> Interchangeability.of(List.of(), 1));
    int[] mixed = {0, 1, 0, 2, 3, 4};
    assertThrows(
        IllegalArgumentException.class, () -> Displacement.of(mixed, new int[6][1], new int[6], 1));
  }
}
