package dev.lastcall.logback;

import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Flushes one appender's stream without waiting for its lock longer than allowed. Stateless. */
final class StreamFlush {
  private StreamFlush() {}

  /**
   * Flushes the stream.
   *
   * @param patienceNanos how long to wait for the lock
   * @throws IOException if the lock stays with another thread, or the stream cannot be written
   */
  static void flush(OutputStreamAppender<?> appender, long patienceNanos) throws IOException {
    ReentrantLock lock = AppenderFields.lock(appender);
    if (lock == null) {
      flushStream(appender);
    } else if (locked(lock, patienceNanos)) {
      try {
        flushStream(appender);
      } finally {
        lock.unlock();
      }
    } else {
      throw new IOException("its lock stayed with another thread " + owner(lock));
    }
  }

  private static void flushStream(OutputStreamAppender<?> appender) throws IOException {
    OutputStream stream = appender.getOutputStream();
    if (stream != null) {
      stream.flush();
    }
  }

  private static boolean locked(ReentrantLock lock, long patienceNanos) throws IOException {
    try {
      return lock.tryLock() || lock.tryLock(patienceNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for its lock", interrupt);
    }
  }

  /** The lock's text ends with {@code [Locked by thread NAME]}; its owner is not public. */
  private static String owner(ReentrantLock lock) {
    String text = lock.toString();
    return text.substring(text.indexOf('['));
  }
}
