package murmuration.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Optional;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

class ModuleHintTest {
  @Test
  void aCellThatWantsAMissingModuleIsToldHowToGetIt() {
    var told = new ArrayList<String>();
    var loader = Thread.currentThread().getContextClassLoader();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      ModuleHint.install(shell, told::add);
      shell.eval("int one = 1;");
      shell.eval("int two = three;");
      assertEquals(0, told.size());
      shell.eval("import murmuration.neural.*;");
      assertEquals(1, told.size());
      assertTrue(told.getFirst().contains("murmuration-neural:0.1.0"));
      shell.eval("var run = ConceptGenerator.of().run(1);");
      assertEquals(2, told.size());
    } finally {
      Thread.currentThread().setContextClassLoader(loader);
    }
  }

  @Test
  void aNameThatOnlyBeginsLikeOneIsNotMeant() {
    assertEquals(Optional.empty(), ModuleHint.hint("var x = new MyConceptGeneratorOfMine();"));
    assertEquals(Optional.empty(), ModuleHint.hint("import murmuration.neuralgia.*;"));
  }
}
