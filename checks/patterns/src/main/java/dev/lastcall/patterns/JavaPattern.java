package dev.lastcall.patterns;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java with holes: an expression, or statements one after the other.
 *
 * <p>A hole is {@code $name} for one expression, statement or name; {@code $_} for one that does
 * not matter; {@code $*name} for any number of arguments or statements. Immutable.
 */
final class JavaPattern {
  private final List<Tree> trees;
  private final Set<String> holes;

  private JavaPattern(List<Tree> trees, Set<String> holes) {
    this.trees = List.copyOf(trees);
    this.holes = Set.copyOf(holes);
  }

  /** Why some text is not a pattern: where in the text, from 0, and the compiler's words. */
  record Problem(int offset, String message) {}

  /** A pattern or a problem; exactly one is there. */
  record Parsed(Optional<JavaPattern> pattern, Optional<Problem> problem) {}

  static Parsed parse(String text) {
    HoleText holes = HoleText.of(text);
    String java = holes.java();
    Attempt expression = attempt("class P { Object p = ", java, "; }");
    if (expression.problem().isEmpty()) {
      VariableTree field = (VariableTree) expression.member().orElseThrow();
      return found(List.of(field.getInitializer()), holes);
    }
    String end = java.endsWith(";") || java.endsWith("}") ? "}}" : ";}}";
    Attempt statements = attempt("class P { void p() { ", java, end);
    if (statements.problem().isPresent()) {
      Problem problem = statements.problem().get();
      return bad(holes.origin(problem.offset()), problem.message());
    }
    BlockTree body = ((MethodTree) statements.member().orElseThrow()).getBody();
    List<Tree> trees = new ArrayList<>(body.getStatements());
    return trees.isEmpty() ? bad(0, "nothing to match") : found(trees, holes);
  }

  private static Parsed bad(int offset, String message) {
    return new Parsed(Optional.empty(), Optional.of(new Problem(offset, message)));
  }

  List<Tree> trees() {
    return trees;
  }

  /** {@return whether it is one expression, as against statements} */
  boolean isExpression() {
    return trees.get(0) instanceof ExpressionTree;
  }

  Set<String> holes() {
    return holes;
  }

  private static Parsed found(List<? extends Tree> trees, HoleText holes) {
    return new Parsed(
        Optional.of(new JavaPattern(new ArrayList<Tree>(trees), holes.names())), Optional.empty());
  }

  private record Attempt(Optional<Tree> member, Optional<Problem> problem) {}

  private static Attempt attempt(String before, String java, String after) {
    List<Diagnostic<? extends JavaFileObject>> messages = new ArrayList<>();
    CompilationUnitTree unit = unit(before + java + after, messages);
    Optional<Problem> problem =
        messages.stream()
            .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
            .findFirst()
            .map(message -> problem(message, before.length(), java.length()));
    List<? extends Tree> types = unit.getTypeDecls();
    List<? extends Tree> members =
        types.size() == 1 && types.get(0) instanceof ClassTree type ? type.getMembers() : List.of();
    if (problem.isEmpty() && members.size() != 1) {
      problem = Optional.of(new Problem(0, "braces that close what they did not open"));
    }
    return new Attempt(
        members.size() == 1 ? Optional.of(members.get(0)) : Optional.empty(), problem);
  }

  private static Problem problem(
      Diagnostic<? extends JavaFileObject> message, int before, int length) {
    int offset = (int) Math.max(0, Math.min(length, message.getPosition() - before));
    return new Problem(offset, message.getMessage(Locale.ROOT));
  }

  /** {@return what the compiler's parser makes of a whole file; it tells what is wrong} */
  static CompilationUnitTree unit(
      String code, List<Diagnostic<? extends JavaFileObject>> messages) {
    JavaCompiler compiler =
        Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "java: without a compiler (expected: a JDK, not a JRE)"));
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///P.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    try {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  null,
                  messages::add,
                  List.of("-proc:none"),
                  null,
                  List.of(source));
      return task.parse().iterator().next();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
