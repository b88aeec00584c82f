import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;

public class Suppliers implements DisposableBean {
  private final AtomicReference<String> state = new AtomicReference<>("up");
  private final Supplier<String> name = () -> "suppliers";
  private final Roster roster = new Roster();

  @Override
  public void destroy() {
    System.err.println(name.get() + " was " + state.get() + roster.join() + roster.sync());
  }

  static final class Roster {
    String join() {
      return "joined";
    }

    String sync() {
      return "synced";
    }
  }
}
