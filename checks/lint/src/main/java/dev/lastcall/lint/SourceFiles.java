package dev.lastcall.lint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java files below some paths, by source root, and what could not be read.
 *
 * <p>Links are followed once, hidden folders and {@code module-info.java} are left out. A file that
 * is not text in the expected encoding, or is larger than 20 MB, is named in a notice and left out.
 */
final class SourceFiles {
  private static final long LARGEST = 20L << 20;
  private static final int DEEPEST = 200;
  private static final Set<String> NO_CODE = Set.of("module-info.java", "package-info.java");
  private static final Pattern PACKAGE =
      Pattern.compile("\\A[\\s\\uFEFF]*(?:@[\\w.]+(?:\\([^)]*\\))?\\s*)*package\\s+([\\w.]+)\\s*;");

  private final Charset charset;
  private final Map<Path, List<Path>> byRoot = new TreeMap<>();
  private final Set<Path> seen = new TreeSet<>();
  private final List<Notice> notices = new ArrayList<>();

  private SourceFiles(Charset charset) {
    this.charset = charset;
  }

  static SourceFiles below(List<Path> paths, Charset charset) throws IOException {
    SourceFiles files = new SourceFiles(charset);
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        Files.walkFileTree(
            path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, files.new Visit());
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /** The files, by the folder that their packages begin in. */
  Map<Path, List<Path>> byRoot() {
    return byRoot;
  }

  List<Notice> notices() {
    return notices;
  }

  private void add(Path file) {
    try {
      if (!file.getFileName().toString().endsWith(".java")) {
        notices.add(Notice.of(file, "is not a Java file, left out"));
      } else if (!seen.add(file.toRealPath())) {
        return;
      } else if (!Files.isRegularFile(file)) {
        notices.add(Notice.of(file, "is not a file, left out"));
      } else if (Files.size(file) > LARGEST) {
        notices.add(Notice.of(file, "is larger than " + (LARGEST >> 20) + " MB, left out"));
      } else {
        String text = text(file);
        byRoot.computeIfAbsent(root(file, text), root -> new ArrayList<>()).add(file);
      }
    } catch (CharacterCodingException otherEncoding) {
      notices.add(
          Notice.of(
              file,
              "is not "
                  + charset.name()
                  + " text, left out (expected: the encoding given by --encoding)"));
    } catch (IOException unreadable) {
      notices.add(
          Notice.of(file, "cannot be read, left out: " + unreadable.getClass().getSimpleName()));
    }
  }

  private String text(Path file) throws IOException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
        .toString();
  }

  /** The folder above the package's folders; the file's own folder if they do not match. */
  private static Path root(Path file, String text) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Matcher declared = PACKAGE.matcher(withoutComments(text));
    if (folder == null || !declared.find()) {
      return folder == null ? Path.of("").toAbsolutePath() : folder;
    }
    Path packagePath = Path.of(declared.group(1).replace('.', '/'));
    if (!folder.endsWith(packagePath)) {
      return folder;
    }
    Path root = folder;
    for (int i = 0; i < packagePath.getNameCount() && root.getParent() != null; i++) {
      root = root.getParent();
    }
    return root;
  }

  /** The text up to the first statement: a package is declared in that, or nowhere. */
  private static CharSequence withoutComments(String text) {
    StringBuilder code = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (text.startsWith("/*", at) || text.startsWith("//", at)) {
        at = behindComment(text, at);
        code.append(' ');
      } else {
        code.append(next);
        at++;
      }
      if (next == ';') {
        break;
      }
    }
    return code;
  }

  private static int behindComment(String text, int from) {
    boolean block = text.charAt(from + 1) == '*';
    int end = text.indexOf(block ? "*/" : "\n", from + 2);
    return end < 0 ? text.length() : block ? end + 2 : end;
  }

  private final class Visit extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
      boolean hidden = name.length() > 2 && name.startsWith(".") && !name.startsWith("..");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      boolean code = name.endsWith(".java") && !NO_CODE.contains(name);
      if (code && attributes.isRegularFile()) {
        add(file);
      } else if (code && attributes.isSymbolicLink()) {
        notices.add(Notice.of(file, "cannot be read, left out: it is a link to nowhere"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!(failure instanceof FileSystemLoopException)) {
        notices.add(
            Notice.of(file, "cannot be read, left out: " + failure.getClass().getSimpleName()));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
