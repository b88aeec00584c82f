package dev.lastcall.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/tracing.md} shows is compiled, run, and complete. */
class TracingPageIT {
  @TempDir Path folder;

  @Test
  void theExampleOfThePageIsTracedToItsEnd() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/dev/lastcall/opentelemetry/TracingExample.java"));
    String code = between(source, "    // begin install\n", "    // end install");
    assertThat(page()).contains("```java\n" + code.stripTrailing().stripIndent() + "\n```");

    try (OtlpSink sink = new OtlpSink()) {
      try (ChildJvm child =
          ChildJvmBuilder.of(TracingExample.class, folder)
              .environment("OTEL_EXPORTER_OTLP_ENDPOINT", sink.endpoint())
              .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
              .environment("OTEL_METRICS_EXPORTER", "none")
              .environment("OTEL_LOGS_EXPORTER", "none")
              .start()) {
        child.awaitLine("audited").signal("TERM").awaitEnding();
      }
      assertThat(sink.names()).contains("scope transfer", "cleanup audit", "cleanup db", "exit");
      assertThat(sink.names())
          .allSatisfy(name -> assertThat(page()).contains(name.replaceFirst(" .*", "")));
    }
  }

  @Test
  void thePageNamesEveryAttribute() throws Exception {
    String page = page();
    for (Field field : Keys.class.getDeclaredFields()) {
      assertThat(page).contains("`" + field.get(null) + '`');
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../../docs/tracing.md"));
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
