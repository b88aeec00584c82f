package rail.board;

import java.time.Duration;
import java.util.Collections;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public class TrainBoard {
    static class Departures implements Runnable, AutoCloseable {
        private final KafkaConsumer<String, String> kc;

        Departures(Properties p) {
            kc = new KafkaConsumer<>(p);
        }

        @Override
        public void run() {
            kc.subscribe(Collections.singleton("departures"));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, String> r : kc.poll(Duration.ofMillis(400))) {
                    System.out.println(r.key() + "  " + r.value());
                }
            }
        }

        @Override
        public void close() {
            kc.close(Duration.ofMillis(1_500));
        }
    }

    public static void main(String[] args) {
        Properties p = new Properties();
        p.put("bootstrap.servers", args[0]);
        p.put("group.id", "board");
        Departures d = new Departures(p);
        new Thread(d, "departures").start();
        Runtime.getRuntime().addShutdownHook(new Thread(d::close));
    }
}
