package build.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class RepoWorkspace {
  @FunctionalInterface
  public interface Step {
    void in(Path dir) throws IOException;
  }

  public void inTempDir(Step step) throws IOException {
    Path dir = Files.createTempDirectory("ws");
    try {
      step.in(dir);
    } finally {
      removed(dir);
    }
  }

  private static void removed(Path dir) throws IOException {
    Files.delete(dir);
    System.out.println("removed " + dir);
  }
}
