package dev.lastcall.capability;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What javac does before it makes bytecode, and nothing else. */
final class Attribution {
  private Attribution() {}

  /** Parses and attributes the files among javac's arguments. */
  static void of(String... args) throws IOException {
    List<String> options = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith("@")) {
        files.addAll(Files.readAllLines(Path.of(arg.substring(1))));
      } else {
        options.add(arg);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int[] errors = {0};
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromStrings(files);
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  message ->
                      errors[0] += message.getKind() == javax.tools.Diagnostic.Kind.ERROR ? 1 : 0,
                  options,
                  null,
                  sources);
      task.parse();
      task.analyze();
    }
    System.out.println(errors[0] + " errors");
  }
}
