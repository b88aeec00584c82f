package shop.refunds;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public class RefundListener {
    public static void main(String[] args) {
        Properties p = new Properties();
        p.put("bootstrap.servers", args[0]);
        p.put("group.id", "refunds");
        KafkaConsumer<String, String> kc = new KafkaConsumer<>(p);
        kc.subscribe(List.of("refunds"));
        Runtime.getRuntime().addShutdownHook(new Thread(kc::close));
        while (true) {
            for (ConsumerRecord<String, String> r : kc.poll(Duration.ofMillis(250))) {
                System.out.println("refund " + r.key() + " " + r.value());
            }
        }
    }
}
