package dev.lastcall.log4j2;

import dev.lastcall.api.Finding;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.status.StatusLogger;

/** Says what a person should know where Log4j says it of itself. Thread-safe. */
final class StatusFindings {
  private static final Logger LOGGER = StatusLogger.getLogger();
  private static final String TEXT = "{}: {}: {} {}";

  private final String name;
  private final AtomicBoolean loopTold = new AtomicBoolean();

  /**
   * @param name of the appender that it is about
   */
  StatusFindings(String name) {
    this.name = name;
  }

  /** Once: an appender that logs each event would fill the log with this. */
  void refuseLoop(LogEvent event) {
    if (loopTold.compareAndSet(false, true)) {
      LOGGER.warn(
          "{}: what an appender behind the journal logs while it is called is not kept, such as {}",
          name,
          event.getMessage().getFormattedMessage());
    }
  }

  void tellOfRest(String folder) {
    LOGGER.warn("{}: events wait in {} for the next start; nothing is lost", name, folder);
  }

  void tell(Finding finding) {
    switch (finding.severity()) {
      case ERROR -> LOGGER.error(TEXT, name, finding.id(), finding.message(), finding.advice());
      case WARNING -> LOGGER.warn(TEXT, name, finding.id(), finding.message(), finding.advice());
      case INFO -> LOGGER.info(TEXT, name, finding.id(), finding.message(), finding.advice());
    }
  }
}
