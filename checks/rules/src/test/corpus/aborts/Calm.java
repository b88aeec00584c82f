package com.acme.calm;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;

public class Calm implements AutoCloseable {
  private final Timer timer = new Timer("calm", true);
  private final ExecutorService pool;
  private final ScheduledFuture<?> tick;
  private final StringWriter text = new StringWriter();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Calm(ExecutorService pool, ScheduledFuture<?> tick) {
    this.pool = pool;
    this.tick = tick;
  }

  @Override
  public void close() throws Exception {
    bytes.close();
    text.close();
    tick.cancel(true);
    timer.cancel();
    pool.shutdownNow();
  }
}
