package dev.lastcall.capability;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** PMD with all of its rules for Java. */
final class Pmd implements Tool {
  private static final List<String> CATEGORIES =
      List.of(
          "bestpractices",
          "codestyle",
          "design",
          "documentation",
          "errorprone",
          "multithreading",
          "performance",
          "security");

  private final Peers peers;

  Pmd(Peers peers) {
    this.peers = peers;
  }

  @Override
  public String label() {
    return "PMD " + JavacPeer.version(peers.jar("pmd", "pmd-java-"));
  }

  @Override
  public String name() {
    return "pmd";
  }

  @Override
  public boolean wantsClasses() {
    return false;
  }

  @Override
  public List<Report> look(Ground ground) throws Exception {
    Path result = ground.work().resolve("pmd.xml");
    Command.run(
        List.of(
            Command.tool("java"),
            "-cp",
            peers.classPath("pmd"),
            "net.sourceforge.pmd.cli.PmdCli",
            "check",
            "--no-cache",
            "--no-progress",
            "--no-fail-on-violation",
            "--no-fail-on-error",
            "--aux-classpath",
            ground.classes() + File.pathSeparator + ground.libraries(),
            "-R",
            CATEGORIES.stream()
                .map(each -> "category/java/" + each + ".xml")
                .collect(Collectors.joining(",")),
            "-f",
            "xml",
            "-r",
            result.toString(),
            "-d",
            ground.work().resolve("tree").toString()),
        ground.work().resolve("pmd.log"));
    return read(Xml.read(result), ground.corpus());
  }

  static List<Report> read(Document document, Corpus corpus) {
    List<Report> reports = new ArrayList<>();
    for (Element file : Xml.below(document.getDocumentElement(), "file")) {
      Stream<Element> violations = Xml.below(file, "violation").stream();
      corpus
          .at(Path.of(file.getAttribute("name")))
          .ifPresent(
              known ->
                  violations.forEach(
                      each ->
                          reports.add(
                              Report.at(
                                  known.name(),
                                  Integer.parseInt(each.getAttribute("beginline")),
                                  each.getAttribute("rule")))));
    }
    return reports;
  }
}
