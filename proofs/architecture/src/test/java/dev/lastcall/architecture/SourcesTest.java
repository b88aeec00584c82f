package dev.lastcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules over source files hold, and can fail. */
final class SourcesTest {
  @TempDir private Path folder;

  @Test
  void everyFileAndMethodIsShort() throws IOException {
    assertThat(Sources.all()).hasSizeGreaterThan(Sources.shipped().size());
    assertThat(SourceSizes.offences(Sources.all())).isEmpty();
  }

  @Test
  void everyPublicTypeAndMethodIsDocumented() throws IOException {
    assertThat(Sources.shipped()).isNotEmpty();
    assertThat(MissingJavadoc.offences(Sources.shipped())).isEmpty();
  }

  @Test
  void aLongMethodIsFound() throws IOException {
    assertThat(SourceSizes.offences(source(methodOf(40)))).isEmpty();
    assertThat(SourceSizes.offences(source(methodOf(41))))
        .singleElement()
        .asString()
        .endsWith("Fixture.java:3 run: 41 lines (expected: <= 40)");
  }

  @Test
  void aLongFileIsFound() throws IOException {
    assertThat(SourceSizes.offences(source("// one line\n".repeat(301))))
        .singleElement()
        .asString()
        .endsWith("Fixture.java: 301 lines (expected: <= 300)");
  }

  @Test
  void aPublicThingWithoutJavadocIsFound() throws IOException {
    List<Path> source =
        source(
            """
            public class Fixture {
              public Fixture() {}
              void hidden() {}
              static class Hidden { public void alsoHidden() {} }
              /** Documented. */
              public interface Listener { void called(); }
              /** Documented. */
              public record Value(int number) { public Value {} }
              @Override public String toString() { return ""; }
            }
            """);
    assertThat(MissingJavadoc.offences(source))
        .map(line -> line.replaceAll(".*: (.*) is public.*", "$1"))
        .containsExactly("Fixture", "Fixture.<init>", "Listener.called");
  }

  private List<Path> source(String text) throws IOException {
    return List.of(Files.writeString(folder.resolve("Fixture.java"), text));
  }

  private static String methodOf(int lines) {
    String body = "    // one line\n".repeat(lines - 2);
    return "class Fixture {\n  /** Not counted. */\n  void run() {\n" + body + "  }\n}\n";
  }
}
