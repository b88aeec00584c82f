package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDeliveryTest {
  @TempDir Path root;

  private final ExitReport report =
      SampleReport.of(ThisProcess.facts(Surroundings.ofThisProcess(), Optional.empty()));

  private Surroundings surroundings(Map<String, String> environment) {
    return new Surroundings(root, environment, new Properties());
  }

  private ReportDelivery delivery(Map<String, String> environment) {
    Surroundings surroundings = surroundings(environment);
    return new ReportDelivery(
        ReportFile.of(Optional.empty(), surroundings),
        TerminationMessageFile.of(Optional.empty(), surroundings),
        ReportPrinter.of(surroundings, true),
        new EventQueue(List.of(), List.of(), finding -> {}));
  }

  @Test
  void writesTheFilesThatTheEnvironmentNames() throws IOException {
    Path message = root.resolve("message");
    delivery(
            Map.of(
                "LASTCALL_REPORT_DIRECTORY",
                root.resolve("reports").toString(),
                "LASTCALL_TERMINATION_MESSAGE",
                message.toString()))
        .save(report);

    assertThat(Files.size(message)).isBetween(1L, (long) TerminationMessageFile.MAX_BYTES);
    try (Stream<Path> files = Files.list(root.resolve("reports"))) {
      assertThat(files)
          .singleElement()
          .satisfies(file -> assertThat(file.toString()).matches(".*/exit-\\d+-\\d+\\.json"));
    }
  }

  @Test
  void aRecorderHasTheReportBeforeTheFilesHaveItAndOnlyOnce() {
    Path reports = root.resolve("reports");
    List<Boolean> written = new ArrayList<>();
    Surroundings surroundings =
        surroundings(Map.of("LASTCALL_REPORT_DIRECTORY", reports.toString()));
    new ReportDelivery(
            ReportFile.of(Optional.empty(), surroundings),
            Optional.empty(),
            ReportPrinter.of(surroundings, true),
            new EventQueue(
                List.of(event -> written.add(reports.toFile().list().length > 0)),
                List.of(),
                finding -> {}))
        .deliver(report, Deadline.after(Duration.ofSeconds(5)));

    assertThat(written).containsExactly(false);
    assertThat(reports).isNotEmptyDirectory();
  }

  @Test
  void takesTheMessageFileThatTheKubeletHasMounted() throws IOException {
    Path mounted = Files.createDirectories(root.resolve("dev")).resolve("termination-log");
    Files.writeString(mounted, "x".repeat(9_000));
    delivery(Map.of()).save(report);

    assertThat(Files.readString(mounted)).startsWith("lastcall: ").hasSizeLessThan(4_097);
  }

  @Test
  void writesNothingWhereNobodyAsked() throws IOException {
    delivery(Map.of()).deliver(report, Deadline.after(Duration.ofSeconds(5)));

    try (Stream<Path> files = Files.list(root)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aReportFolderThatVanishedSinceTheStartIsMadeAgain() throws IOException {
    Path folder = root.resolve("reports");
    ReportDelivery delivery = delivery(Map.of("LASTCALL_REPORT_DIRECTORY", folder.toString()));
    Files.delete(folder);

    delivery.save(report);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aReportFolderMayBeALink() throws IOException {
    Path folder = Files.createDirectory(root.resolve("volume"));
    Path link = Files.createSymbolicLink(root.resolve("reports"), folder);
    delivery(Map.of("LASTCALL_REPORT_DIRECTORY", link.toString())).save(report);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aReportThatCannotBeWrittenDoesNotCostTheMessageAndTheListeners() throws Exception {
    Path folder = root.resolve("reports");
    Path message = root.resolve("message");
    List<ExitEvent> told = new CopyOnWriteArrayList<>();
    EventQueue events = new EventQueue(List.of(), List.of(told::add), finding -> {});
    Surroundings surroundings = surroundings(Map.of());
    ReportDelivery delivery =
        new ReportDelivery(
            ReportFile.of(Optional.of(folder), surroundings),
            TerminationMessageFile.of(Optional.of(message), surroundings),
            ReportPrinter.of(surroundings, true),
            events);
    Files.delete(folder);
    Files.createFile(folder);
    Thread thread = new Thread(events, "events");
    thread.start();

    delivery.deliver(report, Deadline.after(Duration.ofSeconds(30)));

    assertThat(message).content().startsWith("lastcall: ");
    assertThat(told).hasSize(1);
    events.stop();
    thread.join();
  }

  @Test
  void whatWasAskedForAndCannotBeWrittenIsRefusedAtTheStart() {
    String nowhere = root.resolve("missing").resolve("message").toString();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> delivery(Map.of("LASTCALL_TERMINATION_MESSAGE", nowhere)))
        .withMessage("terminationMessage: " + nowhere + " (expected: a file that can be written)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> delivery(Map.of("LASTCALL_TERMINATION_MESSAGE", root.toString())))
        .withMessageStartingWith("terminationMessage: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> delivery(Map.of("LASTCALL_REPORT_DIRECTORY", "reports\0")))
        .withMessage("LASTCALL_REPORT_DIRECTORY: \"reports\0\" (expected: a path)");
  }
}
