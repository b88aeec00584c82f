package dev.lastcall.capability;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Where the statements and the methods of a file begin and end. */
final class Extents {
  private final List<Extent> statements = new ArrayList<>();
  private final List<Extent> methods = new ArrayList<>();

  private Extents() {}

  /** {@return those of some files; what the running JDK cannot parse has none} */
  static Map<Path, Extents> of(List<Path> files) throws IOException {
    Map<Path, Extents> all = new HashMap<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(message -> {}, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  manager,
                  message -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        Extents extents = new Extents();
        extents.scan(unit, positions);
        all.put(Path.of(unit.getSourceFile().toUri()), extents);
      }
    }
    return all;
  }

  /**
   * Returns what counts as the place of a mistake: its line, the whole of each statement that
   * begins there, and the whole of the simple statement that it is a part of.
   */
  List<Extent> around(int line) {
    List<Extent> found = new ArrayList<>(List.of(new Extent(line, line)));
    statements.stream().filter(extent -> extent.from() == line).forEach(found::add);
    innermost(statements, line).ifPresent(found::add);
    return found;
  }

  /** {@return the method that a line is in; the line itself outside of methods} */
  Extent method(int line) {
    return innermost(methods, line).orElse(new Extent(line, line));
  }

  private static Optional<Extent> innermost(List<Extent> extents, int line) {
    return extents.stream()
        .filter(extent -> extent.from() <= line && line <= extent.to())
        .min(Comparator.comparingInt(extent -> extent.to() - extent.from()));
  }

  private void scan(CompilationUnitTree unit, SourcePositions positions) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree node, @Nullable Void nothing) {
        if (node instanceof MethodTree) {
          add(node, methods);
        } else if (node instanceof StatementTree
            && !(node instanceof BlockTree)
            && !(node instanceof ClassTree)) {
          add(node, statements);
        }
        return super.scan(node, null);
      }

      private void add(Tree node, List<Extent> to) {
        long start = positions.getStartPosition(unit, node);
        long end = positions.getEndPosition(unit, node);
        if (start >= 0 && end >= start) {
          to.add(
              new Extent(
                  (int) unit.getLineMap().getLineNumber(start),
                  (int) unit.getLineMap().getLineNumber(end)));
        }
      }
    }.scan(unit, null);
  }
}
