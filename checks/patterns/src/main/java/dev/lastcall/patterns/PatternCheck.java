package dev.lastcall.patterns;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Fix;
import dev.lastcall.source.Rule;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule from a rule file, at work. Immutable. */
final class PatternCheck implements Check {
  private static final Pattern HOLE = Pattern.compile("\\$\\*?(\\w+)");

  private final Rule rule;
  private final List<JavaPattern> patterns;
  private final List<Condition> conditions;
  private final List<BiPredicate<SourceUnit, Tree>> surroundings;
  private final String report;
  private final Optional<String> fix;

  PatternCheck(
      Rule rule,
      List<JavaPattern> patterns,
      List<Condition> conditions,
      List<BiPredicate<SourceUnit, Tree>> surroundings,
      String report,
      Optional<String> fix) {
    this.rule = rule;
    this.patterns = List.copyOf(patterns);
    this.conditions = List.copyOf(conditions);
    this.surroundings = List.copyOf(surroundings);
    this.report = report;
    this.fix = fix;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    for (JavaPattern pattern : patterns) {
      for (PatternMatch.Found found : PatternMatch.all(unit, pattern)) {
        Tree first = found.nodes().get(0);
        boolean holds =
            conditions.stream().allMatch(each -> each.holds(unit, found.bindings()))
                && surroundings.stream().allMatch(each -> each.test(unit, first));
        if (holds) {
          findings.accept(finding(unit, found));
        }
      }
    }
  }

  private Finding finding(SourceUnit unit, PatternMatch.Found found) {
    Tree first = found.nodes().get(0);
    Tree last = found.nodes().get(found.nodes().size() - 1);
    Finding.Span span =
        unit.tree().span(unit.tree().span(first).start(), unit.tree().span(last).end());
    Finding finding = explained(unit, first, span, filled(report, unit, found.bindings()));
    boolean isReference = first instanceof MemberReferenceTree;
    return fix.isEmpty() || isReference
        ? finding
        : finding.fixedBy(change(unit, found, span, fix.get()));
  }

  /** A rule that asks for a place says how the code got there. */
  private Finding explained(SourceUnit unit, Tree node, Finding.Span span, String message) {
    Finding finding = Finding.of(rule, span, message);
    return unit.places()
        .of(node)
        .filter(reach -> !surroundings.isEmpty())
        .map(reach -> unit.tree().span(reach.root()))
        .map(root -> finding.relatedTo(root, "runs as cleanup because of this"))
        .orElse(finding);
  }

  private static Fix change(
      SourceUnit unit, PatternMatch.Found found, Finding.Span span, String template) {
    String replacement = filled(template, unit, found.bindings());
    return Fix.of(
        "Write " + replacement.lines().findFirst().orElse("nothing"),
        new Fix.Edit(span.start(), span.end(), replacement));
  }

  private static String filled(String template, SourceUnit unit, Bindings bindings) {
    return HOLE.matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(text(unit, bindings, match.group(1))));
  }

  private static String text(SourceUnit unit, Bindings bindings, String hole) {
    return bindings.name(hole).orElseGet(() -> text(unit, bindings.of(hole)));
  }

  private static String text(SourceUnit unit, List<Tree> nodes) {
    boolean statements =
        !nodes.isEmpty() && !(nodes.get(0) instanceof com.sun.source.tree.ExpressionTree);
    return nodes.stream()
        .map(unit.tree()::text)
        .collect(Collectors.joining(statements ? "\n" : ", "));
  }
}
