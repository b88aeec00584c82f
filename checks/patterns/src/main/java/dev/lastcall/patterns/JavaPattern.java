package dev.lastcall.patterns;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java with holes: an expression, or statements one after the other.
 *
 * <p>A hole is {@code $name} for one expression, statement or name; {@code $_} for one that does not matter; {@code $*name} for any number of arguments or statements. Immutable.
 */
final class JavaPattern {
  private static final Pattern HOLE = Pattern.compile("\\$\\*(\\w*)");
  private static final Pattern NAMED = Pattern.compile("\\$\\*?(\\w+)");
  private static final String REST = "$$rest_";

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
    String java = HOLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(REST + match.group(1)));
    Attempt expression = attempt("class P { Object p = ", java, "; }");
    if (expression.problem().isEmpty()) {
      VariableTree field = (VariableTree) expression.type().getMembers().get(0);
      return found(List.of(field.getInitializer()), text);
    }
    String end = java.endsWith(";") || java.endsWith("}") ? "}}" : ";}}";
    Attempt statements = attempt("class P { void p() { ", java, end);
    if (statements.problem().isPresent()) {
      Problem problem = statements.problem().get();
      return new Parsed(Optional.empty(), Optional.of(new Problem(original(text, problem.offset()), problem.message())));
    }
    BlockTree body = ((MethodTree) statements.type().getMembers().get(0)).getBody();
    List<Tree> trees = new ArrayList<>(body.getStatements());
    if (trees.size() == 1 && trees.get(0) instanceof ExpressionStatementTree only && !text.strip().endsWith(";")) {
      return found(List.of(only.getExpression()), text);
    }
    return trees.isEmpty()
        ? new Parsed(Optional.empty(), Optional.of(new Problem(0, "nothing to match")))
        : found(trees, text);
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

  /** {@return the name of the hole that a name stands for, empty if it is none; without the sign, {@code _} for any} */
  static Optional<String> hole(CharSequence name) {
    String text = name.toString();
    return text.startsWith("$") && text.length() > 1 && !text.startsWith(REST) ? Optional.of(text.substring(1)) : Optional.empty();
  }

  /** {@return the name of the hole for any number that a name stands for} */
  static Optional<String> rest(CharSequence name) {
    String text = name.toString();
    return text.startsWith(REST) ? Optional.of(text.substring(REST.length())) : Optional.empty();
  }

  private static Parsed found(List<? extends Tree> trees, String text) {
    Set<String> holes = new TreeSet<>();
    NAMED.matcher(text).results().forEach(match -> holes.add(match.group(1)));
    return new Parsed(Optional.of(new JavaPattern(new ArrayList<Tree>(trees), holes)), Optional.empty());
  }

  private record Attempt(ClassTree type, Optional<Problem> problem) {}

  private static Attempt attempt(String before, String java, String after) {
    List<Diagnostic<? extends JavaFileObject>> messages = new ArrayList<>();
    CompilationUnitTree unit = unit(before + java + after, messages);
    Optional<Problem> problem =
        messages.stream()
            .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
            .findFirst()
            .map(message -> new Problem((int) Math.max(0, Math.min(java.length(), message.getPosition() - before.length())), message.getMessage(Locale.ROOT)));
    boolean one = unit.getTypeDecls().size() == 1 && unit.getTypeDecls().get(0) instanceof ClassTree type && type.getMembers().size() == 1;
    if (problem.isEmpty() && !one) {
      problem = Optional.of(new Problem(0, "more than one expression, or braces that close what they did not open"));
    }
    return new Attempt(unit.getTypeDecls().isEmpty() ? null : (ClassTree) unit.getTypeDecls().get(0), problem);
  }

  private static CompilationUnitTree unit(String code, List<Diagnostic<? extends JavaFileObject>> messages) {
    JavaCompiler compiler =
        Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
            .orElseThrow(() -> new IllegalStateException("java: without a compiler (expected: a JDK, not a JRE)"));
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///P.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    try {
      JavacTask task = (JavacTask) compiler.getTask(Writer.nullWriter(), null, messages::add, List.of("-proc:none"), null, List.of(source));
      return task.parse().iterator().next();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The place in the user's text of a place in the text with other holes. */
  private static int original(String text, int offset) {
    int shift = 0;
    Matcher hole = HOLE.matcher(text);
    while (hole.find() && hole.start() + shift < offset) {
      shift += REST.length() - 2;
    }
    return Math.max(0, Math.min(text.length(), offset - shift));
  }
}
