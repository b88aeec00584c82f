package dev.lastcall.capability;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** SpotBugs and fb-contrib at full effort and the lowest threshold. */
final class SpotBugs implements Tool {
  private final Peers peers;

  SpotBugs(Peers peers) {
    this.peers = peers;
  }

  @Override
  public String label() {
    return "SpotBugs %s + fb-contrib %s"
        .formatted(
            JavacPeer.version(peers.jar("spotbugs", "spotbugs-4")),
            JavacPeer.version(peers.jar("spotbugs", "sb-contrib-")));
  }

  @Override
  public String name() {
    return "spotbugs";
  }

  @Override
  public boolean wantsClasses() {
    return true;
  }

  @Override
  public List<Report> look(Ground ground) throws Exception {
    Path result = ground.work().resolve("spotbugs.xml");
    Command.run(
        List.of(
            Command.tool("java"),
            "-Xmx2g",
            "-cp",
            peers.classPath("spotbugs"),
            "edu.umd.cs.findbugs.FindBugs2",
            "-pluginList",
            peers.jar("spotbugs", "sb-contrib-").toString(),
            "-effort:max",
            "-low",
            "-experimental",
            "-xml",
            "-output",
            result.toString(),
            "-auxclasspath",
            ground.libraries().replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
            ground.classes().toString()),
        ground.work().resolve("spotbugs.log"));
    return read(Xml.read(result), ground.corpus());
  }

  /**
   * The line of a bug is that of its instruction; a bug without one is at its method's or class's.
   */
  static List<Report> read(Document document, Corpus corpus) {
    List<Report> reports = new ArrayList<>();
    for (Element bug : Xml.below(document.getDocumentElement(), "BugInstance")) {
      List<Element> lines = Xml.children(bug, "SourceLine");
      if (lines.isEmpty()) {
        lines = Xml.below(bug, "SourceLine");
      }
      for (Element line : lines) {
        String start = line.getAttribute("start");
        if (!start.isEmpty()) {
          corpus
              .ending(line.getAttribute("sourcepath"))
              .ifPresent(
                  file ->
                      reports.add(
                          Report.at(
                              file.name(), Integer.parseInt(start), bug.getAttribute("type"))));
        }
      }
    }
    return reports;
  }
}
