package dev.lastcall.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a folder: a lock on a file in it, which the system takes back when its holder dies.
 *
 * <p>POSIX takes all of a process's locks on a file back when the process closes <em>any</em> of
 * its descriptors. So nobody in this JVM may open the file while it is locked; a system property
 * for each folder says that it is, because class loaders share those.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = "owner.lock";

  private static final String PROPERTY = "dev.lastcall.journal.held:";
  private static final String OWNED = "owned";
  private static final String PROBED = "probed";

  /** A probe holds the lock for a moment; a living owner holds it for longer than all tries. */
  private static final int TRIES = 100;

  private static final long BETWEEN_TRIES_NANOS = 2_000_000;

  private final String property;
  private final FileChannel channel;

  private FolderLock(String property, FileChannel channel) {
    this.property = property;
    this.channel = channel;
  }

  /** Takes the lock; null if somebody else has it. */
  static @Nullable FolderLock take(Path folder) throws IOException {
    String property = propertyOf(folder);
    if (!register(property, OWNED)) {
      return null;
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              folder.resolve(FILE),
              EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              JournalFile.privateTo("rw-------", folder));
      taken = lock(channel);
      return taken ? new FolderLock(property, channel) : null;
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        System.clearProperty(property);
      }
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (channel.tryLock() != null) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
    return false;
  }

  /** Whether a living process owns the folder. */
  static boolean isHeld(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    String property = propertyOf(folder);
    if (!Files.exists(file)) {
      return false;
    }
    if (!register(property, PROBED)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ))) {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
      return lock == null;
    } catch (NoSuchFileException gone) {
      return false;
    } finally {
      System.clearProperty(property);
    }
  }

  /** False if this JVM owns the folder. */
  private static boolean register(String property, String value) {
    while (true) {
      Object before = System.getProperties().putIfAbsent(property, value);
      if (!PROBED.equals(before)) {
        return before == null;
      }
      Thread.onSpinWait();
    }
  }

  private static String propertyOf(Path folder) throws IOException {
    return PROPERTY + folder.toRealPath();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      System.clearProperty(property);
    }
  }
}
