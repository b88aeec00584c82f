package com.acme.moth;

import jakarta.annotation.PreDestroy;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class Moth {
  private final List<Runnable> lamps = new CopyOnWriteArrayList<>();

  @PreDestroy
  void out() throws InterruptedException {
    for (Iterator<Runnable> each = lamps.iterator(); each.hasNext(); ) {
      each.next().run();
      Thread.sleep(10);
    }
    for (int i = 0; i < 5 && !lamps.isEmpty(); i++) {
      Thread.sleep(100);
    }
  }
}
