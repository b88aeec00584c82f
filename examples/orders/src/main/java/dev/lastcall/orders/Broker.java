package dev.lastcall.orders;

import java.nio.file.Path;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.usage.SystemUsage;

/** An ActiveMQ broker inside this process, with a journal on disk and no network. Thread-safe. */
final class Broker {
  /** The name under which clients in this process find it. */
  static final String URL = "vm://orders?create=false";

  private static final long MEGABYTE = 1L << 20;

  private final BrokerService service;
  private final Faults faults;

  private Broker(BrokerService service, Faults faults) {
    this.service = service;
    this.faults = faults;
  }

  /** Starts the broker on the journal in {@code directory}, made if it is not there. */
  static Broker start(Path directory, Faults faults) throws Exception {
    KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
    journal.setDirectory(directory.resolve("journal").toFile());
    journal.setJournalMaxFileLength((int) (8 * MEGABYTE));
    BrokerService service = new BrokerService();
    service.setBrokerName("orders");
    service.setUseJmx(false);
    service.setUseShutdownHook(false);
    service.setSchedulerSupport(false);
    service.setAdvisorySupport(false);
    service.setPersistenceAdapter(journal);
    service.setDataDirectoryFile(directory.toFile());
    service.setTmpDataDirectory(directory.resolve("temporary").toFile());
    SystemUsage usage = service.getSystemUsage();
    usage.getMemoryUsage().setLimit(32 * MEGABYTE);
    usage.getStoreUsage().setLimit(256 * MEGABYTE);
    usage.getTempUsage().setLimit(64 * MEGABYTE);
    service.start();
    service.waitUntilStarted();
    return new Broker(service, faults);
  }

  void stop() throws Exception {
    faults.strike("broker");
    service.stop();
    service.waitUntilStopped();
  }
}
