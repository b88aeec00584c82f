package dev.lastcall.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes the members of one line as JSON in UTF-8, without the braces. Confined to one thread. */
final class MemberWriter {
  static final JsonFactory JSON = new JsonFactory();

  private static final int LONGEST = 500;
  private static final int USUAL_BYTES = 512;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
  private final JsonGenerator json;

  MemberWriter(Instant at) {
    try {
      json = JSON.createGenerator(bytes);
      json.writeStartObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    text("@timestamp", at.toString());
  }

  /** What writes to memory throws nothing. */
  @FunctionalInterface
  interface Step {
    void write(JsonGenerator json) throws IOException;
  }

  MemberWriter write(Step step) {
    try {
      step.write(json);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  MemberWriter text(String name, String value) {
    String clean = clean(value);
    return write(to -> to.writeStringField(name, clean));
  }

  /** Leaves the member out where there is nothing to say. */
  MemberWriter textIfAny(String name, String value) {
    return value.isEmpty() ? this : text(name, value);
  }

  /** Writes {@code "outer":{"inner":"value"}}, as the Elastic Common Schema has it. */
  MemberWriter nestedIfAny(String outer, String inner, String value) {
    if (value.isEmpty()) {
      return this;
    }
    String clean = clean(value);
    return write(
        to -> {
          to.writeObjectFieldStart(outer);
          to.writeStringField(inner, clean);
          to.writeEndObject();
        });
  }

  MemberWriter number(String name, long value) {
    return write(to -> to.writeNumberField(name, value));
  }

  byte[] toBytes() {
    write(JsonGenerator::writeEndObject).write(JsonGenerator::close);
    byte[] object = bytes.toByteArray();
    return Arrays.copyOfRange(object, 1, object.length - 1);
  }

  /** {@return a member as it stands in a line} */
  static byte[] member(String name, String value) {
    byte[] members = new MemberWriter(Instant.EPOCH).text(name, value).toBytes();
    int comma = new String(members, StandardCharsets.ISO_8859_1).indexOf(',');
    return Arrays.copyOfRange(members, comma + 1, members.length);
  }

  /** Half characters cannot be written in UTF-8; what is too long is cut. */
  static String clean(String value) {
    StringBuilder clean = new StringBuilder(Math.min(value.length(), LONGEST));
    value
        .codePoints()
        .limit(LONGEST)
        .map(
            point ->
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                    ? '\uFFFD'
                    : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
