package com.acme.helm;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

public final class Helm {
  private final CyclicBarrier barrier = new CyclicBarrier(2);

  public static Helm take() {
    Helm helm = new Helm();
    Runtime runtime = Runtime.getRuntime();
    Thread hook = new Thread(unchecked(helm::park));
    hook.setName("helm");
    runtime.addShutdownHook(hook);
    return helm;
  }

  private static Runnable unchecked(Callable<Integer> work) {
    return () -> {
      try {
        work.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private int park() throws Exception {
    return barrier.await();
  }
}
