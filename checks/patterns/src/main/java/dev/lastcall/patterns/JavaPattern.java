package dev.lastcall.patterns;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Name;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Java with holes: an expression, or statements one after the other.
 *
 * <p>A hole is {@code $name} for one expression, statement or name; {@code $_} for one that does
 * not matter; {@code $*name} for any number of arguments or statements. Immutable.
 */
final class JavaPattern {
  private static final String EXPRESSION = "class P { Object p = ";
  private static final String STATEMENTS = "class P { void p() { ";

  private final List<Tree> trees;
  private final Set<String> holes;
  private final Set<String> calls;

  private JavaPattern(List<Tree> trees, Set<String> holes) {
    this.trees = List.copyOf(trees);
    this.holes = Set.copyOf(holes);
    this.calls = Set.copyOf(new Called().in(trees));
  }

  /** Why some text is not a pattern: where in the text, from 0, and the compiler's words. */
  record Problem(int offset, String message) {}

  /** A pattern or a problem; exactly one is there. */
  record Parsed(Optional<JavaPattern> pattern, Optional<Problem> problem) {}

  /** {@return what each text says; the compiler is started once for all of them} */
  static Map<String, Parsed> parse(Set<String> texts) {
    List<HoleText> patterns = texts.stream().map(HoleText::of).toList();
    List<String> files = new ArrayList<>();
    for (HoleText pattern : patterns) {
      String java = pattern.java();
      String end = java.endsWith(";") || java.endsWith("}") ? "}}" : ";}}";
      files.add(EXPRESSION + java + "; }");
      files.add(STATEMENTS + java + end);
    }
    List<JavaText> read = JavaText.read(files);
    Map<String, Parsed> parsed = new HashMap<>();
    int at = 0;
    for (String text : texts) {
      parsed.put(text, parsed(patterns.get(at), read.get(2 * at), read.get(2 * at + 1)));
      at++;
    }
    return parsed;
  }

  private static Parsed parsed(HoleText holes, JavaText asExpression, JavaText asStatements) {
    List<? extends Tree> field = members(asExpression);
    if (asExpression.problem().isEmpty() && field.size() == 1) {
      return found(List.of(((VariableTree) field.get(0)).getInitializer()), holes);
    }
    if (asStatements.problem().isPresent()) {
      Diagnostic<?> problem = asStatements.problem().get();
      long offset = problem.getPosition() - STATEMENTS.length();
      return bad(
          holes.origin((int) Math.max(0, Math.min(holes.java().length(), offset))),
          problem.getMessage(Locale.ROOT));
    }
    List<? extends Tree> method = members(asStatements);
    if (method.size() != 1) {
      return bad(holes.origin(0), "braces that close what they did not open");
    }
    List<Tree> trees = new ArrayList<>(((MethodTree) method.get(0)).getBody().getStatements());
    return trees.isEmpty() ? bad(0, "nothing to match") : found(trees, holes);
  }

  private static List<? extends Tree> members(JavaText file) {
    List<? extends Tree> types = file.unit().getTypeDecls();
    return types.size() == 1 && types.get(0) instanceof ClassTree type
        ? type.getMembers()
        : List.of();
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

  /** {@return the names of the methods that everything calls that looks like the pattern} */
  Set<String> calls() {
    return calls;
  }

  private static Parsed found(List<? extends Tree> trees, HoleText holes) {
    return new Parsed(
        Optional.of(new JavaPattern(new ArrayList<Tree>(trees), holes.names())), Optional.empty());
  }

  /** Gathers the methods that are called by a name that is no hole. */
  private static final class Called extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> names = new TreeSet<>();

    Set<String> in(List<Tree> trees) {
      scan(trees, null);
      return names;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      Tree select = call.getMethodSelect();
      if (select instanceof MemberSelectTree member) {
        add(member.getIdentifier());
      } else if (select instanceof IdentifierTree name) {
        add(name.getName());
      }
      return super.visitMethodInvocation(call, null);
    }

    private void add(Name name) {
      if (!HoleText.isHole(name)) {
        names.add(name.toString());
      }
    }
  }
}
