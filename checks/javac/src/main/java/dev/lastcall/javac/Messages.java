package dev.lastcall.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Severity;
import javax.tools.Diagnostic;

/** Tells findings as messages of the compiler. */
final class Messages {
  private final Trees trees;
  private final PluginOptions.FailOn failOn;

  Messages(Trees trees, PluginOptions.FailOn failOn) {
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
    return switch (severity) {
      case ERROR ->
          failOn == PluginOptions.FailOn.NEVER ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
      case WARNING ->
          failOn == PluginOptions.FailOn.WARNING ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
      case NOTE -> Diagnostic.Kind.NOTE;
    };
  }
}
