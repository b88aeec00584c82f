package ops.replay;

import dev.lastcall.defer.DeferScope;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

public class ReplayTool {
    public long replay(Properties props, String topic, int partition) {
        TopicPartition tp = new TopicPartition(topic, partition);
        long count = 0;
        try (DeferScope scope = DeferScope.open()) {
            KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(props);
            scope.defer("consumer", () -> consumer.close(Duration.ofSeconds(2)));
            consumer.assign(List.of(tp));
            consumer.seekToBeginning(List.of(tp));
            long end = consumer.endOffsets(List.of(tp)).get(tp);
            while (consumer.position(tp) < end) {
                count += consumer.poll(Duration.ofMillis(200)).count();
            }
        }
        return count;
    }
}
