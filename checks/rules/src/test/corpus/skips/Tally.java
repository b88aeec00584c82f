import static java.lang.System.exit;

import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;

class Tally {
  private final Map<String, Integer> counts;

  Tally(Map<String, Integer> counts) {
    this.counts = counts;
  }

  void print(String file) throws IOException {
    PrintWriter out = new PrintWriter(new FileWriter(file));
    try {
      counts.forEach(
          (name, count) -> {
            if (count < 0) {
              exit(70);
            }
            out.println(name + " " + count);
          });
    } finally {
      out.flush();
      out.close();
    }
  }

  void printAll(Iterable<String> files) throws IOException {
    for (String file : files) {
      usage(file);
      print(file);
    }
    usage("");
  }

  private static void usage(String file) {
    if (file == null) {
      exit(64);
    }
  }
}
