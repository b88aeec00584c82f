package dev.lastcall.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A piece of Java to ask questions about: what is asked about is the argument of {@code ask(…)}.
 */
final class Sample {
  private final SourceUnit unit;

  private Sample(SourceUnit unit) {
    this.unit = unit;
  }

  /** {@return a file with these imports and this body of a class} */
  static Sample of(String imports, String members, String... facts) {
    List<SourceUnit> units = new ArrayList<>();
    String code =
        imports
            + "\nclass Sample {\n  static <T> T ask(T asked) { return asked; }\n"
            + members
            + "\n}\n";
    try {
      Path file =
          Files.writeString(Files.createTempDirectory("sample").resolve("Sample.java"), code);
      Compilation.with(List.of(), OptionalInt.empty(), StandardCharsets.UTF_8)
          .read(List.of(file), Facts.of(List.of(facts)), units::add);
      Files.delete(file);
      Files.delete(file.getParent());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return new Sample(units.get(0));
  }

  /** {@return a method in which an expression is asked about} */
  static Sample expression(String expression) {
    return of(
        "import java.time.*; import java.util.concurrent.*;",
        "void run() { ask(" + expression + "); }");
  }

  SourceUnit unit() {
    return unit;
  }

  /** {@return the argument of the one call of ask} */
  ExpressionTree asked() {
    return unit.calls().named("ask").get(0).arguments().get(0);
  }

  /** {@return the call of a method with this name} */
  Tree call(String name) {
    return unit.calls().named(name).get(0).node();
  }
}
