package murmuration.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static murmuration.data.DatasetException.Kind.NOT_AVAILABLE;
import static murmuration.data.DatasetException.Kind.STORAGE;
import static murmuration.data.DatasetException.Kind.WRONG_CHECKSUM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import murmuration.data.DatasetException.Kind;
import murmuration.data.Store.Disk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final byte[] GOOD = "time,x\n1,2\n3,4\n".getBytes(UTF_8);
  private static final String HASH = DatasetEntry.sha256(GOOD);
  private static final DatasetEntry REMOTE = entry("owls", HASH, "https://example.org/owls.csv");
  private static final Fetcher OFFLINE =
      (address, most) -> {
        throw new IOException("offline?");
      };

  @Test
  void aFileOfTheRightHashInTheCacheNeedsNoNetwork(@TempDir Path cache) throws IOException {
    Files.write(cache.resolve("owls.csv"), GOOD);
    assertArrayEquals(GOOD, store(cache, OFFLINE).bytes(REMOTE));
    assertEquals("cache", store(cache, OFFLINE).place(REMOTE));
  }

  @Test
  void aFetchedFileStaysInTheCache(@TempDir Path folder) {
    Path cache = folder.resolve("made/on/the/way");
    assertEquals("remote", store(cache, OFFLINE).place(REMOTE));
    assertArrayEquals(GOOD, store(cache, (address, most) -> GOOD.clone()).bytes(REMOTE));
    assertArrayEquals(GOOD, store(cache, OFFLINE).bytes(REMOTE));
  }

  @Test
  void withoutNetworkTheMessageTellsWhatToPutWhere(@TempDir Path cache) {
    assertFailure(
        NOT_AVAILABLE,
        "data set owls is not bundled and could not be fetched from https://example.org/owls.csv"
            + " (offline?). Put the file at "
            + cache.resolve("owls.csv")
            + "; its sha256 must be "
            + HASH,
        () -> store(cache, OFFLINE).bytes(REMOTE));
  }

  @Test
  void aDamagedFileInTheCacheIsDeletedAndBothHashesAreNamed(@TempDir Path cache)
      throws IOException {
    Path file = Files.writeString(cache.resolve("owls.csv"), "time,x\n1,2\n9");
    String found = DatasetEntry.sha256(Files.readAllBytes(file));
    var e = assertFailure(WRONG_CHECKSUM, found, () -> store(cache, OFFLINE).bytes(REMOTE));
    assertTrue(e.toString().contains(HASH), e.toString());
    assertTrue(e.toString().contains("It was deleted"), e.toString());
    assertFalse(Files.exists(file));
  }

  @Test
  void aDamagedFileInAReadOnlyCacheIsNeverRead(@TempDir Path cache) throws IOException {
    Files.write(cache.resolve("owls.csv"), new byte[0]);
    assertFailure(
        WRONG_CHECKSUM,
        "could not be deleted (AccessDeniedException",
        () -> new Store(cache, null, OFFLINE, READ_ONLY).bytes(REMOTE));
  }

  @Test
  void aTruncatedDownloadIsRefusedAndNotKept(@TempDir Path cache) {
    var cut = store(cache, (address, most) -> Arrays.copyOf(GOOD, 7));
    var e = assertFailure(WRONG_CHECKSUM, "(7 bytes), expected " + HASH, () -> cut.bytes(REMOTE));
    assertTrue(e.toString().contains("Nothing was kept"), e.toString());
    assertEquals("remote", cut.place(REMOTE));
  }

  @Test
  void aReadOnlyCacheAndAFullDiskAreToldApartFromANetworkThatIsDown(@TempDir Path cache) {
    Fetcher online = (address, most) -> GOOD.clone();
    assertFailure(
        STORAGE,
        "Name a folder by MURMURATION_DATA",
        () -> new Store(cache, null, online, READ_ONLY).bytes(REMOTE));
    assertFailure(
        STORAGE,
        "No space left on device",
        () -> new Store(cache, null, online, FULL).bytes(REMOTE));
    assertEquals("remote", store(cache, online).place(REMOTE), "nothing half-written is left");
  }

  @Test
  void aCacheThatIsAFileIsNamed(@TempDir Path folder) throws IOException {
    Path cache = Files.writeString(folder.resolve("cache"), "not a folder");
    assertFailure(
        STORAGE, cache.toString(), () -> store(cache, (address, most) -> GOOD).bytes(REMOTE));
  }

  @Test
  void theMirrorComesBeforeTheNetworkAndIsCheckedToo(@TempDir Path folder) throws IOException {
    Path mirror = folder.resolve("mirror");
    Path file = Files.createDirectories(mirror.resolve("upstream")).resolve("owls.csv");
    Files.write(file, GOOD);
    var store = new Store(folder.resolve("cache"), mirror, OFFLINE, Disk.REAL);
    assertArrayEquals(GOOD, store.bytes(REMOTE));
    assertEquals("mirror", store.place(REMOTE));
    Files.writeString(file, "another file");
    assertFailure(WRONG_CHECKSUM, file.toString(), () -> store.bytes(REMOTE));
    assertTrue(Files.exists(file), "a mirror is not ours to delete from");
  }

  @Test
  void theLibrarysOwnCopyIsCheckedToo(@TempDir Path cache) {
    var lr04 = Registry.bundled().entry("lr04");
    assertEquals(lr04.bytes(), store(cache, OFFLINE).bytes(lr04).length);
    var wrong = bundled(lr04.file(), HASH);
    var e = assertFailure(WRONG_CHECKSUM, lr04.sha256(), () -> store(cache, OFFLINE).bytes(wrong));
    assertTrue(e.toString().contains(HASH), e.toString());
    var absent = bundled("nowhere.csv", HASH);
    assertFailure(STORAGE, "cannot be read", () -> store(cache, OFFLINE).bytes(absent));
  }

  @Test
  void anInterruptWhileFetchingLeavesNothing(@TempDir Path cache) {
    var store =
        store(
            cache,
            (address, most) -> {
              throw new CancellationException("interrupted while fetching " + address);
            });
    assertThrows(CancellationException.class, () -> store.bytes(REMOTE));
    assertEquals("remote", store.place(REMOTE));
  }

  @Test
  void theEnvironmentNamesCacheAndMirror() {
    var named = Store.of(Map.of("MURMURATION_DATA", "/a", "MURMURATION_MIRROR", "/m"));
    assertEquals(Path.of("/a"), named.cache());
    assertEquals(Path.of("/m"), named.mirror());
    var plain = Store.of(Map.of("HOME", "/home/ada", "MURMURATION_DATA", " "));
    assertEquals(Path.of("/home/ada/.cache/murmuration"), plain.cache());
    assertNull(plain.mirror());
  }

  private static final Disk READ_ONLY = new Failing(new AccessDeniedException("read-only"));
  private static final Disk FULL = new Failing(new IOException("No space left on device"));

  /** A disk that has room for some bytes and then fails; tests may run as a user who may all. */
  private record Failing(IOException reason) implements Disk {
    @Override
    public void write(Path file, byte[] content) {
      AtomicFile.write(
          file,
          out -> {
            out.write(content, 0, content.length / 2);
            throw reason;
          });
    }

    @Override
    public void delete(Path file) throws IOException {
      throw reason;
    }
  }

  private static Store store(Path cache, Fetcher fetcher) {
    return new Store(cache, null, fetcher, Disk.REAL);
  }

  private static DatasetEntry entry(String name, String hash, String url) {
    return new DatasetEntry(
        name, "", name + ".csv", url, hash, GOOD.length, 1, 2, "", "", false, "", List.of(), null);
  }

  private static DatasetEntry bundled(String file, String hash) {
    return new DatasetEntry(
        "owls", "", file, null, hash, GOOD.length, 1, 2, "", "", true, "", List.of(), null);
  }

  private static DatasetException assertFailure(Kind kind, String part, Runnable load) {
    var e = assertThrows(DatasetException.class, load::run);
    assertEquals(kind, e.kind());
    assertTrue(e.toString().contains(part), e.toString());
    return e;
  }
}
