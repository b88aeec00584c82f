package dev.lastcall.flush;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
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
          "sun.management.ThreadImpl.getThreadInfo1",
          "java.lang.Thread.getStackTrace0",
          "java.lang.ref.Reference.waitForReferencePendingList",
          "jdk.internal.misc.Unsafe.park",
          "jdk.internal.vm.Continuation.pin",
          "jdk.internal.vm.StackStreamFactory$AbstractStackWalker.callStackWalk");

  private NativeThreads() {}

  /**
   * Takes one dump, of the innermost frames only where {@code java.management} is there, and
   * returns the names of the threads in native code, sorted.
   */
  static List<String> names() {
    try {
      return innermost();
    } catch (LinkageError withoutManagement) {
      return names(Thread.getAllStackTraces());
    }
  }

  static List<String> names(Map<Thread, StackTraceElement[]> stacks) {
    List<String> names = new ArrayList<>();
    stacks.forEach((thread, stack) -> addIfNative(thread.getName(), stack, names));
    Collections.sort(names);
    return names;
  }

  private static List<String> innermost() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<String> names = new ArrayList<>();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds(), 1)) {
      if (thread != null) {
        addIfNative(thread.getThreadName(), thread.getStackTrace(), names);
      }
    }
    Collections.sort(names);
    return names;
  }

  private static void addIfNative(String name, StackTraceElement[] stack, List<String> names) {
    if (stack.length > 0 && stack[0].isNativeMethod() && !BLOCKED.contains(method(stack[0]))) {
      names.add(name);
    }
  }

  private static String method(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }
}
