package home.aquarium;

import io.quarkus.runtime.Shutdown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

@ApplicationScoped
public class AquariumControl {
  private final Deque<Callable<Void>> undo = new ArrayDeque<>();

  public void onLeave(Callable<Void> c) {
    undo.push(c);
  }

  @Shutdown
  void leave() throws Exception {
    while (!undo.isEmpty()) {
      undo.pop().call();
    }
  }
}
