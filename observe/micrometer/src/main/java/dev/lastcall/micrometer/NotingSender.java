package dev.lastcall.micrometer;

import io.micrometer.registry.otlp.OtlpMetricsSender;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Notes what became of the last sending, which the registry itself only logs. Thread-safe. */
final class NotingSender implements OtlpMetricsSender {
  private final OtlpMetricsSender sender;
  private volatile boolean sent;
  private volatile @Nullable Throwable failure;

  NotingSender(OtlpMetricsSender sender) {
    this.sender = sender;
  }

  void begin() {
    sent = false;
    failure = null;
  }

  @Override
  public void send(Request request) throws Exception {
    try {
      sender.send(request);
      sent = true;
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    }
  }

  /** Says whether something went out since the begin, and nothing failed. */
  void requireSent() throws IOException {
    Throwable thrown = failure;
    if (thrown != null) {
      throw new IOException("the collector did not take the metrics: " + thrown, thrown);
    }
    if (!sent) {
      throw new IOException("nothing was sent: no meters, or a publication was under way");
    }
  }
}
