package demo.words;

import java.util.Arrays;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;

public class WordCountApp {
    public static void main(String[] args) {
        Properties cfg = new Properties();
        cfg.put("application.id", "words");
        cfg.put("bootstrap.servers", args[0]);

        StreamsBuilder b = new StreamsBuilder();
        KStream<String, String> lines = b.stream("lines");
        lines.flatMapValues(l -> Arrays.asList(l.toLowerCase().split("\\W+"))).to("words");

        final KafkaStreams topology = new KafkaStreams(b.build(), cfg);
        Runtime.getRuntime().addShutdownHook(new Thread(topology::close, "streams-exit"));
        topology.start();
    }
}
