package dev.lastcall.patterns;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What the compiler's parser makes of a Java file that is only a text.
 *
 * @param unit its tree, as far as it can be read
 * @param problem the first thing that is wrong with it, empty if nothing is
 */
record JavaText(CompilationUnitTree unit, Optional<Diagnostic<? extends JavaFileObject>> problem) {
  /** {@return what is made of files, in their order; the compiler is started once for all} */
  static List<JavaText> read(List<String> files) {
    JavaCompiler compiler =
        Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "java: without a compiler (expected: a JDK, not a JRE)"));
    if (files.isEmpty()) {
      return List.of();
    }
    List<JavaFileObject> sources = new ArrayList<>();
    for (String file : files) {
      sources.add(new Source(URI.create("string:///" + sources.size() + "/P.java"), file));
    }
    Map<URI, Diagnostic<? extends JavaFileObject>> problems = new HashMap<>();
    try {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  null,
                  message -> keep(message, problems),
                  List.of("-proc:none", "-Xmaxerrs", "100000"),
                  null,
                  sources);
      List<JavaText> texts = new ArrayList<>();
      Iterator<JavaFileObject> source = sources.iterator();
      for (CompilationUnitTree unit : task.parse()) {
        texts.add(new JavaText(unit, Optional.ofNullable(problems.get(source.next().toUri()))));
      }
      return texts;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void keep(
      Diagnostic<? extends JavaFileObject> message,
      Map<URI, Diagnostic<? extends JavaFileObject>> problems) {
    if (message.getKind() == Diagnostic.Kind.ERROR) {
      problems.putIfAbsent(message.getSource().toUri(), message);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(URI uri, String text) {
      super(uri, JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
