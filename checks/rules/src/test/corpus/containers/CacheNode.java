import jakarta.annotation.PreDestroy;

public class CacheNode {
  @PreDestroy
  void leave(String reason) {
    System.out.println("left: " + reason);
  }
}
