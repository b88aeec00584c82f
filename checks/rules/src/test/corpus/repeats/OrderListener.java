import dev.lastcall.api.Cleanups;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
public class OrderListener {
  private final Cleanups cleanups;
  private final OrderBook book;

  public OrderListener(Cleanups cleanups, OrderBook book) {
    this.cleanups = cleanups;
    this.book = book;
  }

  @KafkaListener(topics = "orders")
  public void onOrder(Order order) {
    book.enter(order);
    cleanups.defer("settle-" + order.id(), () -> book.settle(order));
  }

  public record Order(String id) {}

  public interface OrderBook {
    void enter(Order order);

    void settle(Order order);
  }
}
