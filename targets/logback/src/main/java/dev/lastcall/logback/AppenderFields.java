package dev.lastcall.logback;

import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import dev.lastcall.api.Arguments;
import java.lang.reflect.Field;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The three fields of Logback that have no accessor: a stream's lock, a queue and its worker.
 *
 * <p>Logback keeps them since 1.2 (the lock as {@code streamWriteLock} since 1.4.6). A field that
 * cannot be read is null. Stateless and thread-safe.
 */
final class AppenderFields {
  /** What opens Logback's package on the module path. */
  static final String FLAG =
      "--add-opens ch.qos.logback.core/ch.qos.logback.core=dev.lastcall.logback";

  private static final @Nullable Field LOCK = field(OutputStreamAppender.class, "streamWriteLock");
  private static final @Nullable Field QUEUE = field(AsyncAppenderBase.class, "blockingQueue");
  private static final @Nullable Field WORKER = field(AsyncAppenderBase.class, "worker");

  private AppenderFields() {}

  static void requireAccess() {
    if (LOCK == null || QUEUE == null || WORKER == null) {
      throw new IllegalStateException(
          Arguments.text("Logback's locks and queues", "not accessible", FLAG));
    }
  }

  static @Nullable ReentrantLock lock(OutputStreamAppender<?> appender) {
    return (ReentrantLock) read(LOCK, appender);
  }

  @SuppressWarnings("unchecked") // the queue of an appender of E holds E
  static <E> @Nullable BlockingQueue<E> queue(AsyncAppenderBase<E> appender) {
    return (BlockingQueue<E>) read(QUEUE, appender);
  }

  static @Nullable Thread worker(AsyncAppenderBase<?> appender) {
    return (Thread) read(WORKER, appender);
  }

  private static @Nullable Object read(@Nullable Field field, Object owner) {
    try {
      return field == null ? null : field.get(owner);
    } catch (IllegalAccessException closed) {
      return null;
    }
  }

  private static @Nullable Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      return field.trySetAccessible() ? field : null;
    } catch (NoSuchFieldException otherVersion) {
      return null;
    }
  }
}
