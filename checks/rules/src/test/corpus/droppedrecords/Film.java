package studio;

import java.time.Duration;

class Film implements AutoCloseable {
  private final Producer producer = new Producer();

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  static final class Producer {
    void close(Duration notice) {
      System.out.println("paid until " + notice);
    }
  }
}
