package dev.lastcall.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command {@code capability speed}: the costs of several ways over one tree, in turns. */
final class Speed {
  private final Path work = Path.of("proofs/capability/target/speed").toAbsolutePath();
  private final Peers peers = new Peers(Path.of("proofs/capability/peers"));
  private final Path tree =
      Path.of("proofs/capability/peers/kafka/target/sources").toAbsolutePath();
  private final List<Path> homes = new ArrayList<>();
  private int runs = 3;
  private int peerRuns = 3;

  private Speed() {}

  static void main(List<String> words) throws Exception {
    Speed speed = new Speed();
    Iterator<String> left = words.iterator();
    while (left.hasNext()) {
      String word = left.next();
      switch (word) {
        case "--java" -> speed.homes.add(Path.of(left.next()));
        case "--runs" -> speed.runs = Integer.parseInt(left.next());
        case "--peer-runs" -> speed.peerRuns = Integer.parseInt(left.next());
        default ->
            throw new IllegalArgumentException(word + " (expected: --java, --runs or --peer-runs)");
      }
    }
    if (speed.homes.isEmpty()) {
      speed.homes.add(Path.of(System.getProperty("java.home")));
    }
    speed.measure();
  }

  private void measure() throws Exception {
    List<Path> files = files();
    long lines = 0;
    for (Path file : files) {
      lines += Files.readAllLines(file).size();
    }
    System.out.printf("%d files, %d lines, %d runs in turns%n", files.size(), lines, runs);
    Path list = list(files);
    List<JsonNode> findings = new ArrayList<>();
    for (Path home : homes) {
      System.out.print(measure(home, list));
      Path file = work.resolve(home.getFileName() + "-findings.json");
      findings.add(new ObjectMapper().readTree(file.toFile()).path("findings"));
    }
    boolean isSame = findings.stream().distinct().count() == 1;
    System.out.println(
        "%nfindings: %s, %s"
            .formatted(
                findings.stream().map(JsonNode::size).toList(),
                isSame ? "the same" : "NOT the same"));
  }

  private String measure(Path home, Path list) throws Exception {
    Map<Way, List<Measured.Cost>> costs = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      for (Way way : Way.values()) {
        if (way == Way.ERROR_PRONE && run >= peerRuns) {
          continue;
        }
        System.err.printf("== %s %s %d%n", home.getFileName(), way, run + 1);
        costs.computeIfAbsent(way, key -> new ArrayList<>()).add(cost(home, way, list));
      }
    }
    return new SpeedTable(home.getFileName().toString(), costs).markdown();
  }

  private Measured.Cost cost(Path home, Way way, Path list) throws Exception {
    Path figures = work.resolve("figures");
    Files.deleteIfExists(figures);
    Path classes = work.resolve("classes");
    Capability.remove(classes);
    Files.createDirectories(classes);
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(way.jvm());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Measured.class.getName(),
            figures.toString()));
    command.addAll(
        way.arguments(
            new Way.Given(
                peers.classPath("kafka"),
                peers.classPath("error-prone"),
                System.getProperty("java.class.path"),
                classes,
                list,
                tree,
                work.resolve(home.getFileName() + "-findings.json"))));
    Path log = work.resolve(home.getFileName() + "-" + way + ".log");
    int code = Command.run(command, log);
    if (code > 1 || !Files.exists(figures)) {
      throw new IllegalStateException(way + ": " + code + " (expected: 0; see " + log + ")");
    }
    return Measured.Cost.read(figures);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    }
  }

  private Path list(List<Path> files) throws IOException {
    Files.createDirectories(work);
    return Files.writeString(
        work.resolve("files"),
        files.stream().map(Path::toString).collect(Collectors.joining("\n")));
  }
}
