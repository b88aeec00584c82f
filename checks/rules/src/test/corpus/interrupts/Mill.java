package com.acme.mill;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;

public class Mill implements DisposableBean {
  private final ExecutorService pool;

  public Mill(ExecutorService pool) {
    this.pool = pool;
  }

  @Override
  public void destroy() {
    Future<?> last = pool.submit(() -> System.out.println("last grain"));
    try {
      last.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      last.cancel(true);
    } catch (Exception e) {
      System.err.println("mill: " + e);
    }
    pool.shutdownNow();
  }
}
