package post.stamps;

import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

public class StampCollector {
    private final KafkaConsumer<String, String> mail;
    private final Thread reader = new Thread(this::read, "stamp-reader");

    public StampCollector(Properties p) {
        mail = new KafkaConsumer<>(p);
    }

    public void start() {
        reader.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::finish));
    }

    private void read() {
        mail.subscribe(Set.of("mail"));
        try {
            while (true) {
                mail.poll(Duration.ofSeconds(5)).forEach(r -> System.out.println(r.key()));
            }
        } catch (WakeupException e) {
            System.err.println("reader leaves");
        }
    }

    private void finish() {
        mail.wakeup();
        try {
            reader.join(4_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (reader.isAlive()) {
            System.err.println("reader hangs, its consumer is left to the session timeout");
            return;
        }
        // nobody else has it any more
        mail.close(Duration.ofSeconds(3));
    }
}
