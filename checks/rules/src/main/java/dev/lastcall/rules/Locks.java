package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Facts;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The calls of a file that take and give back locks and permits, as the facts {@code acquire},
 * {@code release} and {@code holds} name them.
 *
 * <p>The value of the first two is {@code owned} for what only the thread that has it can give
 * back, {@code permit} for what any thread can; then, for {@code acquire}, {@code tests} if the
 * result says whether it was got, {@code throws} if it can fail.
 */
final class Locks {
  private final SourceUnit unit;
  private final IdentityHashMap<Tree, Use> uses = new IdentityHashMap<>();
  private final List<Use> all = new ArrayList<>();
  private final IdentityHashMap<Tree, List<Use>> byBody = new IdentityHashMap<>();

  private Locks(SourceUnit unit) {
    this.unit = unit;
  }

  /**
   * A call on a lock.
   *
   * @param call the call
   * @param name the lock
   * @param kind {@code acquire}, {@code release} or {@code holds}
   * @param words what the fact says
   */
  record Use(Call call, LockName name, String kind, List<String> words) {
    boolean acquires() {
      return kind.equals("acquire");
    }

    boolean releases() {
      return kind.equals("release");
    }

    boolean isOwned() {
      return words.contains("owned");
    }

    boolean tests() {
      return words.contains("tests");
    }

    boolean canThrow() {
      return words.contains("throws");
    }
  }

  /** {@return those of a file} */
  static Locks of(SourceUnit unit) {
    return unit.once(Locks.class, Locks::find);
  }

  private static Locks find(SourceUnit unit) {
    Locks locks = new Locks(unit);
    if (unit.calls().about("acquire", "release", "holds").isEmpty()) {
      return locks;
    }
    for (Call call : unit.calls().inside(unit.tree().unit())) {
      for (String kind : List.of("acquire", "release", "holds")) {
        unit.facts().about(kind, call).ifPresent(fact -> locks.add(kind, call, fact));
      }
    }
    return locks;
  }

  private void add(String kind, Call call, Facts.Fact fact) {
    Optional<ExpressionTree> on = call.receiver();
    if (on.isPresent()) {
      LockName.of(unit, on.get())
          .ifPresent(name -> keep(new Use(call, name, kind, List.of(fact.value().split("\\s+")))));
    }
  }

  private void keep(Use use) {
    Tree node = use.call().node();
    uses.put(node, use);
    all.add(use);
    byBody.computeIfAbsent(unit.bodies().around(node), body -> new ArrayList<>()).add(use);
  }

  /** {@return what a call does to a lock} */
  Optional<Use> at(Tree node) {
    return Optional.ofNullable(uses.get(node));
  }

  /** {@return all of the file, in its order} */
  List<Use> all() {
    return all;
  }

  /** {@return those that a body makes itself, not those in code that is only made there} */
  List<Use> in(Tree body) {
    return byBody.getOrDefault(body, List.of());
  }
}
