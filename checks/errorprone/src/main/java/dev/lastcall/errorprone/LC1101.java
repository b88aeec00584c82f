package dev.lastcall.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;

/** The rule {@code logging-in-hook}. */
@BugPattern(
    altNames = "logging-in-hook",
    summary = "A hook logs with a logger that another hook stops at the same time.",
    severity = BugPattern.SeverityLevel.SUGGESTION,
    linkType = BugPattern.LinkType.NONE)
public final class LC1101 extends BugChecker implements BugChecker.CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public LC1101() {}

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    return FileFindings.tell(this, unit, state, finding -> finding.rule().id().equals("LC1101"));
  }
}
