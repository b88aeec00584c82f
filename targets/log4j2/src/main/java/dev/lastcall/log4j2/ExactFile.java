package dev.lastcall.log4j2;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractOutputStreamAppender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.appender.FileManager;
import org.apache.logging.log4j.core.appender.OutputStreamManager;
import org.apache.logging.log4j.core.appender.RandomAccessFileAppender;
import org.apache.logging.log4j.core.appender.RandomAccessFileManager;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.appender.RollingRandomAccessFileAppender;
import org.apache.logging.log4j.core.appender.rolling.RollingFileManager;
import org.jspecify.annotations.Nullable;

/**
 * The file of an appender that writes what its layout gives, at the end of one file, alone.
 *
 * @param manager takes the bytes
 * @param layout makes them
 * @param name gives the file's name now
 * @param beforeEach rolls the file over if an event calls for it
 */
record ExactFile(
    OutputStreamManager manager,
    Layout<?> layout,
    Supplier<Path> name,
    Consumer<LogEvent> beforeEach) {

  /** Null for an appender of another kind, and for one that shares its file. */
  static @Nullable ExactFile of(Appender appender) {
    boolean isKnown =
        appender instanceof FileAppender
            || appender instanceof RollingFileAppender
            || appender instanceof RandomAccessFileAppender
            || appender instanceof RollingRandomAccessFileAppender;
    return isKnown && appender instanceof AbstractOutputStreamAppender<?> file ? of(file) : null;
  }

  private static @Nullable ExactFile of(AbstractOutputStreamAppender<?> appender) {
    OutputStreamManager manager = appender.getManager();
    Layout<?> layout = appender.getLayout();
    if (manager instanceof RollingFileManager rolling) {
      return new ExactFile(
          manager, layout, () -> path(rolling.getFileName()), rolling::checkRollover);
    }
    if (manager instanceof FileManager file && !file.isLocking()) {
      return new ExactFile(manager, layout, () -> path(file.getFileName()), event -> {});
    }
    if (manager instanceof RandomAccessFileManager file) {
      return new ExactFile(manager, layout, () -> path(file.getFileName()), event -> {});
    }
    return null;
  }

  private static Path path(String name) {
    return Path.of(name).toAbsolutePath();
  }
}
