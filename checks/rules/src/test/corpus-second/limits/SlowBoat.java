package ship.slowboat;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;

public class SlowBoat {
    public static void main(String[] args) throws InterruptedException {
        Properties p = new Properties();
        p.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
        p.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) Duration.ofHours(6).toMillis());
        KafkaProducer<String, String> producer = new KafkaProducer<>(p);
        CountDownLatch quit = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            quit.countDown();
            producer.close(Duration.ofMillis(12_345));
        }));
        // runs until somebody ends it
        boolean ended = quit.await(Long.MAX_VALUE, TimeUnit.DAYS);
        System.out.println("ended: " + ended);
    }
}
