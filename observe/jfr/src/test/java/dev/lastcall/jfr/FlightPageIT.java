package dev.lastcall.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/jfr.md} shows is compiled, run, and complete. */
class FlightPageIT {
  private static final List<String> STANDARD =
      List.of("startTime", "duration", "eventThread", "stackTrace");

  @TempDir Path folder;

  @Test
  void theExampleOfThePageLeavesARecording() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/lastcall/jfr/FlightExample.java"));
    String code = between(source, "    // begin install\n", "    // end install");
    assertThat(page()).contains("```java\n" + code.stripTrailing().stripIndent() + "\n```");

    String option = between(page(), "java ", " -cp");
    try (ChildJvm child =
        ChildJvmBuilder.of(FlightExample.class, folder).options(option.split(" ")).start()) {
      child.awaitLine("audited").signal("TERM").awaitEnding();
    }
    assertThat(Flights.words(folder.resolve("orders.jfr")))
        .contains("Cleanup db completed", "Scope transfer completed", "Exit signal");
  }

  @Test
  void thePageNamesEveryEventAndEveryField() throws IOException {
    String page = page();
    for (EventType type : FlightEvents.types()) {
      assertThat(page).contains('`' + type.getName() + '`');
      for (ValueDescriptor field : type.getFields()) {
        if (!STANDARD.contains(field.getName())) {
          assertThat(page).contains('`' + field.getName() + '`');
        }
      }
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../../docs/jfr.md"));
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
