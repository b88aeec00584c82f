import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;

class CartService {
  private final CartStore store;

  CartService(CartStore store) {
    this.store = store;
  }

  @PreDestroy
  void flush() {
    CompletableFuture.runAsync(store::writeAll).whenComplete((done, failed) -> report(failed));
  }

  private static void report(Throwable failed) {
    System.out.println("carts written: " + (failed == null));
  }

  interface CartStore {
    void writeAll();
  }
}
