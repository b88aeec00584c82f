import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

class Console {
  private final Map<String, Runnable> commands = new HashMap<>();

  int run(PrintWriter target) {
    try (PrintWriter out = target) {
      commands.put("quit", () -> System.exit(0));
      Runnable later = () -> System.exit(1);
      Thread watcher = new Thread(() -> System.exit(2));
      watcher.setDaemon(true);
      watcher.start();
      out.println(commands.size() + " commands, " + later);
      return 0;
    }
  }

  public static void main(String[] args) throws IOException {
    int code;
    try (PrintWriter out = new PrintWriter("console.log")) {
      code = new Console().run(out);
    }
    System.exit(code);
  }
}
