package city.carwash;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public class CarWash {
  private final Semaphore bays = new Semaphore(2);

  public void wash(String plate, Runnable programme) {
    try {
      arrive(plate);
      programme.run();
    } finally {
      bays.release();
    }
  }

  private void arrive(String plate) {
    try {
      boolean free = bays.tryAcquire(10, TimeUnit.SECONDS);
      System.out.println(plate + (free ? " drives in" : " waited too long"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
