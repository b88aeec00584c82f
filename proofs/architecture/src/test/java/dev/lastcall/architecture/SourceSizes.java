package dev.lastcall.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds files and methods that are too long. */
final class SourceSizes {
  private static final long FILE_LINES = 300;
  private static final long METHOD_LINES = 40;

  private SourceSizes() {}

  /** One line for each file or method above its limit. */
  static List<String> offences(List<Path> sources) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : sources) {
      long lines = Files.readAllLines(source).size();
      if (lines > FILE_LINES) {
        found.add(source + ": " + lines + " lines (expected: <= " + FILE_LINES + ")");
      }
    }
    Sources.parse(
        sources,
        (unit, trees) -> new LongMethods(unit, trees.getSourcePositions()).scan(unit, found));
    return found;
  }

  /** Measures each method from its first annotation or modifier to its closing brace. */
  private static final class LongMethods extends TreeScanner<Void, List<String>> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    LongMethods(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, List<String> found) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, method));
      long last = map.getLineNumber(positions.getEndPosition(unit, method));
      long lines = last - first + 1;
      if (lines > METHOD_LINES) {
        found.add(
            "%s:%d %s: %d lines (expected: <= %d)"
                .formatted(
                    unit.getSourceFile().getName(), first, method.getName(), lines, METHOD_LINES));
      }
      return super.visitMethod(method, found);
    }
  }
}
