import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FirstRow {
  void export(List<String> rows) throws IOException {
    Path file = null;
    boolean registered = false;
    for (int i = 0; i < rows.size(); i++) {
      if (file == null) {
        file = Files.createTempFile("rows", ".csv");
      }
      if (!registered) {
        file.toFile().deleteOnExit();
        registered = true;
      }
      if (i == 0) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("rows left")));
      }
      Files.writeString(file, rows.get(i));
    }
  }
}
