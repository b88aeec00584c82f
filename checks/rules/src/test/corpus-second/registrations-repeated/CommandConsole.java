package robot.console;

import java.io.IOException;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

public class CommandConsole {
    public static void main(String[] args) throws IOException {
        Scanner keys = new Scanner(System.in);
        while (keys.hasNextLine()) {
            String line = keys.nextLine();
            switch (line.split(" ")[0]) {
                case "run" -> spawn(line.substring(4).split(" "));
                case "quit" -> {
                    return;
                }
                default -> System.out.println("?");
            }
        }
    }

    private static void spawn(String[] cmd) throws IOException {
        Process child = new ProcessBuilder(cmd).inheritIO().start();
        Thread killer = new Thread() {
            @Override
            public void run() {
                child.destroy();
                try {
                    if (!child.waitFor(2, TimeUnit.SECONDS)) {
                        child.destroyForcibly();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        Runtime.getRuntime().addShutdownHook(killer);
    }
}
