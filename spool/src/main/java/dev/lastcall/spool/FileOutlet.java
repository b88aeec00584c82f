package dev.lastcall.spool;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.lastcall.api.Arguments;
import dev.lastcall.journal.JournalRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a file, one write a batch; follows the name if the file is rotated. See {@link
 * FileSink}.
 */
public final class FileOutlet implements Outlet {
  private final Path file;
  private final Function<JournalRecord, byte[]> format;
  private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
  private @Nullable FileChannel channel;
  private @Nullable Object key;

  private FileOutlet(Path file, Function<JournalRecord, byte[]> format) {
    this.file = file;
    this.format = format;
  }

  /**
   * Appends what a function makes of each record.
   *
   * @param file made if it does not exist, also its folder
   * @param bytes gives the same for the same record each time, or it is not recognised after a
   *     crash
   * @return the outlet
   * @throws IllegalArgumentException if an argument is null
   */
  public static FileOutlet to(Path file, Function<JournalRecord, byte[]> bytes) {
    return new FileOutlet(
        Arguments.given("file", file).toAbsolutePath(), Arguments.given("bytes", bytes));
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public byte[] bytes(JournalRecord record) {
    return format.apply(record);
  }

  @Override
  public void write(JournalRecord record) {
    batch.writeBytes(format.apply(record));
  }

  @Override
  public void complete(byte[] rest) {
    batch.writeBytes(rest);
  }

  @Override
  public void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(batch.toByteArray());
    batch.reset();
    try {
      FileChannel to = current();
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    } catch (IOException failure) {
      closeAfter(failure);
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }

  private FileChannel current() throws IOException {
    FileChannel open = channel;
    if (open == null || !Objects.equals(key, keyOf(file))) {
      close();
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      open = FileChannel.open(file, CREATE, APPEND);
      channel = open;
      key = keyOf(file);
    }
    return open;
  }

  private void closeAfter(IOException failure) {
    try {
      close();
    } catch (IOException stays) {
      failure.addSuppressed(stays);
    }
  }

  private static @Nullable Object keyOf(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException gone) {
      return "";
    }
  }
}
