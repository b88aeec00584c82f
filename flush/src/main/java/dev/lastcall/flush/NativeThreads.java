package dev.lastcall.flush;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the threads for which a dying JVM waits: those that sit in native code.
 *
 * <p>A thread that parks, sleeps or waits for a monitor is blocked in the JVM's own sense and costs
 * nothing; one in accept, epoll, poll, read or any JNI call is runnable with a native method on top
 * of its stack. That rule needs no list of method names, which differ between JDK 17 and 25 and
 * between transports. Stateless.
 */
final class NativeThreads {
  /** Native methods in which the JVM counts a thread as blocked although it calls it runnable. */
  private static final Set<String> BLOCKED =
      Set.of(
          "java.lang.Object.wait",
          "java.lang.Object.wait0",
          "java.lang.Thread.sleep",
          "java.lang.Thread.sleep0",
          "java.lang.Thread.sleepNanos0",
          "java.lang.Thread.yield",
          "java.lang.Thread.yield0",
          "java.lang.Thread.dumpThreads",
          "java.lang.Thread.getStackTrace0",
          "java.lang.ref.Reference.waitForReferencePendingList",
          "jdk.internal.misc.Unsafe.park",
          "jdk.internal.vm.Continuation.pin",
          "jdk.internal.vm.StackStreamFactory$AbstractStackWalker.callStackWalk");

  private NativeThreads() {}

  /** Takes one dump and returns the names of the threads in native code, sorted. */
  static List<String> names() {
    return names(Thread.getAllStackTraces());
  }

  static List<String> names(Map<Thread, StackTraceElement[]> stacks) {
    return stacks.entrySet().stream()
        .filter(entry -> entry.getValue().length > 0 && inNative(entry.getValue()[0]))
        .map(entry -> entry.getKey().getName())
        .sorted()
        .toList();
  }

  static boolean inNative(StackTraceElement top) {
    return top.isNativeMethod()
        && !BLOCKED.contains(top.getClassName() + "." + top.getMethodName());
  }
}
