package com.acme.quarry;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Quarry {
  private final ExecutorService diggers =
      new ThreadPoolExecutor(2, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());

  public void dig(Runnable hole) {
    diggers.execute(hole);
  }

  public int size() {
    return ((ThreadPoolExecutor) diggers).getPoolSize();
  }
}
