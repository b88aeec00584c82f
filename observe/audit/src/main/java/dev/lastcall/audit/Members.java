package dev.lastcall.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the members of lines. Stateless. */
final class Members {
  private Members() {}

  /** What is done with a member, with the parser at its value. */
  @FunctionalInterface
  interface Visit {
    void member(String name, JsonParser value) throws IOException;
  }

  static void each(byte[] members, Visit visit) throws IOException {
    byte[] object = new byte[members.length + 2];
    object[0] = '{';
    System.arraycopy(members, 0, object, 1, members.length);
    object[object.length - 1] = '}';
    try (JsonParser parser = MemberWriter.JSON.createParser(object)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        visit.member(name, parser);
        parser.skipChildren();
      }
    }
  }

  /** {@return the text of a member, empty if it is not there or not text} */
  static String text(byte[] members, String wanted) throws IOException {
    List<String> found = new ArrayList<>();
    each(
        members,
        (name, value) -> {
          if (name.equals(wanted) && value.currentToken() == JsonToken.VALUE_STRING) {
            found.add(value.getText());
          }
        });
    return found.isEmpty() ? "" : found.get(0);
  }

  /** {@return the number of a member, -1 if it is not there or not a whole number} */
  static long number(byte[] members, String wanted) throws IOException {
    List<Long> found = new ArrayList<>();
    each(
        members,
        (name, value) -> {
          if (name.equals(wanted) && value.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            found.add(value.getLongValue());
          }
        });
    return found.isEmpty() ? -1 : found.get(0);
  }

  static Optional<Instant> time(byte[] members) throws IOException {
    try {
      return Optional.of(Instant.parse(text(members, "@timestamp")));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** {@return the members of each object of a list} */
  static List<byte[]> objects(byte[] members, String wanted) throws IOException {
    List<byte[]> found = new ArrayList<>();
    each(
        members,
        (name, value) -> {
          if (!name.equals(wanted) || value.currentToken() != JsonToken.START_ARRAY) {
            return;
          }
          while (value.nextToken() == JsonToken.START_OBJECT) {
            found.add(object(value));
          }
        });
    return found;
  }

  private static byte[] object(JsonParser value) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (JsonGenerator json = MemberWriter.JSON.createGenerator(bytes)) {
      json.copyCurrentStructure(value);
    }
    byte[] object = bytes.toByteArray();
    return java.util.Arrays.copyOfRange(object, 1, object.length - 1);
  }
}
