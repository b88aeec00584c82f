package dev.lastcall.endings;

import dev.lastcall.api.Cleanup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Things that cleanups and requests do in the field and should not. */
final class Misdeeds {
  static final Object LOCK_OF_A_HOOK = new Object();

  /** Keeps the compiler from finding out that nothing is done. */
  private static final AtomicLong WORK = new AtomicLong();

  private Misdeeds() {}

  /** Waits for ever and does not care about interrupts. */
  static void hangDeaf() {
    while (true) {
      LockSupport.park(LOCK_OF_A_HOOK);
      Thread.interrupted();
    }
  }

  /** Waits for ever, but can be interrupted. */
  static void hang() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  static void spin() {
    while (true) {
      WORK.incrementAndGet();
    }
  }

  static void overflowTheStack() {
    WORK.addAndGet(depth(1));
  }

  private static long depth(long level) {
    return level < Long.MAX_VALUE ? level + depth(level + 1) : level;
  }

  /** Asks for more memory than there can be. */
  static void exhaustTheHeap() {
    List<long[]> hoard = new ArrayList<>();
    while (true) {
      hoard.add(new long[1 << 20]);
      WORK.addAndGet(hoard.size());
    }
  }

  static Cleanup saying(String word) {
    return context -> System.out.println(word);
  }

  /** Starts a request thread. */
  static void onRequestThread(Runnable request) {
    Thread thread = new Thread(request, "request");
    thread.start();
  }

  /** Starts a thread that does not keep the process alive. */
  static void onDaemonThread(Runnable request) {
    Thread thread = new Thread(request, "background");
    thread.setDaemon(true);
    thread.start();
  }
}
