package com.acme.mail;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

public class MailRelay {
  private static final int WORKERS = 4;
  private static final Mail LAST = new Mail("");
  private final BlockingQueue<Mail> outbox = new ArrayBlockingQueue<>(100);
  private final Semaphore busy = new Semaphore(WORKERS);

  record Mail(String text) {}

  public boolean submit(Mail mail) {
    return outbox.offer(mail);
  }

  void relay() throws InterruptedException {
    while (true) {
      Mail mail = outbox.take();
      if (mail == LAST) {
        return;
      }
      busy.acquire();
      try {
        deliver(mail);
      } finally {
        busy.release();
      }
    }
  }

  private void deliver(Mail mail) {}

  @PreDestroy
  void stop() throws InterruptedException {
    outbox.put(LAST);
    busy.acquire(WORKERS);
  }
}
