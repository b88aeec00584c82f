package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Place;
import dev.lastcall.source.Places;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What the rules about waiting without a limit have in common. */
final class UnboundedWaits {
  private UnboundedWaits() {}

  /** {@return whether a fact of a kind says that a call waits for ever, as it is written} */
  static Optional<Facts.Fact> fact(SourceUnit unit, String kind, Call call) {
    // What a method of this file waits for is seen in it.
    return (unit.bodies().called(call).isPresent()
            ? Optional.<Facts.Fact>empty()
            : Bounds.fact(unit, kind, call))
        .filter(fact -> fact.limit().isEmpty())
        .filter(fact -> applies(unit, fact, call))
        .filter(fact -> !isForwarded(unit, fact, call));
  }

  /** In a class that is such a thing itself, the same method only forwards: its callers wait. */
  private static boolean isForwarded(SourceUnit unit, Facts.Fact fact, Call call) {
    Optional<MethodTree> method = unit.tree().enclosing(call.node(), MethodTree.class);
    Optional<Element> owner =
        method
            .filter(found -> found.getName().contentEquals(call.name()))
            .filter(found -> found.getParameters().size() == call.arguments().size())
            .flatMap(found -> unit.tree().enclosing(found, ClassTree.class))
            .flatMap(unit.tree()::element);
    return owner.isPresent()
        && owner.get() instanceof TypeElement type
        && unit.types().of(type).contains(fact.type());
  }

  /** {@return whether the conditions that a fact names hold} */
  static boolean applies(SourceUnit unit, Facts.Fact fact, Call call) {
    for (String word : fact.words()) {
      if (word.startsWith("unless=")
          && unit.tree().text().toString().contains(word.substring("unless=".length()))) {
        return false;
      }
      if (word.startsWith("when@") && !isTrue(unit, word, call)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTrue(SourceUnit unit, String word, Call call) {
    int equals = word.indexOf('=');
    int index = Integer.parseInt(word.substring("when@".length(), equals));
    List<ExpressionTree> origins =
        call.argument(index).map(unit.values()::origins).map(List::copyOf).orElse(List.of());
    return origins.size() == 1 && origins.get(0).toString().equals(word.substring(equals + 1));
  }

  /**
   * {@return how a wait is reached as cleanup, empty if it is not, or if something limits or ends
   * it}
   */
  static Optional<Places.Reach> reach(
      SourceUnit unit, Call call, Optional<ExpressionTree> subject) {
    return unit.places()
        .of(call.node())
        .filter(reach -> !Limits.isAround(unit, call, reach))
        .filter(reach -> subject.filter(on -> isHarmless(unit, call, on)).isEmpty());
  }

  private static boolean isHarmless(SourceUnit unit, Call call, ExpressionTree subject) {
    return Limits.hasSibling(unit, call, subject) || Awaited.isOver(unit, call, subject);
  }

  /** {@return a finding as bad as its place} */
  static Finding finding(
      SourceUnit unit, Rule rule, Call call, Places.Reach reach, String message) {
    return Finding.of(rule, unit.tree().span(call.node()), message)
        .with(severity(reach.place()))
        .relatedTo(unit.tree().span(reach.root()), "runs as cleanup because of this");
  }

  /**
   * {@return how bad it is to wait for ever there: a coordinator can leave a cleanup behind, and an
   * object is closed at any time}
   */
  static Severity severity(Place place) {
    return place == Place.HOOK || place == Place.SIGNAL || place == Place.CALLBACK
        ? Severity.ERROR
        : Severity.WARNING;
  }
}
