package murmuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  @TempDir Path figures;

  private Ledger ledger(String name) {
    return Ledger.of(name, figures);
  }

  private static void fill(Ledger ledger) {
    ledger
        .row("dakos2008", "Fig 1", "tau")
        .reported(.870)
        .got(.8699, .5, .95)
        .within(1e-3)
        .reproduced();
    ledger
        .row("dakos2008", "Fig 1", "p")
        .reported(.01)
        .got(.2)
        .within(.005)
        .differs("a <wider> null");
    ledger.row("dakos2008", "Table 1", "n").reported(556).reportedOnly("the record is not public");
    ledger.row("held2004", "Eq 3", "rate").reported(-1e-7).skipped("needs the network");
  }

  private static String message(Class<? extends Throwable> type, Executable code) {
    return String.valueOf(assertThrows(type, code).getMessage());
  }

  @Test
  void aRowThatBearsOutItsVerdictIsSaved() {
    var ledger = ledger("warning-01");
    fill(ledger);
    var saved = ledger.save();
    assertEquals(4, saved.claims().size());
    assertEquals("1 reproduced, 1 differs, 1 reported only, 1 skipped", saved.counts());
    assertEquals(saved, Ledger.collect(figures));
  }

  @Test
  void equalRowsGiveEqualBytes() throws IOException {
    fill(ledger("a"));
    var first = ledger("a");
    fill(first);
    first.save();
    byte[] bytes = Files.readAllBytes(figures.resolve("a.json"));
    var second = ledger("a");
    fill(second);
    second.save();
    assertArrayEquals(bytes, Files.readAllBytes(figures.resolve("a.json")));
  }

  @Test
  void lastBitsThatDependOnTheMachineAreNotWritten() throws IOException {
    var ledger = ledger("a");
    ledger.row("p", "t", "q").reported(1).got(0.1 + 0.2).within(1).reproduced();
    ledger.save();
    assertTrue(Files.readString(figures.resolve("a.json")).contains("\"recomputed\" : 0.3,"));
  }

  @Test
  void everyRowWhoseNumbersSayOtherwiseIsListedAndNothingIsWritten() {
    var ledger = ledger("a");
    ledger.row("p", "t", "one").reported(1).got(1.2).within(.1).reproduced();
    ledger.row("p", "t", "two").reported(1).got(1.05).within(.1).differs("we thought");
    ledger.row("p", "t", "three").reported(1).got(Double.NaN).within(.1).reproduced();
    ledger.row("p", "t", "four").reported(1).reproduced();
    ledger.row("p", "t", "five").reported(1).got(1);
    ledger.row("p", "t", "six").reported(1).got(1).within(.1).skipped("no");
    ledger.row("p", "t", "fine").reported(1).got(1).within(0).reproduced();
    String message = message(LedgerException.class, ledger::save);
    assertTrue(
        message.contains(
            "p/t/one: declared reproduced, computed differs (reported 1.0, recomputed 1.2, tolerance 0.1)"),
        message);
    assertTrue(message.contains("p/t/two: declared differs, computed reproduced"), message);
    assertTrue(message.contains("p/t/three: declared reproduced, computed differs"), message);
    assertTrue(message.contains("p/t/four: declared reproduced, computed reported only"), message);
    assertTrue(message.contains("p/t/five: no verdict"), message);
    assertTrue(message.contains("p/t/six: declared skipped, computed reproduced"), message);
    assertFalse(message.contains("p/t/fine"), message);
    assertFalse(Files.exists(figures.resolve("a.json")));
  }

  @Test
  void aDifferenceOfTheWholeToleranceIsWithinIt() {
    var ledger = ledger("a");
    ledger.row("p", "t", "q").reported(.870).got(.875).within(.005).reproduced();
    ledger.row("p", "t", "r").reported(200).got(202).withinRelative(.01).reproduced();
    ledger.row("p", "t", "s").reported(.870).got(.8750000001).within(.005).differs("just outside");
    assertEquals(3, ledger.save().claims().size());
  }

  @Test
  void aCellThatRunsTwiceReplacesItsRow() {
    var ledger = ledger("a");
    ledger.row("p", "t", "q").reported(1).got(1.1).within(.2).reproduced();
    ledger.row("p", "t", "q").reported(1).got(1.05).within(.2).reproduced();
    assertEquals(1.05, ledger.save().claims().getFirst().recomputed());
  }

  @Test
  void twoReportedNumbersForOneQuantityAreRefused() {
    var ledger = ledger("a");
    ledger.row("p", "t", "q").reported(1).reportedOnly("x");
    String message =
        message(
            IllegalArgumentException.class,
            () -> ledger.row("p", "t", "q").reported(2).reportedOnly("x"));
    assertTrue(message.startsWith("p/t/q stands already"), message);
  }

  @Test
  void badRowsAreRefused() {
    var ledger = ledger("a");
    var row = ledger.row("p", "t", "q");
    assertThrows(IllegalArgumentException.class, row::reproduced, "nothing reported");
    row.reported(Double.NaN);
    assertThrows(IllegalArgumentException.class, row::reproduced, "NaN reported");
    row.reported(1).got(1);
    assertThrows(IllegalArgumentException.class, row::reproduced, "no tolerance");
    row.within(-1);
    assertThrows(IllegalArgumentException.class, row::reproduced, "negative tolerance");
    row.within(1).got(1, 2, 0);
    assertThrows(IllegalArgumentException.class, row::reproduced, "interval upside down");
    row.got(5, 4, 6);
    assertThrows(IllegalArgumentException.class, () -> row.differs(" "), "no reason");
    assertThrows(IllegalArgumentException.class, () -> ledger.row("", "t", "q"));
    assertThrows(IllegalArgumentException.class, () -> Ledger.of("../a", figures));
  }

  @Test
  void aSkippedLedgerKeepsItsFileAndCountsAsSkippedUntilItIsSavedAgain() throws IOException {
    var ledger = ledger("warning-02");
    fill(ledger);
    ledger.save();
    byte[] committed = Files.readAllBytes(figures.resolve("warning-02.json"));

    var skipped = ledger("warning-02").skip("no network");
    assertEquals(4, skipped.count(Verdict.SKIPPED));
    assertArrayEquals(committed, Files.readAllBytes(figures.resolve("warning-02.json")));
    var collected = Ledger.collect(figures);
    assertEquals(skipped, collected);
    assertEquals(
        "no network; recorded earlier: 0.8699, reproduced", collected.claims().getFirst().reason());
    assertTrue(collected.summary().contains("warning-02 was skipped: no network"));

    ledger.save();
    assertEquals(1, Ledger.collect(figures).count(Verdict.SKIPPED));
  }

  @Test
  void aLedgerThatWasNeverComputedCanBeSkipped() {
    assertEquals(0, ledger("a").skip("no network").claims().size());
    assertTrue(Ledger.collect(figures).text().contains("a was skipped: no network"));
  }

  @Test
  void oneQuantityInTwoLedgersIsAnError() {
    var a = ledger("a");
    fill(a);
    a.save();
    var b = ledger("b");
    fill(b);
    b.save();
    String message = message(LedgerException.class, () -> Ledger.collect(figures));
    assertTrue(message.contains("dakos2008/Fig 1/tau stands in"), message);
    assertTrue(message.contains("a.json") && message.contains("b.json"), message);
  }

  @Test
  void figuresAndOtherFilesAreNoLedgers() throws IOException {
    Files.writeString(figures.resolve("fig.json"), "{\"panels\": [1, 2]}");
    Files.writeString(figures.resolve("list.json"), "[1, 2]");
    assertEquals(0, Ledger.collect(figures).claims().size());
    String message = message(LedgerException.class, () -> ledger("fig").save());
    assertTrue(message.contains("no ledger"), message);
  }

  @Test
  void aTruncatedOrEditedLedgerIsNamed() throws IOException {
    var ledger = ledger("a");
    fill(ledger);
    ledger.save();
    Path file = figures.resolve("a.json");
    String json = Files.readString(file);

    Files.writeString(file, json.substring(0, json.length() / 2));
    String message = message(LedgerException.class, () -> Ledger.collect(figures));
    assertTrue(message.contains("a.json cannot be read"), message);

    Files.writeString(file, json.replace("0.8699", "0.8"));
    message = message(LedgerException.class, () -> Ledger.collect(figures));
    assertTrue(message.contains("says reproduced, its numbers differs"), message);

    Files.writeString(file, json.replace("\"paper\"", "\"papr\""));
    message = message(LedgerException.class, () -> Ledger.collect(figures));
    assertTrue(message.contains("a row has no paper"), message);
  }

  @Test
  void thePageShowsNumbersVerdictsAndReasonsEscaped() throws IOException {
    var ledger = ledger("a");
    fill(ledger);
    ledger.save();
    Ledger.collect(figures);
    String html = Files.readString(figures.resolve("ledger.html"));
    assertTrue(html.contains("0.8699 <span class=\"i\">[0.5, 0.95]</span>"), html);
    assertTrue(html.contains("a &lt;wider&gt; null"), html);
    assertTrue(html.contains("1 reported only"), html);
    assertTrue(html.contains("−1e−7"), html);
    var csv = Files.readAllLines(figures.resolve("ledger.csv"));
    assertEquals(5, csv.size());
    assertEquals(
        "ledger,id,paper,place,quantity,reported,recomputed,low,high,difference,tolerance,verdict,reason",
        csv.getFirst());
    assertTrue(csv.get(3).contains("556.0,,,,,,REPORTED_ONLY"), csv.get(3));
  }

  @Test
  void theTerminalTableLinesUp() {
    var ledger = ledger("a");
    fill(ledger);
    var lines = ledger.claims().text().lines().toList();
    assertEquals("paper      place    quantity  reported  recomputed  verdict", lines.get(0));
    assertEquals("dakos2008  Fig 1    tau           0.87      0.8699  reproduced", lines.get(1));
    assertEquals("dakos2008  Table 1  n              556           -  reported only", lines.get(3));
  }

  @Test
  void aRecomputedInfinityDiffersFromEveryReportedNumber() {
    var ledger = Ledger.of("infinite", figures);
    ledger
        .row("paper", "Fig 1", "ratio")
        .reported(1)
        .got(Double.POSITIVE_INFINITY)
        .within(1)
        .differs("it has no bound");
    assertTrue(ledger.claims().claims().getFirst().stands());
  }
}
