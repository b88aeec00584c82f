package dev.lastcall.report;

import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.ExitReport.DrainReport;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.PhaseReport;
import dev.lastcall.api.ExitReport.ProcessFacts;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.StackSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exit report as JSON, in the form that {@code docs/schema/exit-report-v1.schema.json} fixes.
 *
 * <p>It only writes; reading is for tools that outlive the process. Needs no library, little memory
 * and never fails because of what a report holds: half surrogates, endless chains of causes and
 * exceptions that throw when asked for their message included. Stateless and thread-safe.
 */
public final class ReportJson {
  private ReportJson() {}

  /**
   * Writes a report as one JSON object, with a line break at its end.
   *
   * @param report the report
   * @param out where to; not closed, not flushed
   * @throws IOException if {@code out} throws it
   */
  public static void write(ExitReport report, Appendable out) throws IOException {
    write(report, new JsonWriter(out));
    out.append('\n');
  }

  /**
   * Writes a report as one JSON object inside another document.
   *
   * @param report the report
   * @param json where a value comes next
   * @throws IOException if the output throws it
   */
  public static void write(ExitReport report, JsonWriter json) throws IOException {
    new ReportJson.Run(json).write(report);
  }

  /**
   * Writes how a cleanup ended as one JSON object inside another document.
   *
   * @param outcome the outcome
   * @param json where a value comes next
   * @throws IOException if the output throws it
   */
  public static void write(Outcome outcome, JsonWriter json) throws IOException {
    new OutcomeJson(json).write(outcome);
  }

  /**
   * Writes where a thread was as one JSON object inside another document.
   *
   * @param sample the sample
   * @param json where a value comes next
   * @throws IOException if the output throws it
   */
  public static void write(StackSample sample, JsonWriter json) throws IOException {
    new OutcomeJson(json).write(sample);
  }

  /**
   * Returns a report as JSON text.
   *
   * @param report the report
   * @return one object, with a line break at its end
   */
  public static String text(ExitReport report) {
    StringBuilder text = new StringBuilder(4_096);
    try {
      write(report, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /**
   * Writes which process it is about as one JSON object inside another document.
   *
   * @param process the process
   * @param json where a value comes next
   * @throws IOException if the output throws it
   */
  public static void write(ProcessFacts process, JsonWriter json) throws IOException {
    json.begin('{');
    json.key("pid").number(process.pid());
    json.key("host").text(process.host());
    json.key("command").text(process.command());
    json.key("java").text(process.java());
    json.key("startedAt").text(WallTime.of(process.startedAt()));
    if (!process.version().isEmpty()) {
      json.key("version").text(process.version());
    }
    json.end('}');
  }

  /** One report being written. */
  private record Run(JsonWriter json, OutcomeJson outcomes) {
    Run(JsonWriter json) {
      this(json, new OutcomeJson(json));
    }

    void write(ExitReport report) throws IOException {
      json.begin('{');
      json.key("lastcallReport").number(ExitReport.VERSION);
      process(report.process());
      reason(report.reason());
      json.key("mode").word(report.mode());
      grace(report.gracePeriod());
      json.key("beganAt").text(WallTime.of(report.beganAt()));
      json.key("workDoneMillis").millis(report.workDone());
      json.key("exitCode").number(report.exitCode());
      counts(report.cleanups());
      phases(report.phases());
      drain(report.drain());
      cleanups(report.cleanups());
      json.key("criticalPath").texts(report.criticalPath());
      flush(report.flush());
      findings(report.findings());
      json.end('}');
    }

    private void process(@Nullable ProcessFacts process) throws IOException {
      if (process != null) {
        json.key("process");
        ReportJson.write(process, json);
      }
    }

    private void reason(@Nullable ExitReason reason) throws IOException {
      if (reason == null) {
        return;
      }
      json.key("reason").begin('{');
      json.key("door").word(reason.door());
      json.key("detail").text(reason.detail());
      json.end('}');
    }

    private void grace(@Nullable GracePeriod grace) throws IOException {
      if (grace == null) {
        return;
      }
      json.key("gracePeriod").begin('{');
      json.key("lengthMillis").millis(grace.length());
      json.key("source").text(grace.source());
      json.end('}');
    }

    private void counts(List<CleanupReport> cleanups) throws IOException {
      json.key("counts").begin('{');
      for (Map.Entry<String, Integer> count : Verdict.count(cleanups).entrySet()) {
        json.key(count.getKey()).number(count.getValue());
      }
      json.end('}');
    }

    private void phases(List<PhaseReport> phases) throws IOException {
      json.key("phases").begin('[');
      for (PhaseReport phase : phases) {
        json.begin('{');
        json.key("phase").word(phase.phase());
        json.key("fromBeginMillis").millis(phase.began());
        json.key("elapsedMillis").millis(phase.elapsed());
        json.end('}');
      }
      json.end(']');
    }

    private void drain(@Nullable DrainReport drain) throws IOException {
      if (drain == null) {
        return;
      }
      json.key("drain").begin('{');
      json.key("ending").word(drain.ending());
      json.key("inFlightAtBegin").number(drain.inFlightAtBegin());
      json.key("inFlightAtEnd").number(drain.inFlightAtEnd());
      json.key("served").number(drain.served());
      json.end('}');
    }

    private void cleanups(List<CleanupReport> cleanups) throws IOException {
      json.key("cleanups").begin('[');
      for (CleanupReport cleanup : cleanups) {
        json.begin('{');
        json.key("name").text(cleanup.name());
        json.key("kind").word(cleanup.kind());
        json.key("after").texts(cleanup.after());
        json.key("timeoutMillis").millis(cleanup.timeout());
        json.key("allottedMillis").millis(cleanup.allotted());
        json.key("fromBeginMillis").millis(cleanup.began());
        json.key("critical").truth(cleanup.critical());
        json.key("traceId").text(cleanup.traceId());
        json.key("outcome");
        outcomes.write(cleanup.outcome());
        json.end('}');
      }
      json.end(']');
    }

    private void flush(@Nullable FlushReport flush) throws IOException {
      if (flush == null) {
        return;
      }
      json.key("flush").begin('{');
      json.key("reserveMillis").millis(flush.reserve());
      json.key("reasons").texts(flush.reasons());
      json.key("lastGasp").truth(flush.lastGasp());
      json.key("targets").begin('[');
      for (TargetReport target : flush.targets()) {
        json.begin('{');
        json.key("name").text(target.name());
        json.key("rehearsedMillis").millis(target.rehearsed());
        json.key("outcome");
        outcomes.write(target.outcome());
        json.end('}');
      }
      json.end(']');
      json.end('}');
    }

    private void findings(List<Finding> findings) throws IOException {
      json.key("findings").begin('[');
      for (Finding finding : findings) {
        json.begin('{');
        json.key("id").text(finding.id());
        json.key("severity").word(finding.severity());
        json.key("message").text(finding.message());
        json.key("advice").text(finding.advice());
        json.end('}');
      }
      json.end(']');
    }
  }
}
