import java.io.IOException;
import java.util.List;

public final class BuildDaemon {
  private Process compiler;

  public static void main(String[] args) throws Exception {
    BuildDaemon daemon = new BuildDaemon();
    daemon.compiler = new ProcessBuilder(List.of("compilerd", "--watch")).start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread("compilerd-stop") {
              @Override
              public void run() {
                daemon.compiler.destroy();
                try {
                  int code = daemon.compiler.waitFor();
                  System.err.println("compilerd ended with " + code);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            });
    System.exit(daemon.compiler.waitFor());
  }

  void restart() throws IOException, InterruptedException {
    compiler.destroy();
    compiler.waitFor();
    compiler = new ProcessBuilder("compilerd").start();
  }
}
