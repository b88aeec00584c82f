package dev.lastcall.errorprone;

import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.util.JCDiagnostic;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Fix;
import dev.lastcall.source.Hierarchy;
import dev.lastcall.source.SourceUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/** What is found in a file: looked for once, told by the check of each rule. */
final class FileFindings {
  private static final Map<CompilationUnitTree, List<Finding>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private FileFindings() {}

  /** Tells what one rule finds in a file. */
  static Description tell(
      BugChecker checker, CompilationUnitTree unit, VisitorState state, Predicate<Finding> wanted) {
    KNOWN.computeIfAbsent(unit, file -> find(file, state)).stream()
        .filter(wanted)
        .forEach(finding -> state.reportMatch(description(checker, finding)));
    return Description.NO_MATCH;
  }

  private static List<Finding> find(CompilationUnitTree unit, VisitorState state) {
    Setup setup = Setup.of(state.errorProneOptions().getFlags());
    SourceUnit source =
        SourceUnit.of(unit, JavacTrees.instance(state.context), setup.facts(), new Hierarchy());
    return setup.checking().check(source);
  }

  private static Description description(BugChecker checker, Finding finding) {
    Description.Builder description =
        checker
            .buildDescription(new JCDiagnostic.SimpleDiagnosticPosition(finding.span().start()))
            .setMessage(finding.message());
    finding.fix().ifPresent(fix -> description.addFix(suggested(fix)));
    return description.build();
  }

  private static SuggestedFix suggested(Fix fix) {
    SuggestedFix.Builder suggested = SuggestedFix.builder().setShortDescription(fix.description());
    fix.edits().forEach(edit -> suggested.replace(edit.start(), edit.end(), edit.replacement()));
    return suggested.build();
  }
}
