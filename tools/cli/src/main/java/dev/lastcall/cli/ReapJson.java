package dev.lastcall.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.api.Finding;
import dev.lastcall.durable.DurableRun;
import dev.lastcall.durable.OpenIntent;
import dev.lastcall.journal.JournalOwner;
import java.util.List;
import java.util.Locale;

/** Shows reaped folders to programs. */
final class ReapJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReapJson() {}

  static String of(List<Reaped> all) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode folders = root.putArray("folders");
    all.forEach(reaped -> folder(folders.addObject(), reaped));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void folder(ObjectNode node, Reaped reaped) {
    node.put("folder", reaped.folder().toString());
    reaped.before().liveOwner().ifPresent(owner -> owner(node.putObject("liveOwner"), owner));
    reaped.before().lastOwner().ifPresent(owner -> owner(node.putObject("lastOwner"), owner));
    List<OpenIntent> open = reaped.before().open();
    if (reaped.result() != null) {
      node.put("done", reaped.result().done());
      node.put("deadLettered", reaped.result().deadLettered());
      open = reaped.result().left();
      ArrayNode runs = node.putArray("runs");
      reaped.runs().forEach(run -> run(runs.addObject(), run));
    }
    node.put("deadLettersBefore", reaped.before().deadLetters());
    node.put("deadLetterFile", reaped.before().deadLetterFile().toString());
    ArrayNode left = node.putArray("open");
    open.forEach(intent -> open(left.addObject(), intent));
    ArrayNode findings = node.putArray("findings");
    reaped.findings().forEach(finding -> finding(findings.addObject(), finding));
  }

  private static void owner(ObjectNode node, JournalOwner owner) {
    node.put("pid", owner.pid())
        .put("host", owner.host())
        .put("startedAt", owner.startedAt().toString());
  }

  private static void run(ObjectNode node, DurableRun run) {
    node.put("handler", run.handler())
        .put("payload", run.text())
        .put("idempotencyKey", run.idempotencyKey())
        .put("traceId", run.traceId())
        .put("attempt", run.attempt())
        .put("beganAt", run.beganAt().toString())
        .put("outcome", run.outcome().word())
        .put("elapsedMillis", run.outcome().elapsed().toMillis())
        .put("standing", word(run.standing()));
    run.audit()
        .ifPresent(
            audit -> node.put("auditId", audit.auditId()).put("auditAction", audit.auditAction()));
  }

  private static void open(ObjectNode node, OpenIntent intent) {
    node.put("handler", intent.handler())
        .put("payload", intent.text())
        .put("idempotencyKey", intent.idempotencyKey())
        .put("traceId", intent.traceId())
        .put("registeredAt", intent.registeredAt().toString())
        .put("attempts", intent.attempts())
        .put("lastOutcome", intent.lastOutcome())
        .put("lastCause", intent.lastCause());
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("id", finding.id())
        .put("severity", word(finding.severity()))
        .put("message", finding.message())
        .put("advice", finding.advice());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
