package dev.lastcall.rules;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.lang.model.element.VariableElement;

/** What a cleanup closes and then still writes to. Confined to one thread. */
final class UsedAfterEnd {
  private static final Pattern USING =
      Pattern.compile(
          "write\\w*|print(ln|f)?|append|flush|getOutputStream|force|send|commit"
              + "|prepareStatement|createStatement");
  private static final Set<String> TYPES =
      Set.of("java.net.Socket", "org.apache.kafka.clients.producer.Producer");

  private final SourceUnit unit;
  private final Cleanups cleanups;

  UsedAfterEnd(SourceUnit unit, Cleanups cleanups) {
    this.unit = unit;
    this.cleanups = cleanups;
  }

  /** Finds where a body closes what it uses afterwards, and the use. */
  void check(Tree body, BiConsumer<Tree, Call> found) {
    Map<VariableElement, Tree> closed = new HashMap<>();
    Tree top = body;
    for (Call call : Ran.by(unit, body)) {
      if (unit.tree().isInside(call.node(), body)) {
        top = call.node();
      }
      Optional<VariableElement> on =
          call.receiver().flatMap(unit.values()::root).filter(this::isWrittenTo);
      if (on.isPresent() && !isSometimes(call.node()) && !isSometimes(top)) {
        boolean ends = call.name().equals("close") && cleanups.is(call);
        Tree before = closed.get(on.get());
        if (before != null && before != top && USING.matcher(call.name()).matches()) {
          found.accept(before, call);
          return;
        }
        if (ends) {
          closed.putIfAbsent(on.get(), top);
        }
      }
    }
  }

  /** It takes something that must arrive, and it is the same from beginning to end. */
  private boolean isWrittenTo(VariableElement variable) {
    Set<String> types = unit.types().of(variable.asType());
    return (unit.facts().isAbout("writes", types) || types.stream().anyMatch(TYPES::contains))
        && !unit.facts().isAbout("collects", types)
        && unit.variables().assigned(variable).size() <= 1;
  }

  private boolean isSometimes(Tree node) {
    Tree body = unit.bodies().around(node);
    List<Tree> above = unit.tree().ancestors(node);
    return above.stream()
        .takeWhile(at -> at != body)
        .anyMatch(at -> at instanceof IfTree || at instanceof CatchTree || at instanceof CaseTree);
  }
}
