package murmuration.data;

import static murmuration.data.DatasetException.Kind.NOT_AVAILABLE;
import static murmuration.data.DatasetException.Kind.STORAGE;
import static murmuration.data.DatasetException.Kind.WRONG_CHECKSUM;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a data set are looked for: in the library, the cache, the mirror, and at their
 * address, in this order.
 *
 * @param cache folder of the files that were fetched
 * @param mirror folder that has them as {@code upstream/FILE}, or null
 */
record Store(Path cache, @Nullable Path mirror, Fetcher fetcher, Disk disk) {

  /** As the environment names them. */
  static Store of(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    String cache = environment.get("MURMURATION_DATA");
    String mirror = environment.get("MURMURATION_MIRROR");
    return new Store(
        cache == null || cache.isBlank() ? Path.of(home, ".cache", "murmuration") : Path.of(cache),
        mirror == null || mirror.isBlank() ? null : Path.of(mirror),
        Fetcher.http(Duration.ofSeconds(60)),
        Disk.REAL);
  }

  /** The file's bytes, which have the sha256 that the registry names. */
  byte[] bytes(DatasetEntry entry) {
    Path cached = cached(entry);
    Path mirrored = mirrored(entry);
    if (entry.bundled()) {
      return bundled(entry);
    } else if (Files.exists(cached)) {
      return fromCache(entry, cached);
    } else if (mirrored != null && Files.exists(mirrored)) {
      return fromMirror(entry, mirrored);
    }
    return fetched(entry, cached);
  }

  /** Where a data set is now, in one word. */
  String place(DatasetEntry entry) {
    Path mirrored = mirrored(entry);
    return entry.bundled()
        ? "bundled"
        : Files.exists(cached(entry))
            ? "cache"
            : mirrored != null && Files.exists(mirrored) ? "mirror" : "remote";
  }

  private Path cached(DatasetEntry entry) {
    return cache.resolve(entry.file());
  }

  private @Nullable Path mirrored(DatasetEntry entry) {
    return mirror == null ? null : mirror.resolve("upstream").resolve(entry.file());
  }

  private static byte[] bundled(DatasetEntry entry) {
    try {
      byte[] content = Registry.resource(entry.file());
      String damage = damage(entry, content);
      if (damage != null) {
        throw new DatasetException(
            WRONG_CHECKSUM,
            "the library's own copy of %s is damaged: %s".formatted(entry.name(), damage),
            null);
      }
      return content;
    } catch (IOException e) {
      throw new DatasetException(
          STORAGE, "the library's own copy of %s cannot be read".formatted(entry.name()), e);
    }
  }

  private byte[] fromCache(DatasetEntry entry, Path file) {
    byte[] content = read(entry, file);
    String damage = damage(entry, content);
    if (damage == null) {
      return content;
    }
    String fate = "It was deleted: load it again.";
    try {
      disk.delete(file);
    } catch (IOException e) {
      fate = "It could not be deleted (%s): remove it.".formatted(AtomicFile.reason(e));
    }
    throw new DatasetException(
        WRONG_CHECKSUM,
        "data set %s in %s is damaged: %s. %s".formatted(entry.name(), file, damage, fate),
        null);
  }

  private byte[] fromMirror(DatasetEntry entry, Path file) {
    byte[] content = read(entry, file);
    String damage = damage(entry, content);
    if (damage != null) {
      throw new DatasetException(
          WRONG_CHECKSUM,
          "data set %s in the mirror, %s, is another file: %s"
              .formatted(entry.name(), file, damage),
          null);
    }
    return content;
  }

  private byte[] fetched(DatasetEntry entry, Path file) {
    String url = Objects.requireNonNull(entry.url(), "a data set is bundled or has an address");
    byte[] content;
    try {
      content = fetcher.fetch(URI.create(url), 2 * entry.bytes());
    } catch (IOException e) {
      throw new DatasetException(
          NOT_AVAILABLE,
          ("data set %s is not bundled and could not be fetched from %s (%s)."
                  + " Put the file at %s; its sha256 must be %s")
              .formatted(entry.name(), url, e.getMessage(), file, entry.sha256()),
          e);
    }
    String damage = damage(entry, content);
    if (damage != null) {
      throw new DatasetException(
          WRONG_CHECKSUM,
          "data set %s as fetched from %s is another file or a part of it: %s. Nothing was kept."
              .formatted(entry.name(), url, damage),
          null);
    }
    try {
      disk.write(file, content);
    } catch (UncheckedIOException e) {
      throw new DatasetException(
          STORAGE,
          "data set %s was fetched and could not be kept: %s. Name a folder by MURMURATION_DATA"
              .formatted(entry.name(), e.getMessage()),
          e);
    }
    return content;
  }

  private static byte[] read(DatasetEntry entry, Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DatasetException(
          STORAGE,
          "data set %s cannot be read from %s (%s)"
              .formatted(entry.name(), file, AtomicFile.reason(e)),
          e);
    }
  }

  private static @Nullable String damage(DatasetEntry entry, byte[] content) {
    String found = DatasetEntry.sha256(content);
    return found.equals(entry.sha256())
        ? null
        : "its sha256 is %s (%d bytes), expected %s (%d bytes)"
            .formatted(found, content.length, entry.sha256(), entry.bytes());
  }

  /** What the store does to the disk. */
  interface Disk {
    /** The file system of this machine. */
    Disk REAL =
        new Disk() {
          @Override
          public void write(Path file, byte[] content) {
            AtomicFile.write(file, content);
          }

          @Override
          public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
          }
        };

    void write(Path file, byte[] content);

    void delete(Path file) throws IOException;
  }
}
