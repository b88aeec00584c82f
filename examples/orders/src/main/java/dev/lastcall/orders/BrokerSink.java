package dev.lastcall.orders;

import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.SpoolSink;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sends orders to the broker, a batch in one transaction. Used by the thread of the outbox. */
final class BrokerSink implements SpoolSink {
  private static final int BATCH = 64;

  private final OrderProducer producer = new OrderProducer();
  private final List<Order> batch = new ArrayList<>(BATCH);

  @Override
  public long resume(long delivered, long last, Function<String, JournalMark> marks) {
    return delivered;
  }

  @Override
  public int mostPerFlush() {
    return BATCH;
  }

  @Override
  public void deliver(JournalRecord order) {
    batch.add(OrderJson.read(order.text()));
  }

  @Override
  public void flush() throws IOException {
    try {
      producer.send(batch);
    } catch (JMSException failure) {
      throw new IOException("the broker took no orders", failure);
    }
    batch.clear();
  }

  @Override
  public void close() {
    producer.close();
  }
}
