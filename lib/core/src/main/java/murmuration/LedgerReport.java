package murmuration;

import java.nio.file.Path;
import murmuration.data.FiguresFolder;

/**
 * The program that publishes the ledger: reads every figures/*.json, writes ledger.html and
 * ledger.csv beside them, and prints the table.
 */
public final class LedgerReport {
  private LedgerReport() {}

  /**
   * Runs it.
   *
   * @param folders the figures folder; without one, the {@linkplain FiguresFolder usual one}
   */
  public static void main(String[] folders) {
    Path folder = folders.length > 0 ? Path.of(folders[0]) : FiguresFolder.path();
    try {
      System.out.print(Ledger.collect(folder).text());
    } catch (LedgerException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
