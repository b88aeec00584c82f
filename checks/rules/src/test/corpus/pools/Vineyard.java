package com.acme.vineyard;

import io.vertx.core.AbstractVerticle;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Vineyard extends AbstractVerticle {
  private ExecutorService pickers;

  @Override
  public void start() {
    pickers = Executors.newFixedThreadPool(6);
    vertx.eventBus().consumer("grapes", message -> pickers.execute(() -> System.out.println(message.body())));
  }

  @Override
  public void stop() {
    pickers.shutdown();
    System.err.println("vineyard closed");
  }
}
