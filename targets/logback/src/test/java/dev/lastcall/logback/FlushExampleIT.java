package dev.lastcall.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of {@code docs/flush.md} and compares it with the page. */
class FlushExampleIT {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/lastcall/logback/FlushExample.java");
  private static final Path PAGE = Path.of("../../docs/flush.md");

  @TempDir private Path folder;

  @Test
  void nothingIsLostAlthoughACleanupHangs() throws IOException {
    try (ChildJvm child = ChildJvmBuilder.of(FlushExample.class, folder).start()) {
      child.awaitLine("all orders taken").signal("TERM");
      assertThat(child.awaitEnding().killed()).isFalse();
    }

    String orders =
        IntStream.range(0, FlushExample.ORDERS)
            .mapToObj(order -> "order " + order + "\n")
            .collect(Collectors.joining());
    assertThat(folder.resolve("audit.log")).hasContent(orders);
    assertThat(Files.readString(folder.resolve("orders.log"))).contains(orders);
    assertThat(folder.resolve("orders.prom")).hasContent("orders_total " + FlushExample.ORDERS);
  }

  @Test
  void thePageShowsTheExampleThatRuns() throws IOException {
    String source = Files.readString(SOURCE);
    String shown =
        source.substring(source.indexOf("[begin]\n") + 8, source.indexOf("\n  // [end]"));

    assertThat(Files.readString(PAGE)).contains(shown.stripTrailing().stripIndent());
  }
}
