package dev.lastcall.lint;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.lastcall.source.Fix;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies the fixes of findings to files, or shows what that would change. Immutable. */
public final class Fixes {
  private static final int CONTEXT = 3;

  private final LintResult result;
  private final Charset charset;

  private Fixes(LintResult result, Charset charset) {
    this.result = result;
    this.charset = charset;
  }

  /** {@return the fixes of a result over files of an encoding} */
  public static Fixes of(LintResult result, Charset charset) {
    return new Fixes(result, charset);
  }

  /**
   * Returns what the fixes change, as a unified diff that {@code patch -p0} and {@code git apply
   * -p0} take; empty if there is none.
   *
   * @throws IOException if a file cannot be read
   */
  public String diff() throws IOException {
    StringBuilder diff = new StringBuilder();
    for (Map.Entry<Path, List<Fix.Edit>> entry : edits().entrySet()) {
      String name = LintResult.relative(result.base(), entry.getKey());
      String before = Files.readString(entry.getKey(), charset);
      List<String> old = before.lines().toList();
      List<String> changed = edited(before, entry.getValue()).lines().toList();
      UnifiedDiffUtils.generateUnifiedDiff(name, name, old, DiffUtils.diff(old, changed), CONTEXT)
          .forEach(line -> diff.append(line).append('\n'));
    }
    return diff.toString();
  }

  /**
   * Changes the files.
   *
   * @return how many files were changed
   * @throws IOException if one cannot be read or written
   */
  public int apply() throws IOException {
    Map<Path, List<Fix.Edit>> edits = edits();
    for (Map.Entry<Path, List<Fix.Edit>> entry : edits.entrySet()) {
      String before = Files.readString(entry.getKey(), charset);
      Files.writeString(entry.getKey(), edited(before, entry.getValue()), charset);
    }
    return edits.size();
  }

  /**
   * Edits by file, from the end of the file to its start; of two fixes that overlap the later one
   * waits for the next run.
   */
  private Map<Path, List<Fix.Edit>> edits() {
    Map<Path, List<Fix.Edit>> byFile = new TreeMap<>();
    for (LintFinding each : result.findings()) {
      each.finding()
          .fix()
          .ifPresent(
              fix -> {
                List<Fix.Edit> taken =
                    byFile.computeIfAbsent(each.file(), file -> new ArrayList<>());
                if (fix.edits().stream().noneMatch(edit -> overlaps(edit, taken))) {
                  taken.addAll(fix.edits());
                }
              });
    }
    byFile
        .values()
        .forEach(edits -> edits.sort(Comparator.comparingInt(Fix.Edit::start).reversed()));
    return byFile;
  }

  private static boolean overlaps(Fix.Edit edit, List<Fix.Edit> taken) {
    return taken.stream()
        .anyMatch(other -> edit.start() < other.end() && other.start() < edit.end());
  }

  private static String edited(String text, List<Fix.Edit> edits) {
    StringBuilder edited = new StringBuilder(text);
    edits.forEach(edit -> edited.replace(edit.start(), edit.end(), edit.replacement()));
    return edited.toString();
  }
}
