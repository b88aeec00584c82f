package dev.lastcall.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration that {@code docs/logging.md} begins with is one that works. */
final class LoggingPageTest {
  @Test
  void theConfigurationOnThePageWritesToItsFile(@TempDir Path folder) throws Exception {
    String page = Files.readString(Path.of("../../docs/logging.md"));
    int begin = page.indexOf("```xml\n") + "```xml\n".length();
    String configuration =
        page.substring(begin, page.indexOf("```", begin)).replace("log/", folder + "/");

    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
    context.getLogger("orders").info("order {} accepted", 42);
    context.stop();

    assertThat(Files.readString(folder.resolve("app.log"))).endsWith("order 42 accepted\n");
  }
}
