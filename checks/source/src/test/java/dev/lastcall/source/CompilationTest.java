package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading goes on behind what the compiler itself stumbles over. */
final class CompilationTest {
  @TempDir Path folder;

  /** A cast to a type whose supertype is not there is too much for the compiler of JDK 17. */
  @Test
  void aFileThatTheCompilerFailsOverCostsTheOthersNothing() throws IOException {
    List<Path> files =
        List.of(
            file("Before", "class Before { void close() {} }"),
            file("Reply", "interface Reply { default Object done() { return (Flow<?>) this; } }"),
            file("Flow", "public interface Flow<T> extends org.missing.Publisher<T> {}"),
            file("Behind", "class Behind { void close() {} }"));
    List<String> read = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> message :
        Compilation.with(List.of(), OptionalInt.empty(), StandardCharsets.UTF_8)
            .read(files, Facts.of(List.of()), unit -> read.add(name(unit)))) {
      if (Compilation.SKIPPED.equals(message.getCode())) {
        left.add(Path.of(message.getSource().toUri()).getFileName().toString());
      }
    }
    assertThat(read).contains("Before.java", "Behind.java", "Flow.java");
    assertThat(read).doesNotContainAnyElementsOf(left);
    left.addAll(read);
    assertThat(left)
        .containsExactlyInAnyOrder("Before.java", "Reply.java", "Flow.java", "Behind.java");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text);
  }

  private static String name(SourceUnit unit) {
    return Path.of(unit.tree().unit().getSourceFile().toUri()).getFileName().toString();
  }
}
