import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Scanner;

public class Tool {
  public static void main(String[] args) {
    try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
      Properties settings = new Properties();
      settings.load(in);
      if (settings.isEmpty()) {
        System.exit(78);
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(66);
    }
    Scanner scanner = new Scanner(System.in);
    try {
      while (scanner.hasNextLine()) {
        if (scanner.nextLine().equals("quit")) {
          System.exit(0);
        }
      }
    } finally {
      scanner.close();
    }
  }

  static String first(Scanner reader) {
    String line = null;
    try {
      line = reader.nextLine();
    } finally {
      if (line == null) {
        System.exit(66);
      }
      reader.close();
    }
    return line;
  }
}
