package dev.lastcall.runtime;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of docs/getting-started.md, compiled and run. */
class GettingStartedTest {
  private static final Path PAGE = Path.of("../docs/getting-started.md");

  private final Service server = new Service();
  private final Service producer = new Service();
  private final Service pool = new Service();
  private final Service audit = new Service();

  /** Stands for a server, a producer, a pool and a log. */
  @SuppressWarnings({"UnusedVariable", "EffectivelyPrivate"})
  private static final class Service {
    void stop(Duration unused) {}

    void close(Duration unused) {}

    void close() {}

    void force() {}
  }

  @Test
  void theTenLinesRegisterAPlanThatFits() {
    Lastcall lastcall = Lastcall.builder().quiet().gracePeriod(ofSeconds(30)).install();
    try {
      Registration http =
          lastcall.defer(
              named("http").within(ofSeconds(15)), ctx -> server.stop(ctx.deadline().remaining()));
      Registration outbox =
          lastcall.defer(
              named("outbox").within(ofSeconds(2)).after(http),
              ctx -> producer.close(ctx.deadline().remaining()));
      lastcall.defer(named("db").within(ofSeconds(3)).after(http, outbox), pool::close);
      lastcall.flushLast("audit", deadline -> audit.force());

      lastcall.ready();

      assertThat(lastcall.plan().criticalPath()).containsExactly("http", "outbox", "db");
      assertThat(lastcall.plan().verdict().words()).isEqualTo("fits");
    } finally {
      lastcall.uninstall();
    }
  }

  @Test
  void thePageShowsWhatIsCompiledHere() throws IOException {
    String source =
        squeezed(
            Files.readString(
                Path.of("src/test/java/dev/lastcall/runtime/GettingStartedTest.java")));
    String page = Files.readString(PAGE);
    String code = page.substring(page.indexOf("```java") + 7);
    String tenLines = code.substring(0, code.indexOf("```"));

    List<String> statements =
        List.of(squeezed(tenLines).split(";", -1)).stream()
            .filter(statement -> !statement.isEmpty())
            .filter(statement -> !statement.contains("install()"))
            .filter(statement -> !statement.contains("awaitExit()"))
            .toList();
    assertThat(statements)
        .hasSizeGreaterThan(4)
        .allSatisfy(each -> assertThat(source).contains(each));
  }

  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
