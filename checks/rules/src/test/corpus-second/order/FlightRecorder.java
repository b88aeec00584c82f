package air.recorder;

import dev.lastcall.defer.DeferScope;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

public class FlightRecorder {
  public void record(Path file, Stream<String> events) throws Exception {
    try (DeferScope scope = DeferScope.open()) {
      OutputStream raw = scope.closing(Files.newOutputStream(file));
      DeflaterOutputStream packed = scope.closing(new DeflaterOutputStream(raw));
      PrintWriter text = scope.closing(new PrintWriter(packed));
      events.forEach(text::println);
      if (text.checkError()) {
        throw new java.io.IOException("record is incomplete: " + file);
      }
    }
  }
}
