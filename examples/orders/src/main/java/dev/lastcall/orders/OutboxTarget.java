package dev.lastcall.orders;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps, at the very end, what the outbox could not send: it goes to the spill file, from which the
 * next start sends it.
 *
 * @param publisher the outbox
 * @param file the spill file
 */
record OutboxTarget(OrderPublisher publisher, Path file) implements FlushTarget {
  private static final Order SAMPLE = new Order("rehearsal", "rehearsal", BigDecimal.ONE);

  @Override
  public void flush(Deadline deadline) throws IOException {
    publisher.spill();
  }

  /** Writes to a file of its own and deletes it: a flush would close the outbox. */
  @Override
  public void rehearse(Deadline deadline) throws IOException {
    OutboxSpill rehearsal = new OutboxSpill(file.resolveSibling(file.getFileName() + ".rehearsal"));
    rehearsal.write(List.of(SAMPLE));
    rehearsal.clear();
  }
}
