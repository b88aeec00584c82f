package dev.lastcall.lint;

import dev.lastcall.source.Finding;
import java.nio.file.Path;

/**
 * A finding and the file that it is in. Immutable.
 *
 * @param file where it is, as it was asked for
 * @param finding what was found
 * @param line the text of the line that it begins on
 * @param fingerprint the same as long as the rule, the file's path below the base, and the line's
 *     words stay the same, however many lines are put before it
 */
public record LintFinding(Path file, Finding finding, String line, String fingerprint) {}
