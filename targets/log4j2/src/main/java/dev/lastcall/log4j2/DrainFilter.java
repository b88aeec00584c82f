package dev.lastcall.log4j2;

import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.filter.AbstractFilter;

/**
 * Lets everything through; but Log4j stops an appender's filter before it closes what the appender
 * writes to, and in no particular order of the appenders. So a journal waits here for its delivery.
 */
final class DrainFilter extends AbstractFilter {
  private final Runnable drain;

  DrainFilter(Runnable drain) {
    super(Result.NEUTRAL, Result.NEUTRAL);
    this.drain = drain;
  }

  @Override
  public boolean stop(long timeout, TimeUnit unit) {
    if (!isStopped()) {
      drain.run();
    }
    return super.stop(timeout, unit);
  }
}
