package dev.lastcall.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;

/** The rule {@code unbounded-client-close}. */
@BugPattern(
    altNames = "unbounded-client-close",
    summary = "Cleanup closes a client that waits without a limit when it is closed this way.",
    severity = BugPattern.SeverityLevel.ERROR,
    linkType = BugPattern.LinkType.NONE)
public final class LC0203 extends BugChecker implements BugChecker.CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public LC0203() {}

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    return FileFindings.tell(this, unit, state, finding -> finding.rule().id().equals("LC0203"));
  }
}
