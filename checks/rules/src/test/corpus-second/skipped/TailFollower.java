package ops.tail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class TailFollower {
  private final Map<Path, BufferedReader> open = new ConcurrentHashMap<>();

  public TailFollower() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "tail-exit"));
  }

  public String next(Path log) throws IOException {
    BufferedReader r = open.get(log);
    if (r == null) {
      r = Files.newBufferedReader(log);
      open.put(log, r);
    }
    return r.readLine();
  }

  private void closeAll() {
    try {
      for (BufferedReader r : open.values()) {
        r.close();
      }
      open.clear();
    } catch (IOException e) {
      System.err.println("tails left open: " + e);
    }
  }
}
