package dev.lastcall.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads Java files with the compiler of the running JDK, without making classes.
 *
 * <p>Code that does not compile is read as far as it goes: names that cannot be resolved stay
 * unresolved. Confined to one thread.
 */
public final class Compilation {
  /** The code of the message that a file is left out, because its tree cannot be read. */
  public static final String SKIPPED = "lastcall.file.skipped";

  private final List<Path> classPath;
  private final OptionalInt release;
  private final Charset charset;
  private final List<Path> sourcePath;

  private Compilation(
      List<Path> classPath, OptionalInt release, Charset charset, List<Path> sourcePath) {
    this.classPath = List.copyOf(classPath);
    this.release = release;
    this.charset = charset;
    this.sourcePath = List.copyOf(sourcePath);
  }

  /**
   * Prepares to read.
   *
   * @param classPath the jars and folders in which other people's types are; may be empty
   * @param release the Java release of the sources; the running JDK's if empty
   * @param charset the files' encoding
   */
  public static Compilation with(List<Path> classPath, OptionalInt release, Charset charset) {
    return new Compilation(classPath, release, charset, List.of());
  }

  /** {@return the same, but types are also looked for in these source roots} */
  public Compilation seeing(List<Path> sourceRoots) {
    return new Compilation(classPath, release, charset, sourceRoots);
  }

  /**
   * Reads files, all together, so that they see one another.
   *
   * @param files to read
   * @param facts what is known about other people's methods
   * @param each takes the files that could be parsed, one after the other
   * @return what the compiler had to say; errors among it mean that some names are unresolved, or
   *     that a file could not be parsed
   * @throws IllegalStateException if this Java has no compiler
   */
  public List<Diagnostic<? extends JavaFileObject>> read(
      List<Path> files, Facts facts, Consumer<SourceUnit> each) {
    JavaCompiler compiler =
        Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "java: without a compiler (expected: a JDK, not a JRE)"));
    List<Diagnostic<? extends JavaFileObject>> messages = new ArrayList<>();
    try (StandardJavaFileManager fileManager =
        compiler.getStandardFileManager(messages::add, null, charset)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  fileManager,
                  messages::add,
                  options(),
                  null,
                  fileManager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      List<Skipped> failed = Attribution.of(task);
      messages.addAll(failed);
      Set<JavaFileObject> skipped = failed.stream().map(Skipped::file).collect(Collectors.toSet());
      units.removeIf(unit -> skipped.contains(unit.getSourceFile()));
      Trees trees = Trees.instance(task);
      Hierarchy hierarchy = new Hierarchy();
      for (CompilationUnitTree unit : units) {
        make(unit, trees, facts, hierarchy, messages).ifPresent(each);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return messages;
  }

  /** A file whose tree the compiler leaves in a state that it fails over itself is left out. */
  private static Optional<SourceUnit> make(
      CompilationUnitTree file,
      Trees trees,
      Facts facts,
      Hierarchy hierarchy,
      List<Diagnostic<? extends JavaFileObject>> messages) {
    try {
      return Optional.of(SourceUnit.of(file, trees, facts, hierarchy));
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      messages.add(new Skipped(file.getSourceFile(), failure));
      return Optional.empty();
    }
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-XDshould-stop.ifError=ATTR", "-XDshould-stop.ifNoError=ATTR"));
    options.addAll(List.of("-Xlint:none", "-nowarn"));
    options.addAll(List.of("-Xmaxerrs", "100000", "-encoding", charset.name()));
    options.addAll(List.of("-implicit:none", "-classpath", joined(classPath)));
    if (!sourcePath.isEmpty()) {
      options.addAll(List.of("-sourcepath", joined(sourcePath)));
    }
    release.ifPresent(number -> options.addAll(List.of("--release", Integer.toString(number))));
    return options;
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
