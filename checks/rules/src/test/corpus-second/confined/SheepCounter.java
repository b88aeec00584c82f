package farm.sheep;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

public class SheepCounter {
  private long sheep;

  public void count(Consumer<Long, String> meadow, Lastcall lastcall) {
    meadow.subscribe(List.of("sheep"));
    var spec = CleanupSpec.named("meadow").within(Duration.ofSeconds(4));
    lastcall.defer(spec, () -> meadow.close(Duration.ofSeconds(3)));
    for (;;) {
      ConsumerRecords<Long, String> batch = meadow.poll(Duration.ofSeconds(1));
      sheep += batch.count();
      if (!batch.isEmpty()) {
        System.out.println(sheep);
      }
    }
  }
}
