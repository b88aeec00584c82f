import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class Migration {
  private final Path lockFile = Path.of("migration.lock");

  void run(Iterable<Step> steps) throws IOException {
    Files.createFile(lockFile);
    try {
      for (Step step : steps) {
        if (!step.apply()) {
          abort("step failed: " + step);
        }
      }
    } catch (UnsupportedOperationException e) {
      Runtime.getRuntime().exit(78);
    } finally {
      lockFile.toFile().delete();
    }
  }

  private void abort(String reason) {
    System.err.println(reason);
    System.exit(1);
  }

  interface Step {
    boolean apply();
  }
}
