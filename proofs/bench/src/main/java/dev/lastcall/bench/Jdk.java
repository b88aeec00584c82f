package dev.lastcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JDK to measure on.
 *
 * @param home its folder
 * @param label its name in the tables
 */
record Jdk(Path home, String label) {
  /** The one that runs this. */
  static Jdk ofThisProcess() {
    return of(Path.of(System.getProperty("java.home")));
  }

  static Jdk of(Path home) {
    Properties release = new Properties();
    try (var text = Files.newBufferedReader(home.resolve("release"))) {
      release.load(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("java: " + home + " (expected: the folder of a JDK)", e);
    }
    String version = release.getProperty("JAVA_VERSION", home.toString());
    return new Jdk(home, "JDK " + version.replace("\"", ""));
  }

  String command() {
    return home.resolve("bin/java").toString();
  }
}
