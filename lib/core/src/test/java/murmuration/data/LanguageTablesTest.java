package murmuration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTablesTest {

  @Test
  void theElccTableHoldsThreeRunsOfEightyFourCorpora() {
    var table = Datasets.load("elcc-xferbench");
    assertEquals(252, table.rowCount());
    assertEquals(219, table.where(table.stringColumn("type").isEqualTo("emergent")).rowCount());
    assertEquals(3, table.intColumn("token_count").countMissing(), "no corpus, no statistics");
    assertEquals(0, table.doubleColumn("score").countMissing());
  }

  @Test
  void everyLanguageOfTheDeclarationHasItsParagraphs() {
    var table = Datasets.load("udhr-13-languages");
    assertEquals(1186, table.rowCount());
    assertEquals(13, table.stringColumn("iso639_3").countUnique());
    assertTrue(table.stringColumn("paragraph").asList().stream().noneMatch(String::isBlank));
    assertTrue(
        table.stringColumn("paragraph").asList().stream().anyMatch(p -> p.contains("\u05d4")));
  }

  @ParameterizedTest
  @CsvSource({
    "egg-game-a2v8s1, 2, 64, 45, 4, 14, 1.0",
    "egg-game-a2v12s1, 2, 144, 109, 12, 22, 0.2752293578",
    "egg-game-a4v4s1, 4, 256, 73, 8, 108, 0.2465753425"
  })
  void aGrownLanguageHoldsEveryMeaningAndTheReceiverIsAsRightAsItsTrainerPrinted(
      String name,
      int attributes,
      int meanings,
      int trained,
      int uniform,
      int generalization,
      double accuracy) {
    var table = Datasets.load(name);
    assertEquals(meanings, table.rowCount());
    var sets = table.stringColumn("set");
    assertEquals(trained, sets.isEqualTo("train").size());
    assertEquals(uniform, sets.isEqualTo("uniform").size());
    assertEquals(generalization, sets.isEqualTo("generalization").size());
    var train = table.where(sets.isEqualTo("train"));
    int right = 0;
    for (var row : train) {
      boolean all = true;
      for (int a = 1; a <= attributes; a++) {
        all &= row.getInt("attribute_" + a) == row.getInt("output_" + a);
      }
      right += all ? 1 : 0;
    }
    assertEquals(accuracy, right / (double) trained, 1e-9);
    assertTrue(table.stringColumn("message").asList().stream().allMatch(m -> m.endsWith(" 1")));
  }

  @Test
  void theRunsOfTheGamesEndWhereTheirCurvesEnd() {
    var games = Datasets.load("egg-games");
    var curves = Datasets.load("egg-games-training");
    assertEquals(606, curves.rowCount());
    for (var game : games) {
      var curve = curves.where(curves.stringColumn("game").isEqualTo(game.getString("game")));
      assertEquals(game.getInt("epochs"), curve.rowCount());
      assertEquals(
          game.getDouble("train_accuracy"),
          curve.doubleColumn("accuracy").get(curve.rowCount() - 1),
          0);
    }
  }
}
