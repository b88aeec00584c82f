package com.acme.frames;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class Frames implements AutoCloseable {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  public void render(List<Callable<Void>> frames) throws InterruptedException {
    pool.invokeAll(frames, 1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
