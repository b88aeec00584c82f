package factory.crib;

import dev.lastcall.api.PlainCleanup;
import dev.lastcall.defer.DeferScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class ToolCrib {
  enum Keep { NOTHING, LOGS, ALL }

  public void work(Path dir, Keep keep) throws IOException {
    Path log = Files.createTempFile(dir, "crib", ".log");
    Path scratch = Files.createTempFile(dir, "crib", ".tmp");
    PlainCleanup tidy = switch (keep) {
      case NOTHING -> () -> {
        try {
          Files.deleteIfExists(log);
        } finally {
          scratch.toFile().delete();
        }
      };
      case LOGS -> () -> Files.deleteIfExists(scratch);
      case ALL -> () -> {};
    };
    try (DeferScope scope = DeferScope.open()) {
      scope.defer("tidy", tidy);
      Files.writeString(log, "working in " + dir);
    }
  }
}
