package dev.lastcall.patterns;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds the places of a file that look like a pattern. Confined to one thread. */
final class PatternMatch {
  private final SourceUnit unit;
  private final JavaPattern pattern;
  private final List<Found> found = new ArrayList<>();

  private PatternMatch(SourceUnit unit, JavaPattern pattern) {
    this.unit = unit;
    this.pattern = pattern;
  }

  /**
   * A place that looks like the pattern.
   *
   * @param nodes the expression, or the statements
   * @param bindings what the holes stand for
   */
  record Found(List<Tree> nodes, Bindings bindings) {}

  /** {@return whether an expression looks like a pattern that is one expression} */
  static boolean fits(SourceUnit unit, JavaPattern pattern, Tree node) {
    return new PatternMatch(unit, pattern)
        .same(pattern.trees().get(0), node, Bindings.NONE)
        .isPresent();
  }

  /** A file that does not call what the pattern calls has no such place. */
  static List<Found> all(SourceUnit unit, JavaPattern pattern) {
    if (!pattern.calls().stream().allMatch(unit.calls()::has)) {
      return List.of();
    }
    PatternMatch match = new PatternMatch(unit, pattern);
    if (pattern.isExpression()) {
      match.expressions((ExpressionTree) pattern.trees().get(0));
    } else {
      match.statements();
    }
    return match.found;
  }

  private void expressions(ExpressionTree wanted) {
    for (Tree node : candidates(wanted)) {
      same(wanted, node, Bindings.NONE)
          .ifPresent(bindings -> found.add(new Found(List.of(node), bindings)));
    }
    if (wanted instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && takesNothing(call)) {
      for (Tree node : unit.tree().all(Tree.Kind.MEMBER_REFERENCE, Tree.class)) {
        reference(select, (MemberReferenceTree) node)
            .ifPresent(bindings -> found.add(new Found(List.of(node), bindings)));
      }
    }
  }

  /**
   * The nodes of the same kind; of calls, those of the method that is called, if that has a name.
   */
  private List<Tree> candidates(ExpressionTree wanted) {
    return wanted instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && !HoleText.isHole(select.getIdentifier())
        ? unit.calls().named(select.getIdentifier().toString()).stream()
            .map(Call::node)
            .filter(MethodInvocationTree.class::isInstance)
            .toList()
        : unit.tree().all(wanted.getKind(), Tree.class);
  }

  /** A method reference is a call that somebody else makes. */
  private Optional<Bindings> reference(MemberSelectTree wanted, MemberReferenceTree node) {
    return wanted.getIdentifier().contentEquals(node.getName())
        ? same(wanted.getExpression(), node.getQualifierExpression(), Bindings.NONE)
        : Optional.empty();
  }

  private static boolean takesNothing(MethodInvocationTree call) {
    return call.getArguments().stream()
        .allMatch(
            argument ->
                argument instanceof IdentifierTree name
                    && HoleText.rest(name.getName()).isPresent());
  }

  private void statements() {
    List<List<? extends StatementTree>> lists = new ArrayList<>();
    unit.tree()
        .all(Tree.Kind.BLOCK, BlockTree.class)
        .forEach(block -> lists.add(block.getStatements()));
    for (CaseTree branch : unit.tree().all(Tree.Kind.CASE, CaseTree.class)) {
      if (branch.getStatements() != null) {
        lists.add(branch.getStatements());
      }
    }
    for (List<? extends StatementTree> list : lists) {
      for (int i = 0; i < list.size(); i++) {
        if (canBegin(list.get(i))) {
          List<Tree> rest = new ArrayList<>(list.subList(i, list.size()));
          prefix(pattern.trees(), rest, Bindings.NONE).ifPresent(found::add);
        }
      }
    }
  }

  /** Most statements are not the pattern's first, so that no beginning has to be tried. */
  private boolean canBegin(Tree statement) {
    Tree first = pattern.trees().get(0);
    return rest(first).isPresent() || same(first, statement, Bindings.NONE).isPresent();
  }

  /** The shortest beginning of some statements that looks like the pattern's. */
  private Optional<Found> prefix(List<Tree> wanted, List<Tree> nodes, Bindings bindings) {
    for (int length = 1; length <= nodes.size(); length++) {
      List<Tree> part = nodes.subList(0, length);
      Optional<Bindings> fits = sequence(wanted, part, bindings);
      if (fits.isPresent()) {
        return Optional.of(new Found(List.copyOf(part), fits.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Bindings> sequence(
      List<? extends @Nullable Tree> wanted,
      List<? extends @Nullable Tree> nodes,
      Bindings bindings) {
    if (wanted.isEmpty()) {
      return nodes.isEmpty() ? Optional.of(bindings) : Optional.empty();
    }
    Optional<String> rest = rest(wanted.get(0));
    if (rest.isEmpty()) {
      return nodes.isEmpty()
          ? Optional.empty()
          : same(wanted.get(0), nodes.get(0), bindings)
              .flatMap(
                  next ->
                      sequence(
                          wanted.subList(1, wanted.size()), nodes.subList(1, nodes.size()), next));
    }
    for (int taken = 0; taken <= nodes.size(); taken++) {
      List<Tree> part = new ArrayList<>();
      nodes.subList(0, taken).stream().filter(node -> node != null).forEach(part::add);
      int from = taken;
      Optional<Bindings> fits =
          bindings
              .with(rest.get(), part)
              .flatMap(
                  next ->
                      sequence(
                          wanted.subList(1, wanted.size()),
                          nodes.subList(from, nodes.size()),
                          next));
      if (fits.isPresent()) {
        return fits;
      }
    }
    return Optional.empty();
  }

  private Optional<Bindings> same(
      @Nullable Tree wantedNode, @Nullable Tree node, Bindings bindings) {
    Tree wanted = Shape.bare(wantedNode);
    Tree bare = Shape.bare(node);
    if (wanted == null || bare == null) {
      return wanted == bare ? Optional.of(bindings) : Optional.empty();
    }
    Optional<String> hole = hole(wanted);
    if (hole.isPresent()) {
      return bindings.with(hole.get(), List.of(bare));
    }
    if (isName(wanted) && isName(bare) && namesSame(wanted, bare)) {
      return Optional.of(bindings);
    }
    if (!(wanted instanceof ParameterizedTypeTree)
        && bare instanceof ParameterizedTypeTree generic) {
      return same(wanted, generic.getType(), bindings);
    }
    if (wanted.getKind() != bare.getKind()) {
      return Optional.empty();
    }
    if (wanted instanceof ModifiersTree any && asksForNothing(any)) {
      return Optional.of(bindings);
    }
    return sameWord(wanted, bare, bindings)
        .flatMap(next -> sequence(Shape.children(wanted), Shape.children(bare), next));
  }

  /** A declaration without modifiers stands for one with any. */
  private static boolean asksForNothing(ModifiersTree modifiers) {
    return modifiers.getFlags().isEmpty() && modifiers.getAnnotations().isEmpty();
  }

  /** A name in a pattern can be a hole as well: of a variable, a method, a field. */
  private static Optional<Bindings> sameWord(Tree wanted, Tree node, Bindings bindings) {
    String word = Shape.word(wanted);
    Optional<String> hole =
        wanted instanceof VariableTree
                || wanted instanceof MemberSelectTree
                || wanted instanceof MemberReferenceTree
            ? HoleText.one(word)
            : Optional.empty();
    if (hole.isPresent()) {
      return bindings.named(hole.get(), node, Shape.word(node));
    }
    return word.equals(Shape.word(node)) ? Optional.of(bindings) : Optional.empty();
  }

  private static Optional<String> hole(Tree wanted) {
    return name(wanted).flatMap(HoleText::one);
  }

  private static Optional<String> rest(@Nullable Tree wanted) {
    return name(wanted).flatMap(HoleText::rest);
  }

  /** The name that a hole is written as: a name, or a statement that calls it. */
  private static Optional<Name> name(@Nullable Tree wanted) {
    if (wanted instanceof IdentifierTree identifier) {
      return Optional.of(identifier.getName());
    }
    return wanted instanceof ExpressionStatementTree statement
            && statement.getExpression() instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof IdentifierTree name
            && HoleText.isStatement(name.getName())
        ? Optional.of(name.getName())
        : Optional.empty();
  }

  private static boolean isName(Tree node) {
    return node instanceof IdentifierTree
        || (node instanceof MemberSelectTree select && isName(select.getExpression()));
  }

  /**
   * {@code TimeUnit.SECONDS} is the same as {@code SECONDS} that is imported, and as its full name.
   */
  private boolean namesSame(Tree wanted, Tree node) {
    if (!Shape.word(wanted).equals(Shape.word(node))) {
      return false;
    }
    String text = wanted.toString();
    if (text.equals(node.toString())) {
      return true;
    }
    String full = unit.tree().element(node).map(PatternMatch::fullName).orElse("");
    return full.equals(text) || full.endsWith("." + text);
  }

  private static String fullName(Element element) {
    if (element instanceof TypeElement type) {
      return type.getQualifiedName().toString();
    }
    return element instanceof VariableElement
            && element.getEnclosingElement() instanceof TypeElement owner
        ? owner.getQualifiedName() + "." + element.getSimpleName()
        : "";
  }
}
