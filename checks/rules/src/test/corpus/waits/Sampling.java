package com.acme.sampling;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

interface Stoppable {
  BlockingQueue<String> acknowledgements();

  void signalEnd();

  default String end() throws InterruptedException {
    signalEnd();
    return acknowledgements().take();
  }
}

class Sampling implements Stoppable {
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

  @Override
  public BlockingQueue<String> acknowledgements() {
    return done;
  }

  @Override
  public void signalEnd() {
    done.offer("end");
  }

  @PreDestroy
  void close() throws InterruptedException {
    System.err.println(end());
  }
}
