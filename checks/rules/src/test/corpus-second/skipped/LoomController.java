package craft.loom;

import dev.lastcall.defer.DeferScope;
import java.io.Closeable;
import java.io.IOException;

public class LoomController implements Closeable {
  private final Closeable shuttle;
  private final Closeable heddle;
  private final Closeable beam;

  public LoomController(Closeable shuttle, Closeable heddle, Closeable beam) {
    this.shuttle = shuttle;
    this.heddle = heddle;
    this.beam = beam;
  }

  @Override
  public void close() throws IOException {
    try (DeferScope all = DeferScope.open()) {
      all.defer("beam", beam::close);
      all.defer("heddle", heddle::close);
      all.defer("shuttle", shuttle::close);
    }
  }
}
