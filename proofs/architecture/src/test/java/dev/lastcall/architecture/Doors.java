package dev.lastcall.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One danger, one door: calls that only named classes may make.
 *
 * <p>A keeper is a top-level class with what is nested in it, or, ending in {@code .*}, a room.
 */
final class Doors {
  /** The table. A danger without keepers is forbidden to everyone. */
  static final List<Door> TABLE =
      List.of(
          new Door(
              "ends the process",
              calls("java.lang.System", "exit").or(calls("java.lang.Runtime", "exit", "halt")),
              keepers("runtime.Terminator", "cli.Main")),
          new Door(
              "hooks the end of the process",
              calls("java.lang.Runtime", "addShutdownHook", "removeShutdownHook"),
              keepers("runtime.ShutdownHook")),
          new Door(
              "handles signals",
              calls("sun.misc.Signal", "<init>", "handle", "raise"),
              keepers("runtime.ProcessSignals")),
          // The last gasp and the journal must not know the room of the cleanup threads; a hook has
          // to be a thread.
          new Door(
              "starts threads",
              calls("java.lang.Thread", "<init>")
                  .or(calls("java.util.concurrent.ThreadFactory", "newThread"))
                  .or(calls("java.util.Timer", "<init>")),
              keepers(
                  "defer.CleanupThreads",
                  "defer.Watchdog",
                  "flush.LastGasp",
                  "journal.JournalThreads",
                  "runtime.ShutdownHook")),
          new Door(
              "makes or borrows a thread pool",
              callsAny("java.util.concurrent.Executors")
                  .or(calls("java.util.concurrent.ExecutorService", "<init>"))
                  .or(calls("java.util.concurrent.ForkJoinPool", "commonPool"))
                  .or(Doors::borrowsTheCommonPool),
              keepers("defer.CleanupThreads", "defer.Watchdog")),
          new Door(
              "interrupts another thread",
              calls("java.lang.Thread", "interrupt").and(access -> !restoresOwnInterrupt(access)),
              keepers("defer.Watchdog")),
          new Door(
              "reads the monotonic clock",
              calls("java.lang.System", "nanoTime"),
              keepers("api.Deadline")),
          new Door(
              "maps memory",
              calls("java.nio.channels.FileChannel", "map"),
              keepers("journal.JournalFile")),
          new Door(
              "writes to the standard streams",
              calls("java.lang.System", "out", "err", "setOut", "setErr")
                  .or(Doors::printsToStandardError),
              keepers("runtime.ReportPrinter", "cli.*")));

  private Doors() {}

  /**
   * One row.
   *
   * @param danger what it does, as in "Foo starts threads"
   * @param isDanger the calls
   * @param keepers who may make them
   */
  record Door(String danger, Predicate<JavaAccess<?>> isDanger, Set<String> keepers) {
    boolean isKeptBy(String topLevelName, String packageName) {
      return keepers.contains(topLevelName) || keepers.contains(packageName + ".*");
    }
  }

  private static Set<String> keepers(String... names) {
    return Set.of(
        List.of(names).stream().map(Rooms.OF_THE_HOUSE.root()::concat).toArray(String[]::new));
  }

  /** Calls, references and field accesses by name, on a type or any type below it. */
  private static Predicate<JavaAccess<?>> calls(String owner, String... names) {
    return callsAny(owner).and(access -> List.of(names).contains(access.getName()));
  }

  private static Predicate<JavaAccess<?>> callsAny(String owner) {
    return access -> access.getTargetOwner().isAssignableTo(owner);
  }

  /** {@code thenRunAsync(action)} without an executor runs on the common pool. */
  private static boolean borrowsTheCommonPool(JavaAccess<?> access) {
    return callsAny("java.util.concurrent.CompletionStage").test(access)
        && access.getName().endsWith("Async")
        && !access.getTarget().getFullName().contains("java.util.concurrent.Executor)");
  }

  private static boolean printsToStandardError(JavaAccess<?> access) {
    return callsAny("java.lang.Throwable").test(access)
        && access.getTarget().getFullName().endsWith("printStackTrace()");
  }

  /** {@code Thread.currentThread().interrupt()} gives a swallowed interrupt back: no danger. */
  private static boolean restoresOwnInterrupt(JavaAccess<?> access) {
    return access.getOrigin().getMethodCallsFromSelf().stream()
        .filter(call -> call.getLineNumber() == access.getLineNumber())
        .anyMatch(calls("java.lang.Thread", "currentThread"));
  }
}
