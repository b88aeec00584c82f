import java.util.concurrent.ExecutorService;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

class Telemetry {
  private final ExecutorService senders;

  Telemetry(ExecutorService senders) {
    this.senders = senders;
  }

  @EventListener
  void onClosed(ContextClosedEvent event) {
    senders.submit(() -> send("closed"));
  }

  private void send(String state) {
    System.out.println(state);
  }
}
