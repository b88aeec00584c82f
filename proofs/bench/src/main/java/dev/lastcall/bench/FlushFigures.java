package dev.lastcall.bench;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import dev.lastcall.bench.Contest.Contender;
import dev.lastcall.bench.Contest.Trial;
import dev.lastcall.logback.LogbackTarget;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** How long the one flush of a process takes, in fresh processes, because there it happens. */
final class FlushFigures {
  private FlushFigures() {}

  static String flush(Settings settings) throws Exception {
    return new Contest(
            "The one flush of a process: a log behind a queue, an audit file, metrics, ms",
            "hook that flushes, writes and stops Logback",
            List.of(
                new Contender("rehearsed", 100, flush("rehearsed")),
                new Contender("not rehearsed", 15, flush("cold")),
                new Contender("hook that flushes, writes and stops Logback", 15, flush("hook"))))
        .table(settings);
  }

  private static Trial flush(String contender) {
    List<Class<?>> needed = new ArrayList<>(List.of(ClassPaths.lastcall()));
    needed.addAll(
        List.of(LogbackTarget.class, LoggerContext.class, Context.class, LoggerFactory.class));
    return (jdk, folder) ->
        Child.figures(
            Child.of(FlushChild.class, jdk, folder, needed.toArray(Class<?>[]::new))
                .arguments(contender, folder.toString()));
  }
}
