package dev.lastcall.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule file, line by line, before its patterns are understood.
 *
 * <p>A rule begins with {@code rule ID SEVERITY} at the left edge; its clauses are indented, a word
 * and the rest of the line. Lines that are indented deeper than the clause above them belong to it.
 * Empty lines and lines that begin with {@code #} are left out, except inside explanations and
 * examples.
 */
final class RuleText {
  private static final Set<String> CLAUSES =
      Set.of(
          "name",
          "match",
          "where",
          "inside",
          "not-inside",
          "report",
          "fix",
          "explain",
          "bad",
          "good");

  /** What is not read line by line. */
  private static final Set<String> PROSE = Set.of("explain", "bad", "good");

  private RuleText() {}

  /**
   * One clause.
   *
   * @param word its first word
   * @param text the rest, further lines joined by line breaks
   * @param line where its text begins, from 1
   * @param column where its text begins, from 1
   */
  record Clause(String word, String text, int line, int column) {}

  /**
   * One rule.
   *
   * @param header its first line, behind the word {@code rule}
   * @param clauses in the order of the file
   */
  record Block(Clause header, List<Clause> clauses) {
    Optional<Clause> first(String word) {
      return all(word).stream().findFirst();
    }

    List<Clause> all(String word) {
      return clauses.stream().filter(clause -> clause.word().equals(word)).toList();
    }
  }

  static List<Block> read(String file, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (isBlank(line)) {
        at++;
      } else if (indent(line) == 0) {
        blocks.add(new Block(header(file, line, at + 1), new ArrayList<>()));
        at++;
      } else if (blocks.isEmpty()) {
        throw new RuleFileException(
            file,
            at + 1,
            indent(line) + 1,
            line.strip(),
            "rule ID SEVERITY at the left edge first");
      } else {
        at = clause(file, lines, at, blocks.get(blocks.size() - 1).clauses());
      }
    }
    return blocks;
  }

  private static Clause header(String file, String line, int number) {
    if (!line.startsWith("rule ") && !line.startsWith("rule\t")) {
      String found = line.strip().split("\\s+", 2)[0];
      throw new RuleFileException(file, number, 1, found, "rule ID SEVERITY; clauses are indented");
    }
    return new Clause("rule", line.substring(5).strip(), number, 6);
  }

  private static int clause(String file, List<String> lines, int from, List<Clause> into) {
    String line = lines.get(from);
    int indent = indent(line);
    String stripped = line.strip();
    String word = stripped.split("\\s+", 2)[0];
    if (!CLAUSES.contains(word)) {
      throw new RuleFileException(
          file,
          from + 1,
          indent + 1,
          word,
          "one of " + String.join(", ", CLAUSES.stream().sorted().toList()));
    }
    String first = stripped.substring(word.length());
    int column = indent + word.length() + (first.length() - first.stripLeading().length()) + 1;
    boolean isProse = PROSE.contains(word);
    List<String> text = new ArrayList<>();
    if (!first.isBlank()) {
      text.add(first.strip());
    }
    int start = first.isBlank() ? from + 2 : from + 1;
    int at = from + 1;
    while (at < lines.size() && (lines.get(at).isBlank() || indent(lines.get(at)) > indent)) {
      if (isProse || !isBlank(lines.get(at))) {
        text.add(
            lines.get(at).isBlank()
                ? ""
                : lines.get(at).substring(Math.min(indent + 1, lines.get(at).length())));
      }
      at++;
    }
    into.add(
        new Clause(
            word,
            String.join("\n", text).stripTrailing(),
            start,
            first.isBlank() ? indent + 2 : column));
    return at;
  }

  private static boolean isBlank(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
