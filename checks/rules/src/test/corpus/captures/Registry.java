import java.util.ArrayList;
import java.util.List;

class Registry {
  private final List<AutoCloseable> plugins = new ArrayList<>();

  Registry() {
    List<AutoCloseable> all = new ArrayList<>(plugins);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> all.forEach(Registry::close)));
  }

  void install(AutoCloseable plugin) {
    plugins.add(plugin);
  }

  private static void close(AutoCloseable plugin) {
    System.err.println("closing " + plugin);
  }
}
