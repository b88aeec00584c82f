package dev.lastcall.audit;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The words of the lines that come from the process itself. Thread-safe. */
final class RunText {
  /** The outcome of a run whose process ended before the run did. */
  static final String UNKNOWN = "unknown-killed";

  private final Origin origin;
  private final AtomicLong runs = new AtomicLong();

  RunText(Origin origin) {
    this.origin = origin;
  }

  /** {@return an id for a run, told apart from those of all processes} */
  String nextRun() {
    return origin.instance() + '-' + runs.incrementAndGet();
  }

  byte[] opened(Instant at) {
    MemberWriter members = new MemberWriter(micros(at)).text("instance", origin.instance());
    return withOrigin(members).toBytes();
  }

  byte[] closed(Instant at) {
    return opened(at);
  }

  byte[] lost(Instant at, long count) {
    return withOrigin(new MemberWriter(micros(at)).number("count", count)).toBytes();
  }

  byte[] began(Instant at, String runId, AuditRun run, String reason) {
    return withOrigin(run(at, runId, run, reason)).toBytes();
  }

  byte[] ended(
      Instant at, String runId, AuditRun run, String reason, Instant start, Outcome outcome) {
    MemberWriter members = run(at, runId, run, reason).text("start", micros(start).toString());
    members.number("durationNanos", Deadline.nanosOf(positive(outcome.elapsed())));
    members.text("outcome", outcome.word()).textIfAny("detail", OutcomeDetail.of(outcome));
    return withOrigin(members).toBytes();
  }

  private static MemberWriter run(Instant at, String runId, AuditRun run, String reason) {
    return new MemberWriter(micros(at))
        .text("auditId", run.identity().auditId())
        .text("auditAction", run.identity().auditAction())
        .text("cleanup", run.cleanup())
        .text("run", runId)
        .number("attempt", run.attempt())
        .textIfAny("reason", reason)
        .nestedIfAny("trace", "id", run.traceId());
  }

  private MemberWriter withOrigin(MemberWriter members) {
    return members
        .nestedIfAny("service", "name", origin.service())
        .nestedIfAny("user", "name", origin.actor())
        .nestedIfAny("host", "name", origin.host())
        .write(
            json -> {
              json.writeObjectFieldStart("process");
              json.writeNumberField("pid", origin.pid());
              json.writeEndObject();
            });
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private static Duration positive(Duration elapsed) {
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }
}
