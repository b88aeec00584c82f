package dev.lastcall.defer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A cleanup that hangs and ignores interrupts until it is released. */
final class Deaf {
  private final CountDownLatch release = new CountDownLatch(1);
  final AtomicInteger began = new AtomicInteger();
  final AtomicInteger interrupts = new AtomicInteger();
  final AtomicInteger ended = new AtomicInteger();

  void hang() {
    began.incrementAndGet();
    while (release.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
      if (Thread.interrupted()) {
        interrupts.incrementAndGet();
      }
    }
    ended.incrementAndGet();
  }

  void release() {
    release.countDown();
  }
}
