package dev.lastcall.cli;

import dev.lastcall.patterns.RuleExamples;
import dev.lastcall.patterns.RuleFile;
import dev.lastcall.rules.OwnRules;
import dev.lastcall.rules.Rules;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists the rules, explains one, tries those of the user's own on their examples. */
final class RuleHelp {
  private final PrintWriter out;
  private final List<RuleFile> own;

  private RuleHelp(PrintWriter out, List<RuleFile> own) {
    this.out = out;
    this.own = own;
  }

  static RuleHelp of(PrintWriter out, List<RuleFile> own) {
    return new RuleHelp(out, own);
  }

  int list() {
    for (Check check : OwnRules.besideShipped(own)) {
      Rule rule = check.rule();
      out.printf(
          "%s  %-7s  %-34s %s%n",
          rule.id(), rule.severity().name().toLowerCase(Locale.ROOT), rule.name(), rule.summary());
    }
    out.flush();
    return Subcommand.FINE;
  }

  int explain(String wanted) {
    out.print(
        ownExplanation(wanted)
            .or(() -> shippedExplanation(wanted))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--explain: "
                            + wanted
                            + " (expected: a rule's id or name; --list shows them)")));
    out.flush();
    return Subcommand.FINE;
  }

  /** Tries every example; a rule without any is named, because nothing shows that it works. */
  int test(Facts facts) throws IOException {
    int failed = 0;
    for (RuleFile file : own) {
      List<RuleExamples.Failure> failures = RuleExamples.failures(file, facts);
      for (RuleFile.Entry entry : file.entries()) {
        List<RuleExamples.Failure> mine =
            failures.stream().filter(failure -> failure.entry().equals(entry)).toList();
        tell(file, entry, mine);
        failed += mine.size();
      }
    }
    out.println(failed == 0 ? "all examples are as they should be" : failed + " failures");
    out.flush();
    return failed == 0 ? Subcommand.FINE : Subcommand.TROUBLE;
  }

  private void tell(RuleFile file, RuleFile.Entry entry, List<RuleExamples.Failure> failures) {
    Rule rule = entry.check().rule();
    boolean untried = entry.bad().isEmpty() && entry.good().isEmpty();
    out.printf(
        "%-6s %s %s: %s%n",
        failures.isEmpty() ? (untried ? "-" : "ok") : "FAILED",
        rule.id(),
        rule.name(),
        untried ? "no examples" : entry.bad().size() + " bad, " + entry.good().size() + " good");
    for (RuleExamples.Failure failure : failures) {
      out.println("  " + file.name() + ":" + failure.line() + ": " + failure.message());
    }
  }

  private Optional<String> ownExplanation(String wanted) {
    return own.stream()
        .flatMap(file -> file.named(wanted).stream())
        .findFirst()
        .map(RuleFile.Entry::markdown);
  }

  private static Optional<String> shippedExplanation(String wanted) {
    return Rules.all().stream()
        .map(Check::rule)
        .filter(rule -> rule.id().equalsIgnoreCase(wanted) || rule.name().equalsIgnoreCase(wanted))
        .findFirst()
        .map(rule -> Rules.explanation(rule.id()).orElse(rule.summary()));
  }
}
