import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

class Requests implements AutoCloseable {
  private final Channel channel;
  private final Mono<Void> goodbye;

  Requests(Channel channel, Mono<Void> goodbye) {
    this.channel = channel;
    this.goodbye = goodbye;
  }

  String ask(String question) throws ExecutionException, InterruptedException {
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> question);
    channel.writeAndFlush(question).sync();
    return answer.get();
  }

  @Override
  public void close() throws InterruptedException {
    goodbye.block(Duration.ofSeconds(2));
    goodbye.timeout(Duration.ofSeconds(2)).block();
    if (!channel.close().await(3, TimeUnit.SECONDS)) {
      throw new IllegalStateException("channel did not close");
    }
  }

  void later(CompletableFuture<String> answer) throws TimeoutException {
    answer.whenComplete((text, failure) -> answer.join());
  }
}
