package dev.lastcall.recorder;

import dev.lastcall.api.NodeState;
import dev.lastcall.recorder.RecordedExit.Ended;
import dev.lastcall.recorder.RecordedExit.KilledInExit;
import dev.lastcall.recorder.RecordedExit.KilledWithoutExit;
import dev.lastcall.recorder.RecordedExit.StillRunning;
import dev.lastcall.report.JsonWriter;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.WallTime;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a process as JSON, in the form that {@code
 * docs/schema/recorded-exit-v1.schema.json} fixes. Stateless and thread-safe.
 */
public final class RecordedExitJson {
  /** The version of the form; it grows when a member changes its meaning or goes away. */
  public static final int VERSION = 1;

  private RecordedExitJson() {}

  /**
   * Writes one process as one JSON object, with a line break at its end.
   *
   * @param exit what became of the process
   * @param out where to; not closed, not flushed
   * @throws IOException if {@code out} throws it
   */
  public static void write(RecordedExit exit, Appendable out) throws IOException {
    write(exit, new JsonWriter(out));
    out.append('\n');
  }

  /**
   * Writes several as one JSON list, with a line break at its end.
   *
   * @param exits what became of the processes
   * @param out where to; not closed, not flushed
   * @throws IOException if {@code out} throws it
   */
  public static void write(List<RecordedExit> exits, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.begin('[');
    for (RecordedExit exit : exits) {
      write(exit, json);
    }
    json.end(']');
    out.append('\n');
  }

  private static void write(RecordedExit exit, JsonWriter json) throws IOException {
    json.begin('{');
    json.key("lastcallRecordedExit").number(VERSION);
    json.key("state").text(state(exit));
    process(exit.process(), json);
    if (exit instanceof Ended ended) {
      json.key("report");
      ReportJson.write(ended.report(), json);
      json.key("cleanupsOmitted").number(ended.omitted());
    } else if (exit instanceof KilledInExit killed) {
      progress(killed.progress(), json);
    } else if (exit instanceof StillRunning running && running.progress().isPresent()) {
      progress(running.progress().get(), json);
    }
    json.end('}');
  }

  private static String state(RecordedExit exit) {
    if (exit instanceof Ended) {
      return "ended";
    }
    if (exit instanceof KilledInExit) {
      return "killed-in-exit";
    }
    if (exit instanceof KilledWithoutExit) {
      return "killed-without-exit";
    }
    return exit instanceof StillRunning ? "still-running" : "closed";
  }

  private static void process(RecordedProcess process, JsonWriter json) throws IOException {
    json.key("process");
    ReportJson.write(process.facts(), json);
    if (process.gracePeriod().isPresent()) {
      json.key("gracePeriod").begin('{');
      json.key("lengthMillis").millis(process.gracePeriod().get().length());
      json.key("source").text(process.gracePeriod().get().source());
      json.end('}');
    }
    if (process.mode().isPresent()) {
      json.key("mode").word(process.mode().get());
    }
    json.key("ready").truth(process.isReady());
    json.key("cleanupsRegistered").number(process.cleanups());
    json.key("firstSignAt").text(WallTime.of(process.firstSign()));
    json.key("lastSignAt").text(WallTime.of(process.lastSign()));
    Optional<MetricsSnapshot> metrics = process.metrics();
    if (metrics.isPresent()) {
      json.key("metrics").begin('{');
      json.key("at").text(WallTime.of(metrics.get().at()));
      json.key("text").text(metrics.get().text());
      json.end('}');
    }
  }

  private static void progress(ExitProgress progress, JsonWriter json) throws IOException {
    json.key("exit").begin('{');
    json.key("reason").begin('{');
    json.key("door").word(progress.reason().door());
    json.key("detail").text(progress.reason().detail());
    json.end('}');
    json.key("beganAt").text(WallTime.of(progress.beganAt()));
    json.key("lastSignMillis").millis(progress.lastSign());
    if (progress.left().isPresent()) {
      json.key("leftMillis").millis(progress.left().get());
    }
    json.key("ended").number(progress.ended());
    json.key("running").number(progress.running().size());
    json.key("notBegun").number(progress.waiting());
    json.key("unlisted").number(progress.unlisted());
    json.key("phases").begin('[');
    for (var phase : progress.phases()) {
      json.begin('{');
      json.key("phase").word(phase.phase());
      json.key("fromBeginMillis").millis(phase.began());
      json.key("elapsedMillis").millis(phase.elapsed());
      json.end('}');
    }
    json.end(']');
    json.key("cleanups").begin('[');
    for (CleanupProgress cleanup : progress.cleanups()) {
      cleanup(cleanup, json);
    }
    json.end(']');
    targets(progress, json);
    json.end('}');
  }

  private static void cleanup(CleanupProgress cleanup, JsonWriter json) throws IOException {
    json.begin('{');
    json.key("name").text(cleanup.name());
    json.key("kind").word(cleanup.kind());
    json.key("state").text(state(cleanup.state()));
    json.key("after").texts(cleanup.after());
    json.key("waitsFor").texts(cleanup.waitsFor());
    json.key("timeoutMillis").millis(cleanup.timeout());
    json.key("allottedMillis").millis(cleanup.allotted());
    json.key("traceId").text(cleanup.traceId());
    if (!cleanup.isWaiting()) {
      json.key("fromBeginMillis").millis(cleanup.began());
      json.key("elapsedMillis").millis(cleanup.lasted());
    }
    if (cleanup.outcome().isPresent()) {
      json.key("outcome");
      ReportJson.write(cleanup.outcome().get(), json);
    } else if (cleanup.sample().isPresent()) {
      json.key("sampledAtMillis").millis(cleanup.sampledAt());
      json.key("sample");
      ReportJson.write(cleanup.sample().get(), json);
    }
    json.end('}');
  }

  private static String state(NodeState state) {
    return switch (state) {
      case RUNNING -> "running";
      case EXECUTED -> "ended";
      default -> "not-begun";
    };
  }

  private static void targets(ExitProgress progress, JsonWriter json) throws IOException {
    json.key("flushed").begin('[');
    for (var target : progress.targets()) {
      json.begin('{');
      json.key("name").text(target.name());
      json.key("outcome");
      ReportJson.write(target.outcome(), json);
      json.end('}');
    }
    json.end(']');
  }
}
