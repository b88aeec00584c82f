import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

class Signup {
  private final Executor mails = Executors.newCachedThreadPool(r -> new Thread(r, "mail"));

  CompletableFuture<Void> welcome(String user) {
    return CompletableFuture.runAsync(() -> System.out.println("welcome " + user), mails);
  }
}
