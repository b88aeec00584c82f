package dev.lastcall.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;

/** The rule {@code destroy-callback-never-runs}. */
@BugPattern(
    altNames = "destroy-callback-never-runs",
    summary = "The container never calls this callback.",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class LC1701 extends BugChecker implements BugChecker.CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public LC1701() {}

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    return FileFindings.tell(this, unit, state, finding -> finding.rule().id().equals("LC1701"));
  }
}
