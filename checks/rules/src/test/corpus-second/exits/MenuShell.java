package kiosk.menu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.Map;

public class MenuShell {
  private final Map<String, Runnable> commands = new LinkedHashMap<>();
  private boolean over;

  private void exit(int ignored) {
    over = true;
  }

  public void loop() throws IOException {
    Runnable chosen = () -> {};
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
      commands.put("leave", () -> exit(0));
      commands.put("abort", () -> System.exit(9));
      commands.put("help", () -> System.out.println(commands.keySet()));
      String word;
      while ((word = in.readLine()) != null && commands.containsKey(word)) {
        chosen = commands.get(word);
      }
    }
    chosen.run();
    System.out.println(over ? "bye" : "done");
  }

  public static void main(String[] args) throws IOException {
    new MenuShell().loop();
  }
}
