package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTargetTest {
  private static final Order TEA = new Order("order-1", "tea", BigDecimal.ONE);
  private static final Deadline DEADLINE = Deadline.after(Duration.ofSeconds(10));

  @TempDir Path directory;

  @Test
  void keepsWhatTheBrokerDidNotTakeAndOnlyThat() throws Exception {
    Path file = directory.resolve(OutboxSpill.FILE);
    Broker broker = Broker.start(directory.resolve("broker"), Faults.none());
    OrderPublisher publisher = OrderPublisher.start(new OutboxSpill(file), Faults.none());
    OutboxTarget target = new OutboxTarget(publisher, file);

    target.rehearse(DEADLINE);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("broker"));
    }
    broker.stop();
    publisher.accept(TEA);
    target.flush(DEADLINE);
    assertThat(new OutboxSpill(file).read()).containsExactly(TEA);
  }
}
