import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

class Nodes {
  private final List<Node> nodes = List.of();
  private Producer<String, String> producer;

  interface Node {
    java.util.concurrent.CompletionStage<Void> leave();
  }

  void install() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  for (Node node : nodes) {
                    node.leave().toCompletableFuture().join();
                  }
                  announce();
                }));
  }

  private void announce() {
    try {
      producer.send(new ProducerRecord<>("nodes", "left")).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      System.err.println("could not say goodbye: " + e.getCause());
    }
  }
}
