package dev.lastcall.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One place where a rule is broken. Immutable.
 *
 * @param rule what is broken
 * @param severity how bad it is here
 * @param span where
 * @param message what is wrong here, what follows from it, in one or two sentences
 * @param related other places that explain it, such as where the hook is registered
 * @param fix the change that mends it, if a safe one is known
 */
public record Finding(
    Rule rule,
    Severity severity,
    Span span,
    String message,
    List<Related> related,
    Optional<Fix> fix) {
  /** Copies the list. */
  public Finding {
    related = List.copyOf(related);
  }

  /** {@return a finding at the rule's own severity, without related places or fix} */
  public static Finding of(Rule rule, Span span, String message) {
    return new Finding(rule, rule.severity(), span, message, List.of(), Optional.empty());
  }

  /** {@return the same finding with another severity} */
  public Finding with(Severity other) {
    return new Finding(rule, other, span, message, related, fix);
  }

  /** {@return the same finding with one more related place} */
  public Finding relatedTo(Span place, String why) {
    var more = new ArrayList<>(related);
    more.add(new Related(place, why));
    return new Finding(rule, severity, span, message, more, fix);
  }

  /** {@return the same finding with a fix} */
  public Finding fixedBy(Fix change) {
    return new Finding(rule, severity, span, message, related, Optional.of(change));
  }

  /**
   * A place that explains a finding.
   *
   * @param span where
   * @param why what is seen there
   */
  public record Related(Span span, String why) {}

  /**
   * A stretch of a file.
   *
   * @param start offset of the first character, from 0
   * @param end offset behind the last character
   * @param line line of the first character, from 1
   * @param column column of the first character, from 1; a tab counts one
   * @param endLine line of the last character, from 1
   * @param endColumn column behind the last character, from 1
   */
  public record Span(int start, int end, int line, int column, int endLine, int endColumn) {}
}
