package dev.lastcall.lint;

import dev.lastcall.source.FailOn;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a run over a source tree brought. Immutable.
 *
 * @param base what paths are told relative to
 * @param rules what was looked for
 * @param findings what was found, by file and line
 * @param notices what could not be checked, or not as well as it could be
 * @param files how many files were checked
 */
public record LintResult(
    Path base, List<Rule> rules, List<LintFinding> findings, List<Notice> notices, int files) {
  /** Copies the lists. */
  public LintResult {
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /** {@return how many findings are this bad} */
  public long count(Severity severity) {
    return findings.stream().filter(each -> each.finding().severity() == severity).count();
  }

  /** {@return whether a finding is to fail a build} */
  public boolean fails(FailOn limit) {
    return findings.stream().anyMatch(each -> limit.counts(each.finding().severity()));
  }

  /** {@return the same result without these findings} */
  public LintResult without(Set<String> fingerprints) {
    return new LintResult(
        base,
        rules,
        findings.stream().filter(each -> !fingerprints.contains(each.fingerprint())).toList(),
        notices,
        files);
  }

  /** {@return a file's path below the base, with slashes; the whole path if it is elsewhere} */
  public static String relative(Path base, Path file) {
    Path from = base.toAbsolutePath().normalize();
    Path to = file.toAbsolutePath().normalize();
    Path path = to.startsWith(from) ? from.relativize(to) : to;
    return path.toString().replace('\\', '/');
  }
}
