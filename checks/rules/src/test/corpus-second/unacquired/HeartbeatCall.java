package net.heartbeat;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public class HeartbeatCall {
  private final ScheduledExecutorService shared;

  public HeartbeatCall(ScheduledExecutorService shared) {
    this.shared = shared;
  }

  public <T> T call(Callable<String> session, Callable<T> longCall) throws Exception {
    ScheduledFuture<?> beat = null;
    try {
      String id = session.call();
      beat = shared.scheduleAtFixedRate(() -> System.out.println("beat " + id), 1, 1, TimeUnit.SECONDS);
      return longCall.call();
    } finally {
      beat.cancel(false);
    }
  }
}
