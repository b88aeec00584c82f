package dev.lastcall.capability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The labelled corpus, laid out so that every tool can take it in one run.
 *
 * <p>The files know nothing of one another, and many have the same name. So each gets a package of
 * its own, written into the line where its package stood or would stand; no line moves.
 */
final class Corpus {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
  private static final Pattern WORDS = Pattern.compile("\\s+");

  private final Map<Path, CorpusFile> files;

  private Corpus(Map<Path, CorpusFile> files) {
    this.files = files;
  }

  /**
   * Lays out the files of some folders.
   *
   * @param from where the folders are
   * @param wanted which files, by folder and name; all that are there if empty
   * @param to where they go
   */
  static Corpus lay(Path from, List<String> wanted, Path to) throws IOException {
    Map<Path, CorpusFile> files = new HashMap<>();
    for (Path folder : children(from)) {
      Map<String, List<Label>> labels = labels(folder.resolve("labels.txt"));
      for (Path file : children(folder)) {
        String name = folder.getFileName() + "/" + file.getFileName();
        boolean isWanted = wanted.isEmpty() || wanted.contains(name);
        if (isWanted && name.endsWith(".java")) {
          Path laid = lay(folder, file, to);
          String plain = file.getFileName().toString();
          files.put(laid, new CorpusFile(name, laid, labels.getOrDefault(plain, List.of())));
        }
      }
    }
    return new Corpus(files);
  }

  /** {@return the files, in the order of their names} */
  List<CorpusFile> files() {
    return files.values().stream().sorted(Comparator.comparing(CorpusFile::name)).toList();
  }

  /** {@return the file that a tool means} */
  Optional<CorpusFile> at(Path path) {
    return Optional.ofNullable(files.get(path));
  }

  /** {@return the file with a path that ends like this, as tools on bytecode tell it} */
  Optional<CorpusFile> ending(String end) {
    return files.values().stream().filter(file -> file.path().endsWith(end)).findFirst();
  }

  private static Path lay(Path folder, Path file, Path to) throws IOException {
    String text = Files.readString(file);
    String plain = file.getFileName().toString().replace(".java", "");
    String own = folder.getFileName() + "_" + plain.toLowerCase(Locale.ROOT);
    Matcher matcher = PACKAGE.matcher(text);
    boolean isNamed = matcher.find();
    String name = isNamed ? matcher.group(1) + "." + own : own;
    Path laid = to.resolve(name.replace('.', '/')).resolve(file.getFileName());
    Files.createDirectories(to.resolve(name.replace('.', '/')));
    Files.writeString(
        laid,
        isNamed
            ? matcher.replaceFirst(Matcher.quoteReplacement("package " + name + ";"))
            : "package " + name + "; " + text);
    return laid;
  }

  private static Map<String, List<Label>> labels(Path file) throws IOException {
    Map<String, List<Label>> labels = new HashMap<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      List<String> words = WORDS.splitAsStream(line.strip()).toList();
      if (words.size() == 3 && !line.startsWith("#")) {
        labels
            .computeIfAbsent(words.get(0), name -> new ArrayList<>())
            .add(new Label(Integer.parseInt(words.get(1)), words.get(2)));
      }
    }
    return labels;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
