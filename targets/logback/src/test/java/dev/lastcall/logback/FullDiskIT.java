package dev.lastcall.logback;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.lastcall.api.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The volume of the log is full for a while; the journal is on another. Takes root, for a mount.
 */
class FullDiskIT {
  private static final int EVENTS = 20_000;

  @TempDir private Path folder;
  private final LoggerContext context = new LoggerContext();
  private Path volume = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    volume = Files.createDirectory(folder.resolve("volume"));
    int code = run("mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", volume.toString());
    assumeThat(code).as("mount a tmpfs, which takes root").isZero();
    context.setMDCAdapter(new LogbackMDCAdapter());
  }

  @AfterEach
  void unmount() throws Exception {
    context.stop();
    run("umount", volume.toString());
  }

  @Test
  void everyEventWaitsUntilThereIsRoomAndIsThenThereOnce() throws IOException {
    Path ballast = Files.write(volume.resolve("ballast"), new byte[512 * 1024]);
    Path file = volume.resolve("app.log");
    JournalAppender journal = new JournalAppender();
    journal.setName("JOURNAL");
    journal.setContext(context);
    journal.setFolder(folder.resolve("journal").toString());
    journal.addAppender(Logs.bufferedFile(context, "FILE", file));
    journal.start();
    Logger log = Logs.root(context);
    log.addAppender(journal);
    for (int i = 0; i < EVENTS; i++) {
      log.info("event {}", i);
    }
    await().until(() -> statuses().stream().anyMatch(text -> text.contains("spool-sink-failing")));

    assertThat(Files.size(file)).isLessThan(200 * 1024);

    Files.delete(ballast);

    LogbackTarget.of(context).flush(Deadline.after(ofSeconds(60)));
    assertThat(file).hasContent(Logs.lines(EVENTS));
  }

  private List<String> statuses() {
    return context.getStatusManager().getCopyOfStatusList().stream()
        .map(status -> String.valueOf(status.getMessage()))
        .toList();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }
}
