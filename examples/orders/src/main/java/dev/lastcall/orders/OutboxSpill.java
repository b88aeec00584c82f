package dev.lastcall.orders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The file that keeps what could not be sent before the process ended, an order a line; the next
 * start sends it.
 *
 * <p>An order may be in it although its message arrived: consumers tell doubles apart by the
 * order's id.
 */
final class OutboxSpill {
  /** Its name in the directory of the service. */
  static final String FILE = "outbox.jsonl";

  private final Path file;

  OutboxSpill(Path file) {
    this.file = file;
  }

  /** Replaces the file's content; an empty collection leaves an existing file as it is. */
  void write(Collection<Order> orders) throws IOException {
    if (orders.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    orders.forEach(order -> lines.append(OrderJson.write(order)).append('\n'));
    Files.write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The orders of the last process; a line that its end cut off was never reported as written and
   * is left out.
   */
  List<Order> read() throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException nothingSpilled) {
      return List.of();
    }
    List<Order> orders = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      orders.add(OrderJson.read(text.substring(start, end)));
      start = end + 1;
    }
    return orders;
  }

  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
