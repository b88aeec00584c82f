package dev.lastcall.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.lastcall.source.FailOn;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Severity;
import javax.tools.Diagnostic;

/** Tells findings as messages of the compiler. */
final class Messages {
  private final Trees trees;
  private final FailOn failOn;

  Messages(Trees trees, FailOn failOn) {
    this.trees = trees;
    this.failOn = failOn;
  }

  void tell(Finding finding, Tree at, CompilationUnitTree unit) {
    trees.printMessage(kind(finding.severity()), text(finding), at, unit);
  }

  void warn(String text, CompilationUnitTree unit) {
    trees.printMessage(Diagnostic.Kind.WARNING, text, unit, unit);
  }

  private static String text(Finding finding) {
    return "[" + finding.rule().id() + " " + finding.rule().name() + "] " + finding.message();
  }

  private Diagnostic.Kind kind(Severity severity) {
    if (failOn.counts(severity)) {
      return Diagnostic.Kind.ERROR;
    }
    return severity == Severity.NOTE ? Diagnostic.Kind.NOTE : Diagnostic.Kind.WARNING;
  }
}
