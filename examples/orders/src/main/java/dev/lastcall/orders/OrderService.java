package dev.lastcall.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;

/**
 * The parts of the service, started in the order in which they need each other; how they end is not
 * decided here.
 */
record OrderService(
    OrderLog log,
    Broker broker,
    OrderPublisher publisher,
    OrderStore store,
    OrderMetrics metrics,
    OrderHttp http) {
  /** The file that holds the port once requests are welcome. */
  static final String PORT_FILE = "port";

  /**
   * Starts everything.
   *
   * @param ready what {@code GET /ready} answers
   */
  static OrderService start(ServiceOptions options, BooleanSupplier ready) throws Exception {
    Path directory = options.directory();
    Faults faults = options.faults();
    OrderLog log = new OrderLog(faults);
    Broker broker = Broker.start(directory.resolve("broker"), faults);
    OutboxSpill spill = new OutboxSpill(directory.resolve(OutboxSpill.FILE));
    OrderPublisher publisher = OrderPublisher.start(spill, faults);
    OrderStore store = OrderStore.open(directory, faults);
    OrderMetrics metrics = new OrderMetrics(publisher::waiting);
    OrderHandler handler = new OrderHandler(ready, store, publisher, log, metrics);
    OrderHttp http = OrderHttp.start(0, handler, faults);
    return new OrderService(log, broker, publisher, store, metrics, http);
  }

  /** Tells the outside where the service listens. */
  void announce(Path directory) throws IOException {
    Path written =
        Files.writeString(directory.resolve(PORT_FILE + ".new"), Integer.toString(http.port()));
    Files.move(written, directory.resolve(PORT_FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
