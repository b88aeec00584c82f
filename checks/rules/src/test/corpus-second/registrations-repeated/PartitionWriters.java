import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

public final class PartitionWriters {
  private final Map<Integer, Writer> byPartition = new LinkedHashMap<>();

  public PartitionWriters(Path dir, int partitions) {
    IntStream.range(0, partitions).forEach(p -> byPartition.put(p, newWriter(dir, p)));
  }

  private static Writer newWriter(Path dir, int p) {
    try {
      Writer w = Files.newBufferedWriter(dir.resolve("part-" + p));
      flushOnExit(w);
      return w;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flushOnExit(Writer w) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        w.flush();
      } catch (IOException e) {
        System.err.println("lost tail of partition: " + e);
      }
    }));
  }

  public Writer of(int partition) {
    return byPartition.get(partition);
  }
}
