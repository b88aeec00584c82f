package gov.tax;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

public class TaxFeed {
    private final CountDownLatch gone = new CountDownLatch(1);
    private final KafkaConsumer<String, String> forms;

    public TaxFeed(Properties p) {
        forms = new KafkaConsumer<>(p);
    }

    public void pollForEver() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interruptPolling));
        try {
            forms.subscribe(List.of("forms"));
            while (true) {
                forms.poll(Duration.ofMinutes(1)).forEach(System.out::println);
            }
        } catch (WakeupException exiting) {
            System.err.println("leaving the poll loop");
        } finally {
            try {
                forms.close(Duration.ofSeconds(4));
            } finally {
                gone.countDown();
            }
        }
    }

    private void interruptPolling() {
        forms.wakeup();
        try {
            if (!gone.await(6, TimeUnit.SECONDS)) {
                System.err.println("consumer did not leave its group in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
