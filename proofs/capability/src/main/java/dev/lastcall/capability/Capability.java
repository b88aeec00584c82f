package dev.lastcall.capability;

import dev.lastcall.api.Cleanups;
import dev.lastcall.defer.DeferScope;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code capability}: what our checks and other tools find in the corpus. */
public final class Capability {
  private static final String USAGE =
      """
      usage: capability [--corpus FOLDER] [--sonar VERSION FILE] [--only TOOL] [--details]
             capability --lay FOLDER
             capability speed [--java HOME]... [--runs N] [--peer-runs N]

      Prints, in Markdown, what our checks and other tools find in a labelled corpus; or, with
      speed, what they cost.

      --corpus FOLDER       another corpus (default: checks/rules/src/test/corpus)
      --sonar VERSION FILE  adds SonarJava, from a server's answers to /api/issues/search, one a line
      --only TOOL           only this one: lastcall, error-prone, spotbugs, pmd, sonar-java, …
      --details             also each rule of a tool that spoke of our matters, right and wrong
      --lay FOLDER          only lays out the corpus as the tools get it
      """;

  private final Path work = Path.of("proofs/capability/target/run");
  private final Peers peers = new Peers(Path.of("proofs/capability/peers"));
  private Path from = Path.of("checks/rules/src/test/corpus");
  private boolean details;
  private String only = "";
  private final List<Tool> more = new ArrayList<>();

  private Capability() {}

  /**
   * Looks, and prints.
   *
   * @param args see {@code --help}
   * @throws Exception if a tool cannot be run
   */
  public static void main(String[] args) throws Exception {
    List<String> words = List.of(args);
    try {
      if (words.contains("--help")) {
        System.out.print(USAGE);
      } else if (words.size() > 1 && words.get(0).equals("--lay")) {
        Corpus.lay(new Capability().from, List.of(), Path.of(words.get(1)).toAbsolutePath());
      } else if (!words.isEmpty() && words.get(0).equals("speed")) {
        Speed.main(words.subList(1, words.size()));
      } else {
        System.out.print(new Capability().options(words.iterator()).table());
      }
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  private Capability options(Iterator<String> words) {
    while (words.hasNext()) {
      String word = words.next();
      switch (word) {
        case "--corpus" -> from = Path.of(words.next());
        case "--sonar" -> more.add(new Sonar(words.next(), Path.of(words.next())));
        case "--details" -> details = true;
        case "--only" -> only = words.next();
        default -> throw new IllegalArgumentException(word + "\n\n" + USAGE);
      }
    }
    return this;
  }

  private String table() throws Exception {
    remove(work);
    Corpus corpus = Corpus.lay(from, List.of(), work.resolve("tree").toAbsolutePath());
    Ground ground = Ground.of(corpus, libraries(), work.toAbsolutePath());
    Table table = new Table(ground, Topics.shipped());
    List<Tool> tools =
        new ArrayList<>(
            List.of(
                new OurChecks(),
                JavacPeer.errorProne(peers, false),
                JavacPeer.errorProne(peers, true),
                new SpotBugs(peers),
                new Pmd(peers),
                JavacPeer.resourceLeaks(peers)));
    tools.addAll(more);
    tools.removeIf(tool -> !only.isEmpty() && !tool.name().equals(only));
    for (Tool tool : tools) {
      System.err.println("== " + tool.label());
      table.add(tool, tool.look(ground));
    }
    return table.markdown() + (details ? table.details() : "");
  }

  /** What the corpus imports: other people's libraries, and our own. */
  private String libraries() throws URISyntaxException {
    List<String> entries = new ArrayList<>(List.of(peers.classPath("corpus")));
    for (Class<?> own : List.of(Cleanups.class, DeferScope.class)) {
      entries.add(
          Path.of(own.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
