package dev.lastcall.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The source files of the house, and the parser of javac to read them with. */
final class Sources {
  private Sources() {}

  /** Every Java source file of every room, shipped or not, tests included. */
  static List<Path> all() {
    return under("");
  }

  /** What the jars of the shipped rooms are made of. */
  static List<Path> shipped() throws IOException {
    return Poms.all().stream()
        .filter(Poms.Pom::isShipped)
        .flatMap(pom -> under(pom.folder() + "/src/main/java").stream())
        .toList();
  }

  /** Parses files, without attributing types, and hands each to a reader. */
  static void parse(List<Path> sources, BiConsumer<CompilationUnitTree, DocTrees> reader)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      DocTrees trees = DocTrees.instance(task);
      task.parse().forEach(unit -> reader.accept(unit, trees));
    }
  }

  private static List<Path> under(String folder) {
    try (Stream<Path> files = Files.walk(House.root().resolve(folder))) {
      return files.filter(Sources::isSource).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole projects that tests build are not ours to be neat in: some are in another encoding. */
  private static boolean isSource(Path file) {
    String path = House.root().relativize(file).toString().replace('\\', '/');
    return path.endsWith(".java")
        && path.contains("src/")
        && !path.contains("src/test/projects/")
        && !path.contains("target/");
  }
}
