package etl.merge;

import dev.lastcall.defer.DeferScope;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class CsvMerge {
  /** Appends the files one after the other. */
  public void concat(List<Path> parts, Path whole) throws Exception {
    try (DeferScope scope = DeferScope.open()) {
      BufferedWriter out = scope.closing(Files.newBufferedWriter(whole));
      for (int i = 0; i < parts.size(); i++) {
        Path part = parts.get(i);
        BufferedReader in = Files.newBufferedReader(part);
        scope.defer("part-" + i, in::close);
        String line;
        while ((line = in.readLine()) != null) {
          out.write(line);
          out.newLine();
        }
      }
    }
  }
}
