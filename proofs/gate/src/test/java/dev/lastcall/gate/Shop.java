package dev.lastcall.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A small project with faults, a copy of {@code src/test/projects/shop}, built by a Maven of its
 * own.
 *
 * <p>That Maven takes our jars from a throw-away repository, into which they are copied as {@code
 * mvn install} would put them, and everything else from the repository of the build that these
 * tests run in, which it only reads. It never asks the network.
 */
final class Shop {
  /** What is found in the main sources, as {@code FILE:LINE RULE}. */
  static final Set<String> FINDINGS =
      new TreeSet<>(
          Set.of("Doorman.java:20 LC0201", "Outbox.java:15 LC0201", "Outbox.java:22 LC0904"));

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String VERSION = System.getProperty("lastcall.version", "");
  private static final Map<String, String> ROOMS =
      Map.of(
          "lastcall-source", "checks/source",
          "lastcall-patterns", "checks/patterns",
          "lastcall-rules", "checks/rules",
          "lastcall-lint", "checks/lint",
          "lastcall-javac", "checks/javac",
          "lastcall-errorprone", "checks/errorprone",
          "lastcall-maven-plugin", "checks/maven");

  private final Path folder;
  private final Path repository = Path.of("target", "repository").toAbsolutePath();
  private String log = "";

  private Shop(Path folder) {
    this.folder = folder;
  }

  static Shop in(Path folder) throws IOException {
    Shop shop = new Shop(folder.toRealPath());
    Path original = Path.of("src", "test", "projects", "shop");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = shop.folder.resolve(original.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    shop.replaceInPom("@version.slf4j@", System.getProperty("version.slf4j", ""));
    shop.replaceInPom("@version.jetty@", System.getProperty("version.jetty", ""));
    shop.stock();
    return shop;
  }

  Path folder() {
    return folder;
  }

  /** What the last build wrote. */
  String log() {
    return log;
  }

  /** Puts a snippet of {@code deploy/ci} into the pom, where it says it belongs. */
  Shop with(String snippet, String... replacements) throws IOException {
    String text = Files.readString(ROOT.resolve("deploy/ci").resolve(snippet));
    for (int i = 0; i < replacements.length; i += 2) {
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    replaceInPom(text.contains("<profile>") ? "<!-- profiles -->" : "<!-- plugins -->", text);
    return this;
  }

  /** Gives Maven the options of {@code deploy/ci/jvm.config}. */
  Shop withOptionsOfTheJvm() throws IOException {
    Files.createDirectories(folder.resolve(".mvn"));
    Files.copy(ROOT.resolve("deploy/ci/jvm.config"), folder.resolve(".mvn/jvm.config"));
    return this;
  }

  /** Runs Maven; returns its exit code. */
  int mvn(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home", ""), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-s", settings().toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("maven.log");
    ProcessBuilder maven = new ProcessBuilder(command).directory(folder.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().remove("MAVEN_OPTS");
    maven.environment().remove("MAVEN_ARGS");
    Files.createDirectories(folder.resolve(".mvn"));
    Process process = maven.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    log = Files.readString(output, StandardCharsets.UTF_8);
    return process.waitFor();
  }

  /** The findings that the last build told, as {@code FILE:LINE RULE}. */
  Set<String> told() {
    return found("([A-Z]\\w+\\.java):\\[(\\d+),\\d+\\] .*?\\[(LC\\d{4})", log);
  }

  static Set<String> found(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1) + ":" + matcher.group(2) + " " + matcher.group(3));
    }
    return found;
  }

  private void replaceInPom(String old, String text) throws IOException {
    Path pom = folder.resolve("pom.xml");
    Files.writeString(pom, Files.readString(pom).replace(old, text));
  }

  private Path settings() throws IOException {
    Path built = Path.of(System.getProperty("settings.localRepository", ""));
    return Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors>
            <mirror><id>built</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
          </mirrors>
        </settings>
        """
            .formatted(repository, built.toUri()));
  }

  private void stock() throws IOException {
    stock("lastcall-parent", "", false);
    stock("lastcall-bom", "bom", false);
    ROOMS.forEach(
        (artifact, room) -> {
          try {
            stock(artifact, room, true);
          } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
          }
        });
  }

  private void stock(String artifact, String room, boolean jar) throws IOException {
    Path shelf = repository.resolve("dev/lastcall").resolve(artifact).resolve(VERSION);
    Files.createDirectories(shelf);
    String name = artifact + "-" + VERSION;
    Files.copy(
        ROOT.resolve(room).resolve("pom.xml"),
        shelf.resolve(name + ".pom"),
        StandardCopyOption.REPLACE_EXISTING);
    if (jar) {
      Files.copy(
          ROOT.resolve(room).resolve("target").resolve(name + ".jar"),
          shelf.resolve(name + ".jar"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
