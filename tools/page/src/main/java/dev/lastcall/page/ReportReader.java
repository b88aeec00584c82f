package dev.lastcall.page;

import static java.util.regex.Pattern.DOTALL;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lastcall.api.Arguments;
import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainEnding;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Reads exit reports of version 1 back from their JSON form.
 *
 * <p>Members that it does not know are ignored, as the schema asks of readers. Stateless and
 * thread-safe.
 */
public final class ReportReader {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  /** Far above any report: 100 000 cleanups that all failed. */
  private static final int LARGEST = 256 << 20;

  /** What Jackson says of the place where an unfinished object began; the line is enough. */
  private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at .*", DOTALL);

  private ReportReader() {}

  /**
   * Reads the report in a file.
   *
   * @param file the file
   * @return the report
   * @throws UnreadableReportException if the file is there but is no report of version 1
   * @throws IOException if the file cannot be read
   */
  public static ExitReport read(Path file) throws IOException {
    byte[] bytes = bytes(file);
    try {
      return report(new Member("", JSON.readTree(bytes)));
    } catch (JsonProcessingException malformed) {
      throw new UnreadableReportException(
          Arguments.text("file", file, "an exit report in JSON") + ": " + brief(malformed));
    } catch (UnreadableReportException unreadable) {
      throw new UnreadableReportException(
          Arguments.text("file", file, "an exit report of version " + ExitReport.VERSION)
              + ": "
              + unreadable.getMessage());
    }
  }

  /** Reads no further than the limit, because a pipe or a device does not tell its size. */
  private static byte[] bytes(Path file) throws IOException {
    boolean isTooLarge = Files.size(file) > LARGEST;
    if (!isTooLarge) {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LARGEST);
        isTooLarge = in.read() >= 0;
        if (!isTooLarge) {
          return bytes;
        }
      }
    }
    throw new UnreadableReportException(
        Arguments.text("file", file, "an exit report of at most " + LARGEST + " bytes"));
  }

  private static String brief(JsonProcessingException malformed) {
    String where =
        malformed.getLocation() == null ? "" : "line " + malformed.getLocation().getLineNr() + ", ";
    return where + START_MARKER.matcher(malformed.getOriginalMessage()).replaceFirst("");
  }

  private static ExitReport report(Member root) throws UnreadableReportException {
    Member version = root.at("lastcallReport");
    if (!version.node().isInt() || version.node().intValue() != ExitReport.VERSION) {
      throw version.refusal(Integer.toString(ExitReport.VERSION));
    }
    return new ExitReport(
        process(root.at("process")),
        reason(root.at("reason").object()),
        root.at("mode").word(Mode.class),
        gracePeriod(root.at("gracePeriod").object()),
        root.at("beganAt").moment(),
        root.at("workDoneMillis").millis(),
        root.at("exitCode").smallNumber(),
        root.at("phases").list(ReportReader::phase),
        drain(root.at("drain")),
        root.at("cleanups").list(ReportReader::cleanup),
        root.at("criticalPath").texts(),
        flush(root.at("flush")),
        root.at("findings").list(ReportReader::finding));
  }

  private static ProcessFacts process(Member process) throws UnreadableReportException {
    Member version = process.at("version");
    return new ProcessFacts(
        process.at("pid").number(),
        process.at("host").text(),
        process.at("command").text(),
        process.at("java").text(),
        process.at("startedAt").moment(),
        version.isPresent() ? version.text() : "");
  }

  private static ExitReason reason(Member reason) throws UnreadableReportException {
    ExitReason.Door door = reason.at("door").word(ExitReason.Door.class);
    String detail = reason.at("detail").text();
    return reason.made(() -> new ExitReason(door, detail));
  }

  private static GracePeriod gracePeriod(Member grace) throws UnreadableReportException {
    Duration length = grace.at("lengthMillis").millis();
    String source = grace.at("source").text();
    return grace.made(() -> new GracePeriod(length, source));
  }

  private static PhaseReport phase(Member phase) throws UnreadableReportException {
    return new PhaseReport(
        phase.at("phase").word(ExitPhase.class),
        phase.at("fromBeginMillis").millis(),
        phase.at("elapsedMillis").millis());
  }

  private static DrainReport drain(Member drain) throws UnreadableReportException {
    return new DrainReport(
        drain.at("ending").word(DrainEnding.class),
        drain.at("inFlightAtBegin").smallNumber(),
        drain.at("inFlightAtEnd").smallNumber(),
        drain.at("served").number());
  }

  private static CleanupReport cleanup(Member cleanup) throws UnreadableReportException {
    return new CleanupReport(
        cleanup.at("name").text(),
        cleanup.at("kind").word(CleanupKind.class),
        cleanup.at("after").texts(),
        cleanup.at("timeoutMillis").millis(),
        cleanup.at("allottedMillis").millis(),
        cleanup.at("fromBeginMillis").millis(),
        Outcomes.read(cleanup.at("outcome")),
        cleanup.at("critical").truth(),
        cleanup.at("traceId").text());
  }

  private static FlushReport flush(Member flush) throws UnreadableReportException {
    return new FlushReport(
        flush.at("reserveMillis").millis(),
        flush.at("reasons").texts(),
        flush.at("lastGasp").truth(),
        flush.at("targets").list(ReportReader::target));
  }

  private static TargetReport target(Member target) throws UnreadableReportException {
    return new TargetReport(
        target.at("name").text(),
        target.at("rehearsedMillis").millis(),
        Outcomes.read(target.at("outcome")));
  }

  private static Finding finding(Member finding) throws UnreadableReportException {
    String id = finding.at("id").text();
    Finding.Severity severity = finding.at("severity").word(Finding.Severity.class);
    String message = finding.at("message").text();
    String advice = finding.at("advice").text();
    return finding.made(() -> new Finding(id, severity, message, advice));
  }
}
