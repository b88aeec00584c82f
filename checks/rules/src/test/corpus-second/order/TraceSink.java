package infra.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class TraceSink implements Closeable {
  private final OutputStream raw;
  private final Writer text;

  public TraceSink(Path file) throws IOException {
    raw = Files.newOutputStream(file);
    text = new OutputStreamWriter(raw, StandardCharsets.UTF_8);
  }

  public synchronized void trace(String span) throws IOException {
    text.write(span);
    text.write('\n');
  }

  @Override
  public void close() throws IOException {
    try (text) {
      raw.close();
    }
  }
}
