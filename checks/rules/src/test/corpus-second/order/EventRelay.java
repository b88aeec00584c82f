package event.relay;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

public class EventRelay {
    private final BlockingQueue<String> in = new LinkedBlockingQueue<>();
    private final Producer<String, String> out;
    private volatile boolean stop;

    public EventRelay(Producer<String, String> out) {
        this.out = out;
        Thread pump = new Thread(this::pump, "pump");
        pump.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown(pump)));
    }

    private void pump() {
        try {
            while (!stop || !in.isEmpty()) {
                String e = in.poll(100, TimeUnit.MILLISECONDS);
                if (e != null) {
                    out.send(new ProducerRecord<>("events", e));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void shutdown(Thread pump) {
        out.close(Duration.ofSeconds(3));
        stop = true;
        try {
            pump.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
