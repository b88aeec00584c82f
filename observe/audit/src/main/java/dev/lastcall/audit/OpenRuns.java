package dev.lastcall.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs that are on record as begun and not as ended. Confined to one thread. */
final class OpenRuns {
  private final Map<String, byte[]> begun = new LinkedHashMap<>();

  void apply(LineType type, byte[] members) throws IOException {
    if (type == LineType.BEGIN) {
      begun.put(Members.text(members, "run"), members);
    } else if (type == LineType.END) {
      begun.remove(Members.text(members, "run"));
    } else if (type == LineType.SEAL) {
      begun.clear();
      for (byte[] run : Members.objects(members, "open")) {
        begun.put(Members.text(run, "run"), run);
      }
    }
  }

  /** {@return the members of each begin line, in their order} */
  List<byte[]> all() {
    return List.copyOf(begun.values());
  }

  /** Writes the list into a seal, so that nobody has to read what lies before it. */
  void writeTo(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("open");
    for (byte[] members : begun.values()) {
      json.writeStartObject();
      Members.each(members, (name, value) -> copy(name, value, json));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** {@return the members of the line that ends a run of a process that is dead} */
  static byte[] ended(byte[] begin, Instant now) throws IOException {
    MemberWriter members = new MemberWriter(now);
    Members.each(
        begin,
        (name, value) -> {
          if (name.equals("@timestamp")) {
            members.text("start", value.getText());
          } else {
            members.write(json -> copy(name, value, json));
          }
        });
    return members
        .text("outcome", RunText.UNKNOWN)
        .text("detail", "the process ended without saying how this run did")
        .toBytes();
  }

  private static void copy(String name, JsonParser value, JsonGenerator json) throws IOException {
    json.writeFieldName(name);
    json.copyCurrentStructure(value);
  }
}
