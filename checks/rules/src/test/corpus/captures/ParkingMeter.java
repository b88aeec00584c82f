import java.io.FileWriter;
import java.io.IOException;

class ParkingMeter {
  private final FileWriter journal;

  ParkingMeter(FileWriter journal) {
    this.journal = journal;
  }

  void start() {
    Thread stop = new Thread(this::finish, "meter-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    stop.run();
  }

  private void finish() {
    try {
      journal.flush();
    } catch (IOException e) {
      System.err.println("journal: " + e);
    }
  }
}
