package dev.lastcall.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.sift.SiftingAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds all appenders of a context, also those behind others; each once. Stateless. */
final class Appenders {
  private Appenders() {}

  static Collection<Appender<ILoggingEvent>> of(LoggerContext context) {
    Set<Appender<ILoggingEvent>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Appender<ILoggingEvent>> found = new LinkedHashSet<>();
    for (Logger logger : context.getLoggerList()) {
      collect(logger.iteratorForAppenders(), seen, found);
    }
    return found;
  }

  private static void collect(
      Iterator<Appender<ILoggingEvent>> appenders,
      Set<Appender<ILoggingEvent>> seen,
      Set<Appender<ILoggingEvent>> found) {
    while (appenders.hasNext()) {
      Appender<ILoggingEvent> appender = appenders.next();
      if (seen.add(appender)) {
        found.add(appender);
        collect(behind(appender), seen, found);
      }
    }
  }

  /** How many asynchronous appenders stand one behind the other, where most do. */
  static int queuesInARow(Collection<Appender<ILoggingEvent>> appenders) {
    return longest(appenders.iterator(), Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static int longest(
      Iterator<Appender<ILoggingEvent>> appenders, Set<Appender<ILoggingEvent>> path) {
    int longest = 0;
    while (appenders.hasNext()) {
      Appender<ILoggingEvent> appender = appenders.next();
      if (path.add(appender)) {
        int own = appender instanceof AsyncAppenderBase<ILoggingEvent> ? 1 : 0;
        longest = Math.max(longest, own + longest(behind(appender), path));
        path.remove(appender);
      }
    }
    return longest;
  }

  @SuppressWarnings("unchecked") // an appender of logging events has nothing else behind it
  private static Iterator<Appender<ILoggingEvent>> behind(Appender<ILoggingEvent> appender) {
    if (appender instanceof AppenderAttachable<?> attachable) {
      return ((AppenderAttachable<ILoggingEvent>) attachable).iteratorForAppenders();
    }
    if (appender instanceof SiftingAppenderBase<ILoggingEvent> sifting
        && sifting.getAppenderTracker() != null) {
      return sifting.getAppenderTracker().allComponents().iterator();
    }
    return Collections.emptyIterator();
  }
}
