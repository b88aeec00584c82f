package telco.sms;

import io.dropwizard.lifecycle.Managed;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

public class SmsGateway implements Managed {
  private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(500);
  private Thread radio;
  private volatile boolean on;

  @Override
  public void start() {
    on = true;
    radio = new Thread(this::transmit, "sms-radio");
    radio.start();
  }

  @Override
  public void stop() throws Exception {
    on = false;
    radio.interrupt();
    radio.join(2_000);
    if (radio.isAlive()) {
      System.err.println("radio still busy, " + queue.size() + " messages unsent");
    }
  }

  private void transmit() {
    while (on) {
      try {
        System.out.println(queue.take());
      } catch (InterruptedException e) {
        break; // told to stop, this thread ends here
      }
    }
  }
}
