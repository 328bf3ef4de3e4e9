package murmuration.sweep;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import murmuration.data.AtomicFile;

/**
 * The CSV file of a sweep and, while it runs, its journal: a line a finished cell, as they finish,
 * each written in one piece. What a kill left of a line has no line end and is cut off.
 */
final class SweepFile implements AutoCloseable {
  private static final String FILE = "index,key,";
  private static final String JOURNAL = "murmuration sweep journal,key,";
  private static final int KEY_LENGTH = 16;

  private final Path file;
  private final Path journal;
  private final Sweep sweep;
  private final List<Cell> cells;
  private final RandomAccessFile lines;
  private boolean broken;
  private boolean done;

  private SweepFile(
      Path file, Path journal, Sweep sweep, List<Cell> cells, RandomAccessFile lines) {
    this.file = file;
    this.journal = journal;
    this.sweep = sweep;
    this.cells = cells;
    this.lines = lines;
  }

  /** Opens the journal for this run alone. */
  static SweepFile open(Path file, Sweep sweep, List<Cell> cells) {
    Path target = file.toAbsolutePath();
    Path journal = target.resolveSibling(target.getFileName() + ".journal");
    try {
      Files.createDirectories(target.resolveSibling(""));
      var lines = new RandomAccessFile(journal.toFile(), "rw");
      if (!locked(lines)) {
        lines.close();
        throw new IOException("another run is writing it");
      }
      return new SweepFile(target, journal, sweep, cells, lines);
    } catch (IOException e) {
      throw failure(journal, e);
    }
  }

  private static boolean locked(RandomAccessFile lines) throws IOException {
    try {
      return lines.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Hands over the cells that an earlier run finished with the same parameters and seed. */
  void restore(Finished finished) {
    try {
      if (Files.exists(file)) {
        restore(finished, file, Files.readString(file), fileHead(""));
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
    try {
      byte[] bytes = new byte[(int) lines.length()];
      lines.readFully(bytes);
      int whole = bytes.length;
      while (whole > 0 && bytes[whole - 1] != '\n') {
        whole--;
      }
      String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
      boolean ours = restore(finished, journal, text, JOURNAL);
      lines.setLength(ours ? whole : 0);
      lines.seek(lines.length());
    } catch (IOException e) {
      throw failure(journal, e);
    }
  }

  /** Whether any cell of this sweep was found. */
  private boolean restore(Finished finished, Path path, String text, String head)
      throws IOException {
    var rows = text.lines().toList();
    if (rows.isEmpty()) {
      return false;
    }
    String first = rows.getFirst();
    if (!first.startsWith(head)) {
      if (path.equals(file) && first.startsWith(FILE)) {
        return false;
      }
      throw new IOException("it is no file of a sweep: its first line is \"" + first + "\"");
    }
    int before = head.split(",").length;
    var header = List.of(first.split(","));
    var columns = header.subList(before, header.size());
    boolean found = false;
    for (int i = 1; i < rows.size(); i++) {
      try {
        found |= restore(finished, columns, before, rows.get(i).split(",", -1));
      } catch (NumberFormatException e) {
        throw new IOException(
            "line "
                + (i + 1)
                + " is no finished cell: \""
                + rows.get(i)
                + "\"; delete the file to start again",
            e);
      }
    }
    return found;
  }

  private boolean restore(Finished finished, List<String> columns, int before, String[] row) {
    if (row.length != before + columns.size() || row[1].length() != KEY_LENGTH) {
      throw new NumberFormatException();
    }
    int index = Integer.parseUnsignedInt(row[0]);
    double[] values = new double[columns.size()];
    for (int j = 0; j < values.length; j++) {
      values[j] = Double.parseDouble(row[before + j]);
    }
    boolean same = index >= 0 && index < cells.size() && row[1].equals(key(cells.get(index)));
    if (same) {
      finished.add(cells.get(index), new Outcome(columns, values));
    }
    return same;
  }

  /** Adds a finished cell to the journal. */
  void append(Cell cell, Outcome outcome) {
    try {
      if (broken) {
        throw new IOException("an earlier line could not be written");
      }
      broken = true;
      String head = lines.length() > 0 ? "" : JOURNAL + String.join(",", outcome.columns()) + "\n";
      String line = head + cell.index() + "," + key(cell) + numbers(outcome.values()) + "\n";
      lines.write(line.getBytes(StandardCharsets.UTF_8));
      broken = false;
    } catch (IOException e) {
      throw failure(journal, e);
    }
  }

  /** Writes the file, in the order of the cells; the journal is no longer needed. */
  void finish(Finished finished) {
    var text = new StringBuilder(fileHead(String.join(",", finished.columns()))).append('\n');
    double[][] values = finished.values();
    for (Cell cell : cells) {
      text.append(cell.index()).append(',').append(key(cell));
      cell.parameters().values().forEach(value -> text.append(',').append(value));
      text.append(',').append(cell.replicate()).append(',').append(cell.seed());
      text.append(numbers(values[cell.index()])).append('\n');
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    done = true;
  }

  /** Drops the journal where there is nothing to go on from. */
  @Override
  public void close() {
    try {
      boolean drop = done || lines.length() == 0;
      lines.close();
      if (drop) {
        Files.deleteIfExists(journal);
      }
    } catch (IOException e) {
      throw failure(journal, e);
    }
  }

  private String fileHead(String columns) {
    return sweep.axes().stream()
        .map(axis -> axis.name() + ",")
        .collect(Collectors.joining("", FILE, "replicate,seed," + columns));
  }

  private static String numbers(double[] values) {
    var text = new StringBuilder();
    for (double value : values) {
      text.append(',').append(value);
    }
    return text.toString();
  }

  /** What a cell depends on besides its index, as the start of a SHA-256. */
  private String key(Cell cell) {
    String what =
        cell.parameters().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("\n", sweep.name() + "\n", "\n" + cell.seed()));
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(hash.digest(what.getBytes(StandardCharsets.UTF_8)))
          .substring(0, KEY_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UncheckedIOException failure(Path path, IOException e) {
    return new UncheckedIOException(path + " cannot be used: " + e.getMessage(), e);
  }
}
