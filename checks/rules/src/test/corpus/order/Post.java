package com.acme.post;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class Post implements AutoCloseable {
  private final OutputStream out;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  public Post(OutputStream out) {
    this.out = out;
    timer.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  private void beat() {
    try {
      out.write('.');
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    timer.shutdown();
    if (!timer.awaitTermination(1, TimeUnit.SECONDS)) {
      timer.shutdownNow();
    }
    out.close();
  }
}
