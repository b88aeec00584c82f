package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.List;

/** Whether the threads of a pool are daemons, as far as the text of its factory tells. */
enum Daemons {
  /** They keep the JVM alive. */
  NO,
  /** They die with the JVM. */
  YES,
  /** The factory is somebody else's. */
  UNKNOWN;

  /** {@return what the threads of a pool, or of a timer, are} */
  static Daemons of(SourceUnit unit, Call creation) {
    if (creation.isOn("java.util.Timer")) {
      return creation.arguments().stream().anyMatch(Daemons::isTrue) ? YES : NO;
    }
    if (unit.facts().about("daemon-pool", creation).isPresent()) {
      return YES;
    }
    Daemons threads = NO;
    for (ExpressionTree argument : creation.arguments()) {
      if (!isPlain(unit, argument)) {
        threads = ofFactory(unit, argument);
      }
    }
    return threads;
  }

  private static boolean isTrue(ExpressionTree argument) {
    return argument instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
  }

  private static boolean isPlain(SourceUnit unit, ExpressionTree argument) {
    return unit.tree().type(argument).filter(type -> type.getKind().isPrimitive()).isPresent()
        || unit.types()
            .is(
                argument,
                "java.util.concurrent.TimeUnit",
                "java.util.Collection",
                "java.util.concurrent.RejectedExecutionHandler",
                "java.lang.Number",
                "java.lang.String");
  }

  private static Daemons ofFactory(SourceUnit unit, ExpressionTree factory) {
    List<Tree> made = new ArrayList<>(unit.values().origins(factory));
    boolean here = !unit.bodies().of(factory).isEmpty();
    made.addAll(unit.bodies().of(factory));
    for (ExpressionTree origin : unit.values().origins(factory)) {
      if (origin instanceof NewClassTree creation) {
        List<ClassTree> own = declared(unit, creation);
        made.addAll(own);
        here |= !own.isEmpty() || creation.getClassBody() != null;
      }
      String text = origin.toString();
      here |= text.contains("defaultThreadFactory") || text.contains("ofPlatform");
    }
    String text = String.join("\n", made.stream().map(Tree::toString).toList());
    if (text.contains("aemon(false)")) {
      return NO;
    }
    if (text.contains("aemon(true)") || text.contains("aemon()") || text.contains("ofVirtual")) {
      return YES;
    }
    return here && !text.contains("aemon") ? NO : UNKNOWN;
  }

  private static List<ClassTree> declared(SourceUnit unit, NewClassTree creation) {
    String name = creation.getIdentifier().toString();
    return unit.tree().all(Tree.Kind.CLASS, ClassTree.class).stream()
        .filter(type -> type.getSimpleName().contentEquals(name))
        .toList();
  }
}
