package dev.lastcall.endings;

import dev.lastcall.api.ExitReport;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import dev.lastcall.page.ReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Runs scenarios in a folder and reads the report that they leave. */
final class Laboratory {
  private final Path directory;

  Laboratory(Path directory) {
    this.directory = directory;
  }

  /** A subject with a grace period that nothing in the scenario should come near. */
  ChildJvmBuilder subject(Scenario scenario, String... options) {
    return subject(scenario, Duration.ofSeconds(40), options);
  }

  /** Signals that the test itself may have inherited as ignored are put back to their default. */
  ChildJvmBuilder subject(Scenario scenario, Duration grace, String... options) {
    return ChildJvmBuilder.of(Subject.class, directory)
        .startedBy("env", "--default-signal=TERM,INT,HUP")
        .options(options)
        .arguments(scenario.name(), Long.toString(grace.toMillis()));
  }

  /** Starts a subject, waits until it serves, sends a signal and waits for the end. */
  Ending endBySignal(ChildJvmBuilder subject, String signal) {
    try (ChildJvm running = subject.start()) {
      return running.awaitLine("serving").signal(signal).awaitEnding();
    }
  }

  Ending endByItself(ChildJvmBuilder subject) {
    try (ChildJvm running = subject.start()) {
      return running.awaitEnding();
    }
  }

  ExitReport report() throws IOException {
    List<Path> reports;
    try (Stream<Path> files = Files.list(directory.resolve("reports"))) {
      reports = files.filter(file -> file.toString().endsWith(".json")).toList();
    }
    if (reports.size() != 1) {
      throw new AssertionError("reports: " + reports + " (expected: exactly one)");
    }
    return ReportReader.read(reports.get(0));
  }
}
