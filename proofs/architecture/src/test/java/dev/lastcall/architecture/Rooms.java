package dev.lastcall.architecture;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may know whom: the rooms, their arrows, and the libraries that each may name.
 *
 * <p>Every room may name the JDK and JSpecify. Rooms that are never shipped (examples, proofs) are
 * not listed, so nobody may know them.
 */
record Rooms(String root, Map<String, Room> table) {

  /** The rooms of this house. */
  static final Rooms OF_THE_HOUSE =
      new Rooms(
          "dev.lastcall.",
          Map.ofEntries(
              entry("api", room()),
              entry("defer", room("api")),
              entry("exit", room("defer", "api")),
              entry("flush", room("api")),
              entry("report", room("api")),
              entry("journal", room("api")),
              entry("spool", room("journal", "defer", "api")),
              entry("durable", room("journal", "defer", "api")),
              entry("recorder", room("journal", "report", "defer", "api")),
              entry(
                  "audit",
                  room("spool", "journal", "defer", "api").naming("com.fasterxml.jackson.core.")),
              entry(
                  "micrometer",
                  room("defer", "api").naming("io.micrometer.", "io.prometheus.metrics.")),
              entry("jfr", room("defer", "api")),
              entry("opentelemetry", room("defer", "api").naming("io.opentelemetry.")),
              entry("jul", room("spool", "journal", "api")),
              entry("runtime", room("exit", "flush", "report", "defer", "api")),
              entry(
                  "logback",
                  room("spool", "journal", "api").naming("ch.qos.logback.", "org.slf4j.")),
              entry("log4j2", room("spool", "journal", "api").naming("org.apache.logging.log4j.")),
              entry("page", room("report", "api").naming("com.fasterxml.jackson.")),
              entry("source", room()),
              entry("patterns", room("source")),
              entry("rules", room("patterns", "source")),
              entry("javac", room("patterns", "rules", "source")),
              entry(
                  "errorprone",
                  room("patterns", "rules", "source").naming("com.google.errorprone.")),
              entry(
                  "maven", room("lint", "patterns", "rules", "source").naming("org.apache.maven.")),
              entry("lint", room("source").naming("com.fasterxml.jackson.", "com.github.difflib.")),
              entry(
                  "cli",
                  room(
                          "audit",
                          "durable",
                          "jfr",
                          "journal",
                          "lint",
                          "page",
                          "patterns",
                          "recorder",
                          "report",
                          "rules",
                          "source",
                          "spool",
                          "api")
                      .naming("picocli.", "com.fasterxml.jackson."))));

  private static final Set<String> EVERYWHERE =
      Set.of("java.", "javax.", "jdk.", "com.sun.", "sun.", "org.jspecify.annotations.");

  /**
   * One row.
   *
   * @param uses the rooms that it may know
   * @param libraries the package prefixes that it may name
   */
  record Room(Set<String> uses, Set<String> libraries) {
    Room naming(String... prefixes) {
      return new Room(uses, Set.of(prefixes));
    }
  }

  static Room room(String... uses) {
    return new Room(Set.of(uses), Set.of());
  }

  /** The room of a package, empty for packages outside the house. */
  Optional<String> roomOf(String packageName) {
    if (!packageName.startsWith(root)) {
      return Optional.empty();
    }
    String rest = packageName.substring(root.length());
    int dot = rest.indexOf('.');
    return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
  }

  /** Whether a class of one package may name a class of another. */
  boolean allows(String fromPackage, String toPackage) {
    Room from = table.get(roomOf(fromPackage).orElse(""));
    if (from == null) {
      return false;
    }
    return roomOf(toPackage)
        .map(to -> toPackage.equals(fromPackage) || from.uses().contains(to))
        .orElseGet(() -> isOneOf(toPackage, EVERYWHERE) || isOneOf(toPackage, from.libraries()));
  }

  private static boolean isOneOf(String packageName, Set<String> prefixes) {
    return prefixes.stream().anyMatch(prefix -> (packageName + ".").startsWith(prefix));
  }
}
