package dev.lastcall.bench;

import com.typesafe.config.Config;
import dev.lastcall.api.Cleanups;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.exit.ExitCoordinator;
import dev.lastcall.flush.LastGasp;
import dev.lastcall.journal.Journal;
import dev.lastcall.recorder.ExitRecorder;
import dev.lastcall.report.ReportJson;
import dev.lastcall.runtime.Lastcall;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.hadoop.thirdparty.com.google.common.util.concurrent.ThreadFactoryBuilder;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;

/**
 * One class of each jar that a contender needs in a process of its own; peers have theirs before
 * ours, which the measuring code itself needs.
 */
final class ClassPaths {
  private static final Class<?>[] LASTCALL = {
    Lastcall.class,
    Cleanups.class,
    CleanupThreads.class,
    ExitCoordinator.class,
    LastGasp.class,
    ReportJson.class
  };

  private static final Class<?>[] PEKKO = {
    CoordinatedShutdown.class, scala.Option.class, Config.class
  };

  private static final Class<?>[] SPRING = {
    SmartLifecycle.class, BeanFactory.class, Ordered.class, Log.class
  };

  private static final Class<?>[] HADOOP = {
    ShutdownHookManager.class, ThreadFactoryBuilder.class, LoggerFactory.class
  };

  private ClassPaths() {}

  static Class<?>[] lastcall() {
    return LASTCALL.clone();
  }

  static Class<?>[] recorder() {
    return withOurs(new Class<?>[] {ExitRecorder.class, Journal.class});
  }

  static Class<?>[] pekko() {
    return withOurs(PEKKO);
  }

  static Class<?>[] spring() {
    return withOurs(SPRING);
  }

  static Class<?>[] hadoop() {
    return withOurs(HADOOP);
  }

  private static Class<?>[] withOurs(Class<?>[] peers) {
    return Stream.of(peers, LASTCALL).flatMap(Stream::of).toArray(Class<?>[]::new);
  }
}
