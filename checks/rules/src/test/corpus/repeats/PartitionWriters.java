import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One output file per partition of the topic. */
public class PartitionWriters {
  private final List<Writer> writers = new ArrayList<>();

  public void open(Path directory, int partitions) throws IOException {
    for (int partition = 0; partition < partitions; partition++) {
      Writer writer = Files.newBufferedWriter(directory.resolve("part-" + partition));
      writers.add(writer);
      Thread closer = new Thread(() -> close(writer), "close-part-" + partition);
      Runtime.getRuntime().addShutdownHook(closer);
    }
  }

  public void write(int partition, String line) throws IOException {
    writers.get(partition).write(line);
  }

  private static void close(Writer writer) {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
