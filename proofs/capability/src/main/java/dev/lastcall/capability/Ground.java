package dev.lastcall.capability;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What a tool is given: the corpus, which files of it compile, their classes, and the libraries.
 *
 * @param corpus every file
 * @param compiled the files that compile
 * @param classes where their classes are
 * @param libraries the class path of the corpus
 * @param work a folder for what the tools write
 */
record Ground(Corpus corpus, List<CorpusFile> compiled, Path classes, String libraries, Path work) {
  /** Compiles what compiles. */
  static Ground of(Corpus corpus, String libraries, Path work) throws IOException {
    Path classes = Files.createDirectories(work.resolve("classes"));
    List<String> options =
        List.of("-proc:none", "-parameters", "-g", "-nowarn", "-cp", libraries, "-d", classes + "");
    List<String> look = new ArrayList<>(options);
    look.addAll(List.of("-XDshould-stop.ifError=FLOW", "-Xmaxerrs", "100000"));
    Set<Path> failing = failing(corpus.files(), look, work.resolve("not-compiled.txt"));
    List<CorpusFile> compiled =
        corpus.files().stream().filter(file -> !failing.contains(file.path())).toList();
    Set<Path> left = failing(compiled, options, work.resolve("compiled.txt"));
    if (!left.isEmpty()) {
      throw new IllegalStateException("corpus: " + left + " (expected: to compile)");
    }
    return new Ground(corpus, compiled, classes, libraries, work);
  }

  private static Set<Path> failing(List<CorpusFile> files, List<String> options, Path log)
      throws IOException {
    Set<Path> failing = new HashSet<>();
    List<String> messages = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      compiler
          .getTask(
              Writer.nullWriter(),
              manager,
              message -> {
                if (message.getKind() == Diagnostic.Kind.ERROR && message.getSource() != null) {
                  failing.add(Path.of(message.getSource().toUri()));
                  messages.add(message.toString());
                }
              },
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files.stream().map(CorpusFile::path).toList()))
          .call();
    }
    Files.write(log, messages);
    return failing;
  }

  /**
   * {@return a file with the paths of the files that compile, as javac's {@code @FILE} wants it}
   */
  Path compiledPaths() throws IOException {
    return Files.write(
        work.resolve("compiled-files"),
        compiled.stream().map(file -> file.path().toString()).toList());
  }
}
