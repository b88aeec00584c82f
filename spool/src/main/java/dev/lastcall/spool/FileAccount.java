package dev.lastcall.spool;

import dev.lastcall.api.Finding;
import dev.lastcall.journal.JournalMark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, beside a journal, up to which record a file is written, how long it was then, and which
 * file it was; and tells after a crash what has come into it since.
 *
 * <p>A file that was renamed meanwhile, as a rotation does, is looked for in its folder. Confined
 * to the spool's thread.
 */
final class FileAccount {
  /** What lies behind the account may be a batch, and what others wrote among it. */
  private static final int MOST_FOREIGN_BYTES = 1 << 20;

  private static final byte[] NOTHING = {};

  /** What the identity's mark holds if it was never set, and for a file that did not exist. */
  private static final long UNSET = 0;

  private static final long ABSENT = 1;

  private final String name;
  private final Consumer<Finding> receiver;
  private @Nullable JournalMark length;
  private @Nullable JournalMark identity;
  private long lastIdentity;

  FileAccount(String name, Consumer<Finding> receiver) {
    this.name = name;
    this.receiver = receiver;
  }

  /** Reads the account; returns the last record of it, 0 if there is none. */
  long resume(Function<String, JournalMark> marks) {
    CRC32C hash = new CRC32C();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    String suffix = Long.toHexString(hash.getValue());
    JournalMark kept = marks.apply("length-" + suffix);
    JournalMark which = marks.apply("file-" + suffix);
    length = kept;
    identity = which;
    lastIdentity = which.detail();
    return kept.sequence();
  }

  /** Opens the account of a file that has none: what it holds now is not ours. */
  void begin(Path file) throws IOException {
    if (lastIdentity == UNSET) {
      settle(file, last());
    }
  }

  /** Writes that a file holds everything up to a record. */
  void settle(Path file, long sequence) throws IOException {
    BasicFileAttributes now = attributes(file);
    set(sequence, now == null ? ABSENT : identity(now), now == null ? 0 : now.size());
  }

  private void set(long sequence, long which, long bytes) {
    // The identity first: after a crash in between, the file is known and found shorter.
    if (which != lastIdentity && identity != null) {
      identity.set(sequence, which);
      lastIdentity = which;
    }
    if (length != null) {
      length.set(sequence, bytes);
    }
  }

  private long last() {
    return length == null ? 0 : length.sequence();
  }

  /** Looks what of these records, which follow the account, has come into the file. */
  FileTail.Found find(Path file, List<byte[]> records) throws IOException {
    long wanted = MOST_FOREIGN_BYTES;
    for (byte[] record : records) {
      wanted += record.length;
    }
    long from = length == null ? 0 : length.detail();
    BasicFileAttributes now = attributes(file);
    if (now == null && lastIdentity == ABSENT) {
      return found(file, records, new FileTail(NOTHING, true, ""));
    }
    boolean same = now != null && (lastIdentity == ABSENT || identity(now) == lastIdentity);
    if (same && now != null && now.size() >= from) {
      return found(file, records, new FileTail(read(file, from, wanted), true, ""));
    }
    Path before = same ? null : renamed(file);
    byte[] current = now == null ? NOTHING : read(file, 0, wanted);
    FileTail tail =
        before == null
            ? new FileTail(current, false, same ? "was shortened" : "is another file than before")
            : new FileTail(joined(read(before, from, wanted), current), true, "");
    return found(file, records, tail);
  }

  private FileTail.Found found(Path file, List<byte[]> records, FileTail tail) {
    FileTail.Found found = tail.find(records);
    int left = records.size() - found.whole() - (found.rest().hasRemaining() ? 1 : 0);
    if (!tail.doubt().isEmpty() && left > 0) {
      receiver.accept(SpoolFindings.unclear(file, tail.doubt(), left));
    }
    return found;
  }

  private @Nullable Path renamed(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return null;
    }
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder)) {
      for (Path sibling : siblings) {
        BasicFileAttributes attributes = attributes(sibling);
        if (attributes != null && identity(attributes) == lastIdentity) {
          return sibling;
        }
      }
    }
    return null;
  }

  private static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException missing) {
      return null;
    }
  }

  /** A number for device and inode; the time of creation where a file system has no such key. */
  private static long identity(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    long hash = 0xcbf29ce484222325L;
    String text = key == null ? attributes.creationTime().toString() : key.toString();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash == UNSET || hash == ABSENT ? hash + 2 : hash;
  }

  private static byte[] read(Path file, long from, long most) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long there = Math.max(0, Math.min(most, channel.size() - from));
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(there));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // until all is read, or the file has become shorter
      }
      byte[] read = new byte[bytes.position()];
      bytes.flip().get(read);
      return read;
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
