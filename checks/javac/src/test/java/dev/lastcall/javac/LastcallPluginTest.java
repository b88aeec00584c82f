package dev.lastcall.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks inside a compilation. */
final class LastcallPluginTest {
  private static final String FAULT =
      """
      class %s {
        void start(Thread worker) {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try { worker.join(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
          }));
        }
      }
      """;

  @TempDir Path folder;

  private String messages = "";

  @Test
  void anErrorMakesTheCompilationFail() throws IOException {
    assertThat(compile("Lastcall", FAULT.formatted("A"))).isFalse();
    assertThat(messages).contains("A.java:4: error: [LC0201 unbounded-wait-in-cleanup]");
  }

  @Test
  void nothingFailsIfItMustNot() throws IOException {
    assertThat(compile("Lastcall fail-on=never", FAULT.formatted("A"))).isTrue();
    assertThat(messages).contains("A.java:4: warning: [LC0201");
  }

  @Test
  void aRuleCanBeLeftOut() throws IOException {
    assertThat(compile("Lastcall disable=unbounded-wait-in-cleanup", FAULT.formatted("A")))
        .isTrue();
    assertThat(messages).isEmpty();
  }

  @Test
  void whatIsSuppressedIsNotTold() throws IOException {
    String code = "@SuppressWarnings(\"lastcall:LC0201\")\n" + FAULT.formatted("A");

    assertThat(compile("Lastcall", code)).isTrue();
  }

  @Test
  void aFileOfTwoClassesIsCheckedWithTheSimplePolicy() throws IOException {
    assertThat(compile("Lastcall", FAULT.formatted("A") + FAULT.formatted("B"))).isFalse();
    assertThat(messages).contains("A.java:4: error", "A.java:11: error");
  }

  @Test
  void rulesOfTheUsersOwnAreApplied() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("own.rules"),
            "rule OWN-1 error\n  match $t.join()\n  report joins $t\n");

    assertThat(compile("Lastcall disable=LC0201 rules=" + rules, FAULT.formatted("A"))).isFalse();
    assertThat(messages).contains("[OWN-1 OWN-1] joins worker");
  }

  @Test
  void anUnknownArgumentIsAnErrorInTheCompilersVoice() throws IOException {
    assertThat(compile("Lastcall fail=never", FAULT.formatted("A"))).isFalse();
    assertThat(messages).contains("error: -Xplugin:Lastcall: fail=never (expected: fail-on=");
  }

  private boolean compile(String plugin, String code) throws IOException {
    Path source = Files.writeString(folder.resolve("A.java"), code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    List<String> options =
        new ArrayList<>(List.of("-d", folder.toString(), "-XDcompilePolicy=simple"));
    options.addAll(
        List.of("-processorpath", System.getProperty("java.class.path"), "-Xplugin:" + plugin));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(output, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      messages = output.toString();
      return compiled;
    }
  }
}
