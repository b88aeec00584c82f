import java.io.IOException;
import java.nio.channels.FileChannel;

class Journal {
  private final FileChannel channel;

  Journal(FileChannel channel) {
    this.channel = channel;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private void close() {
    try {
      channel.force(true);
      channel.close();
    } catch (IOException e) {
      System.err.println("journal: " + e);
      Runtime.getRuntime().halt(74);
    }
  }

  static final class Bus {
    void halt(int code) {
      System.err.println("bus halted with " + code);
    }
  }

  void halt(Bus bus) {
    bus.halt(0);
  }
}
