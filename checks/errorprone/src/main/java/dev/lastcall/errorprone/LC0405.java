package dev.lastcall.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;

/** The rule {@code own-process-destroyed}. */
@BugPattern(
    altNames = "own-process-destroyed",
    summary = "The process is told to destroy itself through its own handle.",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class LC0405 extends BugChecker implements BugChecker.CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public LC0405() {}

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    return FileFindings.tell(this, unit, state, finding -> finding.rule().id().equals("LC0405"));
  }
}
