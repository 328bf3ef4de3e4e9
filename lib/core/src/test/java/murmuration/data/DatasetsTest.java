package murmuration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class DatasetsTest {
  @Test
  void aBundledRecordLoadsWithItsOwnNameAndCleanColumns() {
    var table = Datasets.load("epica-dome-c-deuterium");
    assertEquals("epica-dome-c-deuterium", table.name());
    assertEquals("[age_yr_bp, deuterium, temperature]", table.columnNames().toString());
    assertEquals(5788, table.rowCount());
    assertEquals(38.37379, table.doubleColumn("age_yr_bp").get(0));
    assertEquals(3, table.column("deuterium").countMissing());
  }

  @Test
  void linesBeforeTheHeaderAreNoRows() {
    var stack = Datasets.load("lr04");
    assertEquals("[age_kyr_bp, d18o, standard_error]", stack.columnNames().toString());
    assertEquals(2115, stack.rowCount());
    assertEquals(3.23, stack.doubleColumn("d18o").get(0));
    var carbonDioxide = Datasets.load("epica-dome-c-co2");
    assertEquals(1901, carbonDioxide.rowCount());
    assertEquals(368.02, carbonDioxide.doubleColumn("co2").get(0));
  }

  @Test
  void aMainSeriesRunsForwardInYearsWithLabelsAndSource() {
    var stack = Datasets.series("lr04");
    assertEquals(-5_320_000, stack.times()[0]);
    assertEquals(0, stack.times()[stack.size() - 1]);
    assertEquals("benthic δ¹⁸O (‰)", stack.name());
    assertEquals("-age (yr BP)", stack.timeName());
    assertEquals(Datasets.source("lr04"), stack.source());
    assertEquals("-age (yr BP)", Datasets.series("gisp2-d18o").timeName());
  }

  @Test
  void everyBundledDataSetHasAMainSeriesOrTellsThatItHasNone() {
    var tables =
        List.of(
            "random-feature-losses",
            "pythia-checkpoint-pass-rates",
            "bnsl-4digit-addition",
            "sorting-paper-numbers",
            "elcc-xferbench",
            "udhr-13-languages",
            "egg-game-a2v8s1",
            "egg-game-a2v12s1",
            "egg-game-a4v4s1",
            "egg-games",
            "egg-games-training",
            "concept-colour-sweep",
            "concept-early-turn",
            "concept-reported-claims");
    for (var row : Datasets.list()) {
      String name = row.getString("name");
      if (row.getBoolean("bundled")) {
        assertTrue(Datasets.available(name));
        if (!tables.contains(name)) {
          assertTrue(Datasets.series(name).size() > 100, name);
        }
      }
    }
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Datasets.series("obs-base-llm-emergent"));
    assertTrue(e.toString().contains("no main series"), e.toString());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    var e = assertThrows(IllegalArgumentException.class, () -> Datasets.load("LR4"));
    assertTrue(e.toString().contains("did you mean \"lr04\"?"), e.toString());
    var f =
        assertThrows(IllegalArgumentException.class, () -> Datasets.citation("epica-deuterium"));
    assertTrue(f.toString().contains("did you mean \"epica-dome-c-deuterium\"?"), f.toString());
  }

  @Test
  void theListHasTheRemoteOnesToo() {
    var list = Datasets.list();
    assertEquals("[name, title, rows, licence, bundled, place]", list.columnNames().toString());
    assertEquals(6, list.booleanColumn("bundled").countFalse());
    assertTrue(list.stringColumn("name").contains("dakos2008-transitions"));
  }

  @Test
  void citationSourceAndUnitsAreToldByName() {
    assertTrue(Datasets.citation("lr04").contains("10.1029/2004PA001071"));
    assertEquals(
        "lr04 sha256:c2d999e8fc0e685646a1fccd1865b56a8f5a2b6be3a1bf0bdacb42da109e5f5d",
        Datasets.source("lr04"));
    assertEquals("kyr BP", Datasets.columns("lr04").stringColumn("unit").get(0));
  }

  @Test
  void aTableIsTheCallersOwn() {
    var first = Datasets.load("lr04");
    DoubleColumn column = first.doubleColumn("d18o");
    column.set(0, 99.);
    assertEquals(3.23, Datasets.load("lr04").doubleColumn("d18o").get(0));
  }
}
