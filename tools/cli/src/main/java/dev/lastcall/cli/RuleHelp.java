package dev.lastcall.cli;

import dev.lastcall.rules.Rules;
import dev.lastcall.source.Check;
import dev.lastcall.source.Rule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists the rules, or explains one. */
final class RuleHelp {
  private RuleHelp() {}

  static int show(PrintWriter out, @Nullable String wanted) {
    List<Rule> rules = Rules.all().stream().map(Check::rule).toList();
    if (wanted == null) {
      rules.forEach(
          rule ->
              out.printf(
                  "%s  %-7s  %-34s %s%n",
                  rule.id(),
                  rule.severity().name().toLowerCase(Locale.ROOT),
                  rule.name(),
                  rule.summary()));
      out.flush();
      return Subcommand.FINE;
    }
    Rule rule =
        rules.stream()
            .filter(
                each -> each.id().equalsIgnoreCase(wanted) || each.name().equalsIgnoreCase(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--explain: "
                            + wanted
                            + " (expected: a rule's id or name; --list shows them)"));
    out.print(Rules.explanation(rule.id()).orElse(rule.summary()));
    out.flush();
    return Subcommand.FINE;
  }
}
