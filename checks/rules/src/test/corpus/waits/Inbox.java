package com.acme.inbox;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Inbox {
  private final BlockingQueue<String> mail = new LinkedBlockingQueue<>();

  public String next() throws InterruptedException {
    return mail.take();
  }

  @PreDestroy
  void close() throws InterruptedException {
    mail.put("closed");
    System.err.println(mail.poll() + " " + mail.size());
  }
}
