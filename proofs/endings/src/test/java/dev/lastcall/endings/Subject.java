package dev.lastcall.endings;

import static java.time.Duration.ofMillis;

import dev.lastcall.runtime.Lastcall;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program whose end is looked at: a service with one {@link Scenario} wired into it. */
final class Subject {
  private Subject() {}

  /**
   * Serves until the scenario ends the process.
   *
   * @param arguments the scenario's name and the grace period in milliseconds
   * @throws Exception as the scenario does
   */
  public static void main(String[] arguments) throws Exception {
    Scenario scenario = Scenario.valueOf(arguments[0]);
    Lastcall lastcall =
        Lastcall.builder()
            .gracePeriod(ofMillis(Long.parseLong(arguments[1])))
            .reportDirectory(Path.of("reports"))
            .install();
    scenario.wire(lastcall);
    lastcall.ready();
    System.out.println("serving");
    Files.createFile(Path.of("served"));
    scenario.serve(lastcall);
  }
}
