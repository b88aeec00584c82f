package dev.lastcall.orders;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.spool.Spool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An outbox on a spool: an order is kept before it is acknowledged, outlives the process however
 * that ends, and is sent by the next start if not by this one. Thread-safe.
 *
 * <p>An order may be sent twice after a crash: consumers tell doubles apart by the order's id.
 */
final class KeptOutbox implements Outbox {
  /** Its folder in the directory of the service. */
  static final String FOLDER = "outbox";

  private static final int ORDER = 1;
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final long CAPACITY_BYTES = 32L << 20;

  private final Spool spool;
  private final Faults faults;
  private volatile boolean closing;

  private KeptOutbox(Spool spool, Faults faults) {
    this.spool = spool;
    this.faults = faults;
  }

  /** Begins to send what the last process left in the directory of the service. */
  static KeptOutbox start(Path directory, Faults faults) {
    Spool spool =
        Spool.in(directory.resolve(FOLDER), "orders/1", new BrokerSink())
            .named("outbox")
            .segmentBytes(SEGMENT_BYTES)
            .capacityBytes(CAPACITY_BYTES)
            .open();
    return new KeptOutbox(spool, faults);
  }

  @Override
  public void accept(Order order) {
    if (closing) {
      throw new IllegalStateException("outbox: closed (expected: open)");
    }
    byte[] json = OrderJson.write(order).getBytes(StandardCharsets.UTF_8);
    if (!spool.offer(ORDER, json, 0, json.length)) {
      throw new IllegalStateException("outbox: not kept (expected: room for an order)");
    }
  }

  /** Waits, at the very end, until the broker has everything; what it does not take stays kept. */
  FlushTarget target() {
    return spool;
  }

  @Override
  public long waiting() {
    return spool.waiting();
  }

  /** What is left over is not lost: the next start sends it. */
  @Override
  public void close(Duration bound) {
    faults.strike("outbox");
    closing = true;
    if (!spool.close(Deadline.after(bound))) {
      throw new IllegalStateException(
          "outbox: " + spool.waiting() + " orders unsent (expected: 0)");
    }
  }
}
