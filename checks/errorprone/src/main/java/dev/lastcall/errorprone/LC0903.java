package dev.lastcall.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;

/** The rule {@code await-misused}. */
@BugPattern(
    altNames = "await-misused",
    summary = "The end of something is awaited to no purpose.",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class LC0903 extends BugChecker implements BugChecker.CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  /** Made by Error Prone. */
  public LC0903() {}

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    return FileFindings.tell(this, unit, state, finding -> finding.rule().id().equals("LC0903"));
  }
}
