package shop.loyalty;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.stereotype.Component;

@Component
public class LoyaltyPoints {
  private final Consumer<String, Long> purchases;
  private volatile boolean running = true;

  public LoyaltyPoints(Consumer<String, Long> purchases) {
    this.purchases = purchases;
  }

  @PostConstruct
  void begin() {
    Thread t = new Thread(this::loop, "loyalty");
    t.setDaemon(true);
    t.start();
  }

  private void loop() {
    purchases.subscribe(List.of("purchases"));
    while (running) {
      purchases.poll(Duration.ofMillis(500)).forEach(r -> System.out.println(r.key() + " +" + r.value() / 100));
    }
  }

  @PreDestroy
  void end() {
    running = false;
    purchases.close(Duration.ofSeconds(2));
  }
}
