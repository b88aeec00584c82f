package dev.lastcall.log4j2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.appender.AbstractOutputStreamAppender;
import org.apache.logging.log4j.core.appender.AbstractWriterAppender;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.appender.OutputStreamManager;
import org.apache.logging.log4j.core.appender.SocketAppender;
import org.apache.logging.log4j.core.appender.WriterManager;
import org.apache.logging.log4j.core.appender.routing.RoutingAppender;
import org.apache.logging.log4j.core.config.AppenderControl;
import org.apache.logging.log4j.core.config.Configuration;

/** Finds the buffered streams behind the appenders of a configuration; each once. Stateless. */
final class Streams {
  private Streams() {}

  /**
   * One buffered stream.
   *
   * @param name the appender's name
   * @param monitorId the identity hash code of the manager whose monitor a flush takes
   * @param mayWaitForAReader whether a write may block for as long as nobody reads
   * @param flush flushes it
   */
  record Stream(String name, int monitorId, boolean mayWaitForAReader, Runnable flush) {}

  static Collection<Stream> of(Configuration configuration) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Stream> found = new ArrayList<>();
    for (Appender appender : configuration.getAppenders().values()) {
      add(appender, seen, found);
      if (appender instanceof RoutingAppender routing) {
        for (AppenderControl control : routing.getAppenders().values()) {
          add(control.getAppender(), seen, found);
        }
      }
    }
    return found;
  }

  private static void add(Appender appender, Set<Object> seen, List<Stream> found) {
    if (appender instanceof AbstractOutputStreamAppender<?> stream) {
      OutputStreamManager manager = stream.getManager();
      if (seen.add(manager)) {
        found.add(stream(appender, manager, manager::flush));
      }
    } else if (appender instanceof AbstractWriterAppender<?> writer) {
      WriterManager manager = writer.getManager();
      if (seen.add(manager)) {
        found.add(stream(appender, manager, manager::flush));
      }
    }
  }

  private static Stream stream(Appender appender, Object manager, Runnable flush) {
    boolean reader = appender instanceof ConsoleAppender || appender instanceof SocketAppender;
    return new Stream(appender.getName(), System.identityHashCode(manager), reader, flush);
  }
}
