package dev.lastcall.lint;

import dev.lastcall.source.Checking;
import dev.lastcall.source.Compilation;
import dev.lastcall.source.Finding;
import dev.lastcall.source.SourceUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Checks the Java files of a source tree, one source root after the other, with the running JDK's
 * compiler and without making classes.
 *
 * <p>Confined to one thread. Memory grows with the largest source root.
 */
public final class Lint {
  private static final int OLDEST = 8;
  private static final Set<String> MISSING =
      Set.of("compiler.err.doesnt.exist", "compiler.err.cant.resolve.location");

  /** The first name that begins with a capital letter, and what follows. */
  private static final Pattern CLASSES = Pattern.compile("(^|\\.)\\p{Lu}.*$");

  private final LintSettings settings;
  private final Progress progress;
  private final Checking checking;
  private final List<Path> classPath;
  private final List<LintFinding> findings = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Set<String> missingPackages = new TreeSet<>();
  private int checked;

  private Lint(LintSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.checking = Checking.with(settings.checks());
    this.classPath = settings.classPath().stream().filter(this::isReadable).toList();
  }

  /** Is told how far a run has come. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Takes the state of a run: before the compiler reads a source root, which takes most of the
     * time, and after each file.
     *
     * @param checked how many files are done
     * @param of how many there are
     * @param at the source root that is read, or the file that is done
     */
    void at(int checked, int of, Path at);
  }

  /**
   * Checks.
   *
   * @param settings what, and with what
   * @param progress is told how far it is
   * @return what was found, and what could not be checked
   * @throws IOException if a path that was asked for does not exist
   * @throws IllegalStateException if this Java has no compiler
   * @throws IllegalArgumentException if its compiler does not know the release
   */
  public static LintResult run(LintSettings settings, Progress progress) throws IOException {
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new IllegalStateException("java: without a compiler (expected: a JDK, not a JRE)");
    }
    int newest = Runtime.version().feature();
    if (settings.release().isPresent()
        && (settings.release().getAsInt() < OLDEST || settings.release().getAsInt() > newest)) {
      throw new IllegalArgumentException(
          String.format(
              "release: %d (expected: %d to %d, which this JDK's compiler reads)",
              settings.release().getAsInt(), OLDEST, newest));
    }
    for (Path path : settings.paths()) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
    }
    return new Lint(settings, progress)
        .run(SourceFiles.below(settings.paths(), settings.charset()));
  }

  /** One broken jar makes the compiler give up on every file. */
  private boolean isReadable(Path entry) {
    if (Files.isDirectory(entry)) {
      return true;
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      return jar.size() >= 0;
    } catch (IOException broken) {
      notices.add(Notice.of(entry, "is not a jar that can be read, left out of the class path"));
      return false;
    }
  }

  private LintResult run(SourceFiles files) {
    notices.addAll(files.notices());
    int all = files.byRoot().values().stream().mapToInt(List::size).sum();
    if (all == 0 && files.notices().isEmpty()) {
      settings.paths().forEach(path -> notices.add(Notice.of(path, "has no Java file to check")));
    }
    files
        .byRoot()
        .forEach(
            (root, inRoot) -> {
              progress.at(checked, all, root);
              read(inRoot, List.copyOf(files.byRoot().keySet()), all);
            });
    if (!missingPackages.isEmpty()) {
      notices.add(Notice.of(settings.base(), missing()));
    }
    findings.sort(
        Comparator.comparing((LintFinding each) -> each.file().toString())
            .thenComparing(each -> each.finding().span().start()));
    return new LintResult(settings.base(), checking.rules(), findings, notices, checked);
  }

  /** What a file brought; nothing is kept of an attempt that fails half-way. */
  private record Checked(Path file, List<Place> places, List<Notice> notices) {}

  /** A finding, and the text of its line. */
  private record Place(Finding finding, String line) {}

  /**
   * Code that is too much for the compiler, because it is nested too deeply, is looked for by
   * halves, so that the other files are checked.
   */
  private void read(List<Path> files, List<Path> roots, int all) {
    Compilation compilation =
        Compilation.with(classPath, settings.release(), settings.charset()).seeing(roots);
    List<Checked> done = new ArrayList<>();
    try {
      notice(
          compilation.read(
              files,
              settings.facts(),
              unit -> {
                done.add(check(unit));
                progress.at(checked + done.size(), all, done.get(done.size() - 1).file());
              }));
      done.forEach(this::keep);
    } catch (IllegalArgumentException misuse) {
      throw misuse;
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      if (files.size() == 1) {
        notices.add(
            Notice.of(
                files.get(0), "is more than the compiler can read, left out: " + words(failure)));
        return;
      }
      int half = files.size() / 2;
      read(files.subList(0, half), roots, all);
      read(files.subList(half, files.size()), roots, all);
    }
  }

  /** One file that a check stumbles over costs the others nothing. */
  private Checked check(SourceUnit unit) {
    Path file = Path.of(unit.tree().unit().getSourceFile().toUri());
    try {
      List<Place> places =
          checking.check(unit).stream()
              .map(finding -> new Place(finding, line(unit, finding)))
              .toList();
      return new Checked(file, places, List.of());
    } catch (RuntimeException | StackOverflowError failure) {
      return new Checked(
          file, List.of(), List.of(Notice.of(file, "could not be checked: " + words(failure))));
    }
  }

  private void keep(Checked done) {
    for (Place place : done.places()) {
      findings.add(
          new LintFinding(
              done.file(),
              place.finding(),
              place.line(),
              fingerprint(done.file(), place.finding(), place.line())));
    }
    notices.addAll(done.notices());
    checked++;
  }

  private static String words(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first instanceof StackOverflowError
        ? "it is nested too deeply (a larger stack helps: java -Xss)"
        : first.toString().lines().findFirst().orElse("");
  }

  private String fingerprint(Path file, Finding finding, String line) {
    String subject =
        finding.rule().id()
            + '|'
            + LintResult.relative(settings.base(), file)
            + '|'
            + line.strip().replaceAll("\\s+", " ");
    int occurrence = occurrences.merge(subject, 1, Integer::sum);
    return Fingerprint.of(subject + '|' + occurrence);
  }

  private static String line(SourceUnit unit, Finding finding) {
    CharSequence text = unit.tree().text();
    int start = Math.min(finding.span().start(), text.length());
    int from = start;
    while (from > 0 && text.charAt(from - 1) != '\n') {
      from--;
    }
    int to = start;
    while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
      to++;
    }
    return text.subSequence(from, to).toString();
  }

  private void notice(List<Diagnostic<? extends JavaFileObject>> messages) {
    Map<Path, Notice> unparsed = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> message : messages) {
      if (message.getKind() == Diagnostic.Kind.ERROR && message.getSource() != null) {
        Path file = Path.of(message.getSource().toUri());
        if (MISSING.contains(message.getCode())) {
          packageOf(message).ifPresent(missingPackages::add);
        } else if (message.getCode().equals(Compilation.SKIPPED)) {
          notices.add(Notice.of(file, "could not be checked: " + message.getMessage(null)));
        } else if (Syntax.isError(message.getCode())) {
          unparsed.putIfAbsent(
              file,
              new Notice(
                  file,
                  (int) message.getLineNumber(),
                  "is not Java that this JDK reads, checked as far as it is: "
                      + message.getMessage(null)));
        }
      }
    }
    notices.addAll(unparsed.values());
  }

  /**
   * The package that a message misses. The compiler takes everything before the last dot for one,
   * also a class that it does not know: names that begin as classes do are left out.
   */
  private static Optional<String> packageOf(Diagnostic<? extends JavaFileObject> message) {
    if (!message.getCode().equals("compiler.err.doesnt.exist")) {
      return Optional.empty();
    }
    String text = message.getMessage(Locale.ROOT);
    String name = text.replaceFirst("^package ", "").replaceFirst(" does not exist.*$", "");
    String inPackage = CLASSES.matcher(name).replaceFirst("");
    return inPackage.isEmpty() ? Optional.empty() : Optional.of(inPackage);
  }

  private String missing() {
    String some = String.join(", ", missingPackages.stream().limit(3).toList());
    return missingPackages.size()
        + (missingPackages.size() == 1 ? " package is" : " packages are")
        + " not on the class path ("
        + some
        + (missingPackages.size() > 3 ? ", …" : "")
        + "): what depends on their types is known by import only (--classpath adds them)";
  }
}
