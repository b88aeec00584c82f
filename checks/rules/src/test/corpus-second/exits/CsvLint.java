package tools.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class CsvLint {
  public static void main(String[] argv) throws IOException {
    Path in = Path.of(argv[0]);
    try (BufferedWriter report = Files.newBufferedWriter(Path.of(argv[1]))) {
      List<String> rows = Files.readAllLines(in);
      int columns = rows.get(0).split(";").length;
      for (int i = 1; i < rows.size(); i++) {
        int n = rows.get(i).split(";").length;
        report.write(i + ": " + n + " columns");
        report.newLine();
        if (n != columns) {
          System.err.println("row " + i + " is broken");
          System.exit(2);
        }
      }
    }
  }
}
