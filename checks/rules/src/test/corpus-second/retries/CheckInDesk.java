package air.checkin;

import io.vertx.core.AbstractVerticle;
import java.util.ArrayDeque;
import java.util.Deque;

public class CheckInDesk extends AbstractVerticle {
  private final Deque<String> queue = new ArrayDeque<>();

  @Override
  public void start() {
    vertx.eventBus().<String>consumer("checkin", m -> queue.add(m.body()));
  }

  @Override
  public void stop() {
    while (!queue.isEmpty()) {
      String passenger = queue.removeFirst();
      System.out.println("sent to the next desk: " + passenger);
    }
  }
}
