package dev.lastcall.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import dev.lastcall.rules.Rules;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of the user's own, which Error Prone cannot know by name. */
@BugPattern(
    summary = "A rule of -XepOpt:Lastcall:Rules is broken.",
    severity = BugPattern.SeverityLevel.WARNING,
    linkType = BugPattern.LinkType.NONE)
public final class LastcallRules extends BugChecker
    implements BugChecker.CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SHIPPED =
      Rules.all().stream().map(check -> check.rule().id()).collect(Collectors.toUnmodifiableSet());

  /** Made by Error Prone. */
  public LastcallRules() {}

  @Override
  public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    return FileFindings.tell(this, unit, state, finding -> !SHIPPED.contains(finding.rule().id()));
  }
}
