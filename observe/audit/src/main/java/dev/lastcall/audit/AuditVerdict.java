package dev.lastcall.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/**
 * What an audit trail was found to be.
 *
 * @param fault the first thing that is wrong, empty if nothing is
 * @param files how many files were read
 * @param lines how many lines are sound, up to the fault
 * @param bytes how long what was read is
 * @param firstSeq the number of the first line, 0 if there is none
 * @param lastSeq the number of the last sound line, 0 if there is none
 * @param seals how many seals were made with a key that was given
 * @param sealedThrough the number of the last line that such a seal vouches for
 * @param unfinished whether the last line is cut short, as by a kill; the next start writes it
 *     again
 * @param waiting how many records wait in the journal for the next start
 * @param notes what a person should know beside
 */
public record AuditVerdict(
    Optional<AuditFault> fault,
    int files,
    long lines,
    long bytes,
    long firstSeq,
    long lastSeq,
    long seals,
    long sealedThrough,
    boolean unfinished,
    long waiting,
    List<String> notes) {
  /** Copies the list. */
  public AuditVerdict {
    notes = List.copyOf(notes);
  }

  /** {@return whether nothing is wrong} */
  public boolean isSound() {
    return fault.isEmpty();
  }

  /** {@return how many lines at the end no seal vouches for yet} */
  public long unsealed() {
    return lastSeq - Math.max(sealedThrough, firstSeq - 1);
  }

  /** {@return the verdict as JSON, on one line} */
  public String toJson() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MemberWriter.JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeBooleanField("sound", isSound());
      writeFault(json);
      json.writeNumberField("files", files);
      json.writeNumberField("lines", lines);
      json.writeNumberField("bytes", bytes);
      json.writeNumberField("firstSeq", firstSeq);
      json.writeNumberField("lastSeq", lastSeq);
      json.writeNumberField("seals", seals);
      json.writeNumberField("sealedThrough", sealedThrough);
      json.writeNumberField("unsealed", unsealed());
      json.writeBooleanField("unfinished", unfinished);
      json.writeNumberField("waiting", waiting);
      json.writeArrayFieldStart("notes");
      for (String note : notes) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void writeFault(JsonGenerator json) throws IOException {
    if (fault.isEmpty()) {
      return;
    }
    AuditFault first = fault.get();
    json.writeObjectFieldStart("fault");
    json.writeStringField("kind", first.kind().word());
    json.writeStringField("file", first.file().toString());
    json.writeNumberField("line", first.line());
    json.writeNumberField("seq", first.seq());
    json.writeStringField("message", first.message());
    json.writeEndObject();
  }
}
