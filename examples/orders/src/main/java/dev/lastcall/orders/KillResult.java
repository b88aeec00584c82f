package dev.lastcall.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What the demo saw of a service that was killed and started again. Immutable.
 *
 * @param acknowledged orders acknowledged with a 2xx before the kill
 * @param unanswered requests that the kill cut off: nobody promised anything about them
 * @param losses what is missing of the acknowledged orders
 * @param invented rows, messages and log lines of orders that nobody sent, and doubled log lines
 * @param durableOpen holds that nobody gave back
 * @param logTailLines log lines that the second process delivered for the first
 * @param audit whether the audit trail is whole
 * @param left what was there between the two processes
 * @param exitCode of the second process, which was told to end
 * @param report the exit report of the second process
 */
public record KillResult(
    long acknowledged,
    long unanswered,
    Losses losses,
    long invented,
    long durableOpen,
    long logTailLines,
    AuditCheck audit,
    LeftBehind left,
    int exitCode,
    Optional<ServiceReport> report) {

  /** {@return whether every acknowledged order is in the log, once} */
  public boolean logTailDelivered() {
    return losses.logLines() == 0;
  }

  /** {@return whether nothing is lost, invented or left open, and the audit trail is whole} */
  public boolean isClean() {
    return losses.total() == 0 && invented == 0 && durableOpen == 0 && audit.isWhole();
  }

  /** {@return the result as one line of JSON} */
  public String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("acknowledged", acknowledged);
    json.put("acknowledgedLost", losses.total());
    json.put("invented", invented);
    json.put("durableOpen", durableOpen);
    json.put("logTailDelivered", logTailDelivered());
    json.put("lostRows", losses.rows());
    json.put("lostMessages", losses.messages());
    json.put("lostLogLines", losses.logLines());
    json.put("unanswered", unanswered);
    json.put("logTailLines", logTailLines);
    json.put("holdsAtKill", left.holds());
    json.put("metricsAccepted", left.metricsAccepted());
    json.put("auditWhole", audit.isWhole());
    json.put("auditLines", audit.lines());
    json.put("exitOnRecord", left.exit());
    json.put("exitCode", exitCode);
    json.put("report", report.map(written -> written.json().toString()).orElse(null));
    json.put("page", report.map(written -> written.page().toString()).orElse(null));
    return json.toString();
  }
}
