package robot.drone;

import java.lang.ref.Cleaner;
import java.util.Objects;

public class DroneLink implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private static final class Landing implements Runnable {
    private final DroneLink link;

    Landing(DroneLink link) {
      this.link = Objects.requireNonNull(link);
    }

    @Override
    public void run() {
      System.out.println("landing " + link.serial);
    }
  }

  private final String serial;
  private final Cleaner.Cleanable landing;

  public DroneLink(String serial) {
    this.serial = serial;
    this.landing = CLEANER.register(this, new Landing(this));
  }

  @Override
  public void close() {
    landing.clean();
  }
}
