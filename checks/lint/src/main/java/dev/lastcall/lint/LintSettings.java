package dev.lastcall.lint;

import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What to check, and with what. Immutable.
 *
 * @param paths the files and folders to check
 * @param base what paths are told relative to, in fingerprints and files for other tools
 * @param classPath the jars and folders of other people's types; may be empty
 * @param release the Java release of the sources; the running JDK's if empty
 * @param charset the encoding of the sources
 * @param checks what to look for
 * @param facts what is known about other people's methods
 */
public record LintSettings(
    List<Path> paths,
    Path base,
    List<Path> classPath,
    OptionalInt release,
    Charset charset,
    List<Check> checks,
    Facts facts) {
  /** Copies the lists. */
  public LintSettings {
    paths = List.copyOf(paths);
    classPath = List.copyOf(classPath);
    checks = List.copyOf(checks);
  }
}
