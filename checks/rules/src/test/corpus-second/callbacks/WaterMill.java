package energy.mill;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;

public class WaterMill extends AbstractVerticle {
  private long wheel;

  @Override
  public void start() {
    wheel = vertx.setPeriodic(500, id -> System.out.println("turning"));
  }

  @Override
  public void stop() {
    vertx.cancelTimer(wheel);
    System.out.println("sluice closed");
  }

  @Override
  public void stop(Promise<Void> stopped) {
    vertx.eventBus().publish("mill", "off");
    stopped.complete();
  }
}
