package dev.lastcall.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line that has an audit id.
 *
 * @param file where it stands; a journal's folder if it waits there for the next start
 * @param line its line in the file, or its record in the journal
 * @param isWaiting whether it is in the journal only
 * @param isWhole whether it has its own hash; that of a waiting one is checked by the journal
 * @param json the line as it stands there; of a waiting one, its members
 * @param members what it says, by name, with dots where an object is inside; numbers as text
 */
public record AuditHit(
    Path file,
    long line,
    boolean isWaiting,
    boolean isWhole,
    String json,
    Map<String, String> members) {
  /** Copies the members. */
  public AuditHit {
    members = Map.copyOf(members);
  }

  /**
   * Returns a member.
   *
   * @param name such as {@code outcome} or {@code host.name}
   * @return its text, empty if the line does not have it
   */
  public String member(String name) {
    return members.getOrDefault(name, "");
  }

  static Map<String, String> flat(byte[] members) throws IOException {
    Map<String, String> flat = new LinkedHashMap<>();
    Members.each(members, (name, value) -> put(name, value, flat));
    return flat;
  }

  private static void put(String name, JsonParser value, Map<String, String> flat)
      throws IOException {
    if (value.currentToken().isScalarValue()) {
      flat.put(name, value.getText());
    } else if (value.currentToken() == JsonToken.START_OBJECT) {
      while (value.nextToken() == JsonToken.FIELD_NAME) {
        String inner = name + '.' + value.currentName();
        value.nextToken();
        put(inner, value, flat);
      }
    }
  }
}
