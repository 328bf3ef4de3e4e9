package murmuration.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import murmuration.data.DatasetEntry.Column;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final Registry REGISTRY = Registry.bundled();

  @Test
  void everyBundledFileIsWhatTheRegistrySays() throws IOException {
    for (var entry : REGISTRY.entries().values()) {
      if (entry.bundled()) {
        byte[] content = Registry.resource(entry.file());
        assertEquals(entry.sha256(), DatasetEntry.sha256(content), entry.name());
        assertEquals(entry.bytes(), content.length, entry.name());
        var table = Rows.read(entry, content);
        assertEquals(entry.rows(), table.rowCount(), entry.name());
        assertEquals(entry.columns().stream().map(Column::name).toList(), table.columnNames());
        String header = new String(content, UTF_8).lines().skip(entry.skip() - 1).findFirst().get();
        assertEquals(
            entry.columns().stream().map(Column::header).collect(Collectors.joining(",")), header);
        String folder = entry.file().substring(0, entry.file().indexOf('/'));
        String licence = new String(Registry.resource(folder + "/LICENSE"), UTF_8);
        assertTrue(licence.contains(entry.citation()), entry.name());
        assertTrue(licence.contains(entry.licence()), entry.name());
      }
    }
  }

  @Test
  void remoteFilesAreFixedByCommitAndNeverInTheLibrary() {
    for (var entry : REGISTRY.entries().values()) {
      if (!entry.bundled()) {
        String url = Objects.requireNonNull(entry.url());
        assertTrue(url.matches("https://raw\\.githubusercontent\\.com/.+/[0-9a-f]{40}/.+"), url);
        assertEquals(entry.name() + ".csv", entry.file());
        assertThrows(IOException.class, () -> Registry.resource(entry.file()));
      }
    }
  }

  @Test
  void everyEntryIsCompleteAndNamesColumnsOnce() {
    for (var entry : REGISTRY.entries().values()) {
      assertTrue(entry.name().matches("[a-z0-9-]+"), entry.name());
      assertTrue(entry.citation().startsWith("@"), entry.name());
      assertNotEquals("", entry.title());
      assertNotEquals("", entry.licence());
      var names = entry.columns().stream().map(Column::name).toList();
      assertEquals(names.size(), names.stream().distinct().count(), entry.name());
      assertTrue(names.stream().allMatch(name -> name.matches("[a-z0-9_]+")), names.toString());
    }
  }

  /** Fails when {@code registry.json} was changed and {@code ./run docs} was forgotten. */
  @Test
  void theDataPackageSaysWhatTheRegistrySays() throws IOException {
    var resources = list(json("datapackage.json"), "resources");
    assertEquals(REGISTRY.entries().size(), resources.size());
    for (var resource : resources) {
      var entry = REGISTRY.entry((String) value(resource, "name"));
      assertEquals(entry.title(), resource.get("title"));
      assertEquals(entry.notes(), resource.get("description"));
      assertEquals(entry.url() == null ? entry.file() : entry.url(), resource.get("path"));
      assertEquals("sha256:" + entry.sha256(), resource.get("hash"));
      assertEquals(entry.bytes(), ((Number) value(resource, "bytes")).longValue());
      assertEquals(
          List.of(entry.skip()), ((Map<?, ?>) value(resource, "dialect")).get("headerRows"));
      assertEquals(entry.licence(), list(resource, "licenses").getFirst().get("name"));
      assertEquals(entry.citation(), list(resource, "sources").getFirst().get("title"));
      var fields = list((Map<?, ?>) value(resource, "schema"), "fields");
      assertColumns(entry, fields, "title", Column::name);
      assertColumns(entry, fields, "name", Column::header);
      assertColumns(entry, fields, "type", Column::type);
      assertColumns(entry, fields, "description", Column::label);
    }
  }

  @Test
  void croissantSaysWhatTheRegistrySays() throws IOException {
    var croissant = json("croissant.json");
    var files = list(croissant, "distribution");
    var records = list(croissant, "recordSet");
    var entries = List.copyOf(REGISTRY.entries().values());
    assertEquals(entries.size(), files.size());
    assertEquals(entries.size(), records.size());
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      assertEquals(entry.sha256(), files.get(i).get("sha256"));
      assertEquals(
          entry.url() == null ? entry.file() : entry.url(), files.get(i).get("contentUrl"));
      assertEquals(entry.name(), records.get(i).get("name"));
      assertColumns(entry, list(records.get(i), "field"), "name", Column::name);
      assertColumns(entry, list(records.get(i), "field"), "description", Column::label);
    }
  }

  @Test
  void anEntryWithoutHashOrPlaceIsRefused() {
    String hash = "0".repeat(64);
    assertEquals("owls sha256:" + hash, entry(hash, true).source());
    assertThrows(IllegalArgumentException.class, () -> entry(hash, false));
    assertThrows(IllegalArgumentException.class, () -> entry("1234", true));
  }

  private static DatasetEntry entry(String hash, boolean bundled) {
    return new DatasetEntry(
        "owls", "", "owls.csv", null, hash, 1, 1, 1, "", "", bundled, "", List.of(), null);
  }

  private static void assertColumns(
      DatasetEntry entry, List<Map<?, ?>> fields, String key, Function<Column, String> of) {
    assertEquals(
        entry.columns().stream().map(of).toList(),
        IntStream.range(0, fields.size()).mapToObj(i -> fields.get(i).get(key)).toList(),
        entry.name());
  }

  private static Map<String, Object> json(String file) throws IOException {
    return JSON.std.mapFrom(Registry.resource(file));
  }

  private static Object value(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static List<Map<?, ?>> list(Map<?, ?> map, String key) {
    return ((List<?>) value(map, key)).stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
  }
}
