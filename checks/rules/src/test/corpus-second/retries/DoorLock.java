package home.door;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

public class DoorLock implements AutoCloseable {
  interface Bus {
    boolean send(int frame) throws IOException;
  }

  private final Bus bus;

  public DoorLock(Bus bus) {
    this.bus = bus;
  }

  public void unlock() {
    untilTrue(() -> bus.send(0x55));
  }

  @Override
  public void close() {
    untilTrue(() -> bus.send(0xAA));
  }

  private static void untilTrue(Callable<Boolean> c) {
    boolean ok = false;
    while (!ok) {
      try {
        ok = c.call();
        if (!ok) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        System.err.println("bus: " + e);
      }
    }
  }
}
