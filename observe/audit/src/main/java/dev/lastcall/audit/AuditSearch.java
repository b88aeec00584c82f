package dev.lastcall.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lastcall.api.Arguments;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds what is on record under one audit id, over files and restarts, and in the journal what a
 * killed process had no time to put into its files.
 *
 * <p>It reads only, also while the trail is being written. Confined to one thread.
 */
public final class AuditSearch {
  private final String auditId;
  private final byte[] wanted;
  private final List<AuditHit> hits = new ArrayList<>();
  private long lastRecord;

  private AuditSearch(String auditId) {
    this.auditId = auditId;
    this.wanted = MemberWriter.member("auditId", auditId);
  }

  /**
   * Searches a folder: its files, then its journal.
   *
   * @param folder of a trail
   * @param auditId the id, all of it
   * @return what was found, in the order in which it was put on record
   * @throws IOException if something cannot be read
   */
  public static List<AuditHit> inFolder(Path folder, String auditId) throws IOException {
    AuditSearch search = new AuditSearch(Arguments.given("auditId", auditId));
    for (TrailFile file : TrailFile.in(Arguments.given("folder", folder))) {
      search.read(file.path());
    }
    for (JournalRecord record : TrailRest.waiting(folder, search.lastRecord)) {
      search.take(folder.resolve(AuditFiles.JOURNAL), record);
    }
    return List.copyOf(search.hits);
  }

  /**
   * Searches one file, plain or gzipped.
   *
   * @param file of a trail
   * @param auditId the id, all of it
   * @return what was found, in the order of the file
   * @throws IOException if it cannot be read
   */
  public static List<AuditHit> inFile(Path file, String auditId) throws IOException {
    AuditSearch search = new AuditSearch(Arguments.given("auditId", auditId));
    search.read(Arguments.given("file", file));
    return List.copyOf(search.hits);
  }

  private void read(Path file) throws IOException {
    ChainLine line = new ChainLine();
    try (LineReader lines = LineReader.open(file)) {
      while (lines.next()) {
        boolean hasForm = line.read(lines.bytes(), lines.from(), lines.to());
        lastRecord = hasForm ? Math.max(lastRecord, line.record()) : lastRecord;
        if (holds(lines.bytes(), lines.from(), lines.to())) {
          take(file, lines, line, hasForm);
        }
      }
    }
  }

  private void take(Path file, LineReader lines, ChainLine line, boolean hasForm) {
    String json = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), UTF_8);
    if (hasForm && line.type() != LineType.BEGIN && line.type() != LineType.END) {
      return;
    }
    boolean isWhole = hasForm && line.isWhole();
    String type = hasForm ? line.type().word() : "";
    byte[] members = hasForm ? line.members() : new byte[0];
    hits.add(new AuditHit(file, lines.number(), false, isWhole, json, flat(type, members)));
  }

  private void take(Path journal, JournalRecord record) {
    ByteBuffer payload = record.payload();
    byte[] members = new byte[payload.remaining()];
    payload.get(members);
    if (holds(members, 0, members.length)) {
      String json = '{' + new String(members, UTF_8) + '}';
      Map<String, String> said = flat(LineType.of(record.type()).word(), members);
      hits.add(new AuditHit(journal, record.sequence(), true, true, json, said));
    }
  }

  /** Of a line that was altered there may be nothing to read. */
  private Map<String, String> flat(String type, byte[] members) {
    try {
      Map<String, String> flat = AuditHit.flat(members);
      flat.put("type", type);
      return flat;
    } catch (IOException unreadable) {
      return Map.of("type", type, "auditId", auditId);
    }
  }

  private boolean holds(byte[] bytes, int from, int to) {
    int last = to - wanted.length;
    for (int at = from; at <= last; at++) {
      if (bytes[at] == wanted[0] && matches(bytes, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(byte[] bytes, int at) {
    for (int index = 1; index < wanted.length; index++) {
      if (bytes[at + index] != wanted[index]) {
        return false;
      }
    }
    return true;
  }
}
