package energy.gas;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleConsumer;

public class GasMeterReader {
  /** Takes readings from any thread. */
  static final class Consumer implements AutoCloseable {
    private final ConcurrentLinkedQueue<Double> readings = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    void accept(double cubicMetres) {
      if (!closed) {
        readings.add(cubicMetres);
      }
    }

    void commitSync(DoubleConsumer to) {
      for (Double d; (d = readings.poll()) != null; ) {
        to.accept(d);
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Consumer consumer = new Consumer();

  public GasMeterReader(DoubleConsumer bill) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      consumer.close();
      consumer.commitSync(bill);
    }));
  }

  public void read(double m3) {
    consumer.accept(m3);
  }
}
