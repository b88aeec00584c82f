package com.acme.render;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;

public class RenderFarm implements DisposableBean {
  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();

  public <T> void render(Callable<T> frame) {
    pool.submit(frame);
  }

  public void renderAll(List<Runnable> frames) {
    try (var scoped = Executors.newVirtualThreadPerTaskExecutor()) {
      frames.forEach(scoped::submit);
    }
  }

  @Override
  public void destroy() {
    pool.close();
  }
}
