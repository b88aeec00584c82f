package dev.lastcall.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The parts of the service, started in the order in which they need each other; how they end is not
 * decided here.
 */
record OrderService(
    OrderLog log,
    Broker broker,
    Outbox outbox,
    OrderStore store,
    OrderMetrics metrics,
    OrderHttp http) {
  /** The file that holds the port once requests are welcome. */
  static final String PORT_FILE = "port";

  /**
   * Starts everything.
   *
   * @param admission is told of each request
   * @param outbox takes the accepted orders
   * @param holds keeps the stock of an order
   */
  static OrderService start(
      ServiceOptions options, Admission admission, Outbox outbox, StockHolds holds)
      throws Exception {
    Path directory = options.directory();
    Faults faults = options.faults();
    OrderLog log = new OrderLog(faults);
    Broker broker = Broker.start(directory.resolve("broker"), faults);
    OrderStore store = OrderStore.open(directory, faults);
    OrderMetrics metrics = new OrderMetrics(outbox::waiting);
    OrderHandler handler = new OrderHandler(admission, store, outbox, holds, log, metrics);
    OrderHttp http = OrderHttp.start(0, handler, faults);
    return new OrderService(log, broker, outbox, store, metrics, http);
  }

  /** Tells the outside where the service listens. */
  void announce(Path directory) throws IOException {
    writePort(directory, PORT_FILE, http.port());
  }

  /** Writes a port to a file that appears only when it is whole. */
  static void writePort(Path directory, String file, int port) throws IOException {
    Path written = Files.writeString(directory.resolve(file + ".new"), Integer.toString(port));
    Files.move(written, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }
}
