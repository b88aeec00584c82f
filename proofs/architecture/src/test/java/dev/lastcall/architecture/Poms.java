package dev.lastcall.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The poms of the house, read as plain XML. */
final class Poms {
  private Poms() {}

  /**
   * One pom.
   *
   * @param folder where it lies, relative to the root
   * @param project its root element
   */
  record Pom(String folder, Element project) {
    String artifactId() {
      return text(project, "artifactId");
    }

    /** Its own version, or its parent's. */
    String version() {
      return children(project, "version")
          .findFirst()
          .map(Element::getTextContent)
          .orElseGet(() -> text(child(project, "parent"), "version"));
    }

    boolean isShipped() {
      return children(project, "packaging").noneMatch(kind -> kind.getTextContent().equals("pom"))
          && !sets("lastcall.unshipped");
    }

    boolean sets(String property) {
      return children(project, "properties")
          .flatMap(properties -> children(properties, property))
          .findAny()
          .isPresent();
    }

    List<String> modules() {
      return children(project, "modules")
          .flatMap(modules -> children(modules, "module"))
          .map(Element::getTextContent)
          .toList();
    }

    /** Our own artifacts that it depends on. */
    List<String> ownDependencies() {
      return ownArtifacts(project, dependency -> true);
    }

    /** Those of them that its users get too; its tests may use what is never shipped. */
    List<String> ownShippedDependencies() {
      return ownArtifacts(
          project, dependency -> children(dependency, "scope").noneMatch(Poms::isTest));
    }

    /** Our own artifacts whose versions it manages. */
    List<String> ownManagedDependencies() {
      return ownArtifacts(child(project, "dependencyManagement"), dependency -> true);
    }
  }

  /** Every pom that the root pom reaches, itself first. */
  static List<Pom> all() throws IOException {
    List<Pom> found = new ArrayList<>();
    collect(read(""), found);
    return found;
  }

  /** The pom in a folder. */
  static Pom read(String folder) throws IOException {
    Path file = House.root().resolve(folder).resolve("pom.xml");
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      return new Pom(
          folder, factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(file.toString(), e);
    }
  }

  private static void collect(Pom pom, List<Pom> found) throws IOException {
    found.add(pom);
    for (String module : pom.modules()) {
      collect(read(pom.folder().isEmpty() ? module : pom.folder() + "/" + module), found);
    }
  }

  private static boolean isTest(Element scope) {
    return scope.getTextContent().equals("test");
  }

  private static List<String> ownArtifacts(Element parent, Predicate<Element> wanted) {
    return children(parent, "dependencies")
        .flatMap(dependencies -> children(dependencies, "dependency"))
        .filter(dependency -> text(dependency, "groupId").equals("dev.lastcall"))
        .filter(wanted)
        .map(dependency -> text(dependency, "artifactId"))
        .toList();
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }

  private static Element child(Element parent, String name) {
    return children(parent, name).findFirst().orElseThrow();
  }

  private static Stream<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeName().equals(name))
        .map(Element.class::cast);
  }
}
