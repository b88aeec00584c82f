import dev.lastcall.defer.DeferScope;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class Importer {
  private final Ledger ledger = new Ledger();

  int load(List<Path> files) throws IOException {
    int rows = 0;
    try (DeferScope scope = DeferScope.open()) {
      for (Path file : files) {
        BufferedReader reader = Files.newBufferedReader(file);
        scope.defer("close " + file, reader::close);
        rows += ledger.book(reader);
      }
    }
    return rows;
  }

  static final class Ledger {
    int book(BufferedReader reader) throws IOException {
      int rows = 0;
      while (reader.readLine() != null) {
        rows++;
      }
      return rows;
    }
  }
}
