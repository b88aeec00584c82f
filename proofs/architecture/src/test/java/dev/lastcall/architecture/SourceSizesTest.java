package dev.lastcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and methods stay short in every room, tests included. */
final class SourceSizesTest {
  @Test
  void everyFileAndMethodIsShort() throws IOException {
    List<Path> sources = House.sources();
    assertThat(sources).hasSizeGreaterThan(10);
    assertThat(SourceSizes.offences(sources)).isEmpty();
  }

  @Test
  void aLongMethodIsFound(@TempDir Path folder) throws IOException {
    assertThat(SourceSizes.offences(List.of(classWithMethodOf(40, folder)))).isEmpty();
    assertThat(SourceSizes.offences(List.of(classWithMethodOf(41, folder))))
        .singleElement()
        .asString()
        .endsWith("Long.java:3 run: 41 lines (expected: <= 40)");
  }

  @Test
  void aLongFileIsFound(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("Long.java");
    Files.writeString(source, "// one line\n".repeat(301) + "class Long {}\n");
    assertThat(SourceSizes.offences(List.of(source)))
        .singleElement()
        .asString()
        .endsWith("Long.java: 302 lines (expected: <= 300)");
  }

  private static Path classWithMethodOf(int lines, Path folder) throws IOException {
    String body = "    // one line\n".repeat(lines - 2);
    String text = "class Long {\n  /** Not counted. */\n  void run() {\n" + body + "  }\n}\n";
    return Files.writeString(folder.resolve("Long.java"), text);
  }
}
