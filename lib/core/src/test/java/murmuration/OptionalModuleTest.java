package murmuration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionalModuleTest {
  @ParameterizedTest
  @EnumSource
  void asksForItselfByNameWhereItIsNotThere(OptionalModule module) {
    assertFalse(module.isPresent(), "the core is tested without it");
    String said =
        String.valueOf(assertThrows(IllegalStateException.class, module::require).getMessage());
    for (String part : new String[] {"%maven io.github.murmuration:", "./run setup"}) {
      assertTrue(said.contains(part), said);
    }
    assertTrue(said.contains(module.artifact() + ":0.1.0"), said);
  }

  @ParameterizedTest
  @EnumSource
  void isAModuleOfThisProjectWithTheTypesItNames(OptionalModule module) throws Exception {
    Path folder = Path.of("..", module.artifact().replace("murmuration-", ""));
    String pom = Files.readString(folder.resolve("pom.xml"));
    assertTrue(pom.contains("<artifactId>" + module.artifact() + "</artifactId>"));
    assertTrue(pom.contains("<version>0.1.0</version>"));
    try (var files = Files.walk(folder.resolve("src/main/java"))) {
      var names = files.map(file -> file.getFileName().toString()).toList();
      assertTrue(module.types().stream().allMatch(type -> names.contains(type + ".java")));
    }
  }
}
