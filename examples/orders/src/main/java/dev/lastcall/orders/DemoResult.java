package dev.lastcall.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the demo saw from outside. Immutable.
 *
 * @param form how the service ended
 * @param sent requests sent to the service: answered, refused or lost
 * @param answered requests acknowledged with a 2xx
 * @param refused requests turned away before any work began; a client may safely try elsewhere
 * @param elsewhere requests not sent, because the service said that it was not ready
 * @param losses what was lost
 * @param exitMillis from SIGTERM to the end of the process
 * @param graceMillis from SIGTERM to SIGKILL
 * @param exitCode of the process; 143 is SIGTERM, 137 is SIGKILL
 * @param killed whether the grace period was over before the process was
 * @param report the exit report; empty if the process wrote none
 */
public record DemoResult(
    ExitForm form,
    long sent,
    long answered,
    long refused,
    long elsewhere,
    Losses losses,
    long exitMillis,
    long graceMillis,
    int exitCode,
    boolean killed,
    Optional<ServiceReport> report) {

  /** {@return everything that was lost: answers, rows, messages and log lines} */
  public long lost() {
    return losses.total();
  }

  /** {@return how each cleanup ended, by name; empty if the process wrote no report} */
  public Map<String, String> outcomes() {
    return report.map(ServiceReport::outcomes).orElseGet(Map::of);
  }

  /** {@return the result as one line of JSON} */
  public String toJson() {
    return jsonObject().toString();
  }

  /**
   * Returns results as one line of JSON: one as it is, several under the names of their forms.
   *
   * @param results at least one
   * @return an object
   */
  public static String toJson(List<DemoResult> results) {
    if (results.size() == 1) {
      return results.get(0).toJson();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    results.forEach(result -> json.set(result.form().label(), result.jsonObject()));
    return json.toString();
  }

  private ObjectNode jsonObject() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("form", form.label());
    json.put("sent", sent);
    json.put("answered", answered);
    json.put("refused", refused);
    json.put("elsewhere", elsewhere);
    json.put("lost", lost());
    json.put("lostAnswers", losses.answers());
    json.put("lostRows", losses.rows());
    json.put("lostMessages", losses.messages());
    json.put("lostLogLines", losses.logLines());
    json.put("exitMillis", exitMillis);
    json.put("graceMillis", graceMillis);
    json.put("exitCode", exitCode);
    json.put("killed", killed);
    ObjectNode named = json.putObject("outcomes");
    outcomes().forEach(named::put);
    json.put("report", report.map(left -> left.json().toString()).orElse(null));
    json.put("page", report.map(left -> left.page().toString()).orElse(null));
    return json;
  }
}
