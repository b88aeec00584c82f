package com.acme.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

public final class Harvest implements Runnable {
  private final List<ExecutorService> fields = new ArrayList<>();

  public static Harvest begin() {
    Harvest harvest = new Harvest();
    Runtime.getRuntime().addShutdownHook(new Thread(harvest, "harvest"));
    return harvest;
  }

  public void add(ExecutorService field) {
    fields.add(field);
  }

  @Override
  public void run() {
    for (ExecutorService field : fields) {
      end(field);
    }
  }

  private void end(ExecutorService field) {
    if (!field.isShutdown()) {
      field.shutdown();
    }
  }
}
