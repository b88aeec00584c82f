package dev.lastcall.rules;

import dev.lastcall.source.Checking;
import dev.lastcall.source.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Java files with the mistakes that are in them, told apart from the code.
 *
 * <p>{@code src/test/corpus/GROUP/*.java} are the files; {@code src/test/corpus/GROUP/labels.txt}
 * has a line {@code FILE LINE RULE} for every mistake. What is not listed must not be found. A file
 * without labels is a near miss. {@code src/test/corpus-second} was written by somebody who knew
 * what is a mistake and not how it is looked for; a line {@code #} above a label says why it is
 * one.
 */
final class Corpus {
  private static final Pattern WORDS = Pattern.compile("\\s+");

  private static final List<Path> ROOTS =
      List.of(Path.of("src/test/corpus"), Path.of("src/test/corpus-second"));

  private Corpus() {}

  /** One mistake, or one finding. */
  record Label(String file, int line, String rule) implements Comparable<Label> {
    @Override
    public int compareTo(Label other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return file + " " + line + " " + rule;
    }
  }

  static List<Path> groups() {
    return ROOTS.stream().flatMap(root -> groups(root).stream()).toList();
  }

  private static List<Path> groups(Path root) {
    try (Stream<Path> children = Files.list(root)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Path> files(Path group) {
    try (Stream<Path> children = Files.walk(group)) {
      return children.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Set<Label> labels(Path group) {
    try {
      Set<Label> labels = new TreeSet<>();
      for (String line : Files.readAllLines(group.resolve("labels.txt"), StandardCharsets.UTF_8)) {
        List<String> words = WORDS.splitAsStream(line.strip()).toList();
        if (words.size() == 3 && !line.startsWith("#")) {
          labels.add(new Label(words.get(0), Integer.parseInt(words.get(1)), words.get(2)));
        }
      }
      return labels;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Each file is read alone, as a stranger's file would be. */
  static Set<Label> findings(Path file) {
    Set<Label> found = new TreeSet<>();
    Checking checking = Checking.with(Rules.all());
    Compilation.with(List.of(), OptionalInt.empty(), StandardCharsets.UTF_8)
        .read(
            List.of(file),
            Rules.facts(),
            unit ->
                checking
                    .check(unit)
                    .forEach(
                        finding ->
                            found.add(
                                new Label(
                                    file.getFileName().toString(),
                                    finding.span().line(),
                                    finding.rule().id()))));
    return found;
  }
}
