package dev.lastcall.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.lastcall.source.Checking;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Hierarchy;
import dev.lastcall.source.SourceUnit;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks each file as soon as the compiler has analyzed all of its classes.
 *
 * <p>javac rewrites a class when it makes bytecode for it. Unless its policy is {@code simple},
 * that can happen to the first class of a file before the second one is analyzed; such a file is
 * not checked, and the plugin says so once.
 */
final class AnalyzedFiles implements TaskListener {
  private final Trees trees;
  private final Facts facts;
  private final Checking checking;
  private final Messages messages;
  private final IdentityHashMap<CompilationUnitTree, File> files = new IdentityHashMap<>();
  private final Hierarchy hierarchy = new Hierarchy();
  private boolean warned;

  AnalyzedFiles(Trees trees, Facts facts, Checking checking, Messages messages) {
    this.trees = trees;
    this.facts = facts;
    this.checking = checking;
    this.messages = messages;
  }

  /** How far a file is. */
  private static final class File {
    private int left;
    private final int nodes;

    File(int classes, int nodes) {
      this.left = classes;
      this.nodes = nodes;
    }
  }

  @Override
  public void finished(TaskEvent event) {
    CompilationUnitTree unit = event.getCompilationUnit();
    if (unit == null) {
      return;
    }
    if (event.getKind() == TaskEvent.Kind.PARSE) {
      int classes = unit.getTypeDecls().size();
      files.put(unit, new File(classes, classes > 1 ? count(unit) : 0));
    } else if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      File file = files.get(unit);
      if (file != null && --file.left == 0) {
        files.remove(unit);
        check(unit, file);
      }
    }
  }

  private void check(CompilationUnitTree unit, File file) {
    if (file.nodes > 0 && file.nodes > count(unit)) {
      if (!warned) {
        messages.warn(
            "Lastcall: "
                + unit.getSourceFile().getName()
                + " and its like are not checked (expected: -XDcompilePolicy=simple)",
            unit);
      }
      warned = true;
      return;
    }
    try {
      SourceUnit source = SourceUnit.of(unit, trees, facts, hierarchy);
      for (Finding finding : checking.check(source)) {
        messages.tell(finding, at(source, finding), unit);
      }
    } catch (RuntimeException | StackOverflowError failure) {
      messages.warn("Lastcall: could not be checked: " + failure, unit);
    }
  }

  /** The compiler wants a node to point at. */
  private static Tree at(SourceUnit source, Finding finding) {
    Tree[] found = {source.tree().unit()};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree node, @Nullable Void nothing) {
        if (node == null) {
          return null;
        }
        Finding.Span span = source.tree().span(node);
        if (span.start() == finding.span().start() && span.end() == finding.span().end()) {
          found[0] = node;
          return null;
        }
        boolean around =
            span.start() <= finding.span().start() && finding.span().end() <= span.end();
        if (around && span.end() > span.start()) {
          found[0] = node;
        }
        return around || node instanceof CompilationUnitTree ? super.scan(node, null) : null;
      }
    }.scan(source.tree().unit(), null);
    return found[0];
  }

  /** Lambdas and switches are what the compiler rewrites first. */
  private static int count(CompilationUnitTree unit) {
    int[] nodes = {0};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree node, @Nullable Void nothing) {
        if (node != null) {
          nodes[0]++;
        }
        return super.scan(node, null);
      }
    }.scan(unit, null);
    return nodes[0];
  }
}
