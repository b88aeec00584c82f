package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lastcall.source.Call;
import dev.lastcall.source.Place;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * A registration of cleanup, and which of its parts are evaluated there and then: arguments, what
 * local variables among them were given, receivers of bound method references (JLS 15.13.3). What
 * stands inside a lambda or a class body is evaluated later.
 *
 * @param call the registration
 * @param place the kind of cleanup
 * @param now expressions that are evaluated at the registration, outer ones first
 * @param later lambdas, method references and class bodies that run later
 */
record Registered(Call call, Place place, List<Tree> now, List<Tree> later) {

  /** {@return the registrations of a file} */
  static List<Registered> in(SourceUnit unit) {
    List<Registered> found = new ArrayList<>();
    for (Call call : unit.places().registrations()) {
      Optional<Place> place = unit.places().registration(call);
      if (place.isPresent() && !call.isReference()) {
        Parts parts = new Parts(unit);
        call.arguments().forEach(argument -> parts.scan(argument, null));
        found.add(new Registered(call, place.get(), parts.now, parts.later));
      }
    }
    return found;
  }

  /** {@return the calls that are made at the registration} */
  List<Call> callsNow(SourceUnit unit) {
    return now.stream().flatMap(node -> unit.calls().at(node).stream()).toList();
  }

  /**
   * {@return the local variables and parameters from outside that the cleanup uses when it runs}
   */
  Set<Element> captured(SourceUnit unit) {
    Set<Element> captured = new LinkedHashSet<>();
    for (Tree body : later) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void nothing) {
          unit.tree()
              .element(node)
              .filter(element -> isLocal(element) && isOutside(unit, element, body))
              .ifPresent(captured::add);
          return null;
        }
      }.scan(body, null);
    }
    return captured;
  }

  private static boolean isLocal(Element element) {
    return element.getKind() == ElementKind.LOCAL_VARIABLE
        || element.getKind() == ElementKind.PARAMETER;
  }

  private static boolean isOutside(SourceUnit unit, Element element, Tree body) {
    return unit.variables()
        .declaration(element)
        .filter(declared -> !unit.tree().isInside(declared, body))
        .isPresent();
  }

  /** Walks what is evaluated at once, through local variables that are given one value. */
  private static final class Parts extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourceUnit unit;
    private final List<Tree> now = new ArrayList<>();
    private final List<Tree> later = new ArrayList<>();
    private final Set<Tree> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Parts(SourceUnit unit) {
      this.unit = unit;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree node, @Nullable Void nothing) {
      if (node instanceof ExpressionTree
          && !(node instanceof LambdaExpressionTree)
          && seen.add(node)) {
        now.add(node);
      }
      return super.scan(node, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void nothing) {
      Optional<Element> variable =
          unit.tree()
              .element(node)
              .filter(element -> element.getKind() == ElementKind.LOCAL_VARIABLE);
      List<ExpressionTree> given =
          variable.map(unit.variables()::assigned).orElse(List.<ExpressionTree>of());
      boolean plain =
          variable
              .flatMap(unit.variables()::declaration)
              .map(VariableTree::getInitializer)
              .isPresent();
      if (plain && given.size() == 1 && !seen.contains(given.get(0))) {
        scan(given.get(0), null);
      }
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void nothing) {
      later.add(node);
      return null;
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void nothing) {
      later.add(node);
      return super.visitMemberReference(node, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
      later.add(node);
      return null;
    }
  }
}
