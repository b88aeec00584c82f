import java.util.Scanner;

public class Shell {
  private final Session session = new Session();

  public static void main(String[] args) {
    Shell shell = new Shell();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shell.leave(false)));
    shell.read(new Scanner(System.in));
  }

  private void read(Scanner lines) {
    while (lines.hasNextLine()) {
      String line = lines.nextLine();
      if (line.equals("quit")) {
        leave(true);
      }
      session.run(line);
    }
  }

  private void leave(boolean exit) {
    session.end();
    if (exit) {
      System.exit(0);
    }
  }

  static final class Session {
    void run(String line) {
      System.out.println(line);
    }

    void end() {
      System.out.flush();
    }
  }
}
