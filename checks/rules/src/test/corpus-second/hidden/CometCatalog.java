package space.comets;

import com.google.common.io.Closer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

public class CometCatalog {
  public void translate(Path from, Path to) throws IOException {
    Closer closer = Closer.create();
    try {
      BufferedReader r = closer.register(Files.newBufferedReader(from));
      Writer w = closer.register(Files.newBufferedWriter(to));
      for (String s = r.readLine(); s != null; s = r.readLine()) {
        w.append(s.strip()).append('\n');
      }
    } catch (Throwable t) {
      throw closer.rethrow(t);
    } finally {
      closer.close();
    }
  }
}
