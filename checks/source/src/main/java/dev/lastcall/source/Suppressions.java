package dev.lastcall.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file's {@code @SuppressWarnings} silence: all findings by {@code "lastcall"}, those of a
 * rule by its id or name, with or without {@code "lastcall:"} before it, inside the declaration
 * that is annotated.
 */
final class Suppressions {
  private record Silence(int start, int end, Set<String> names) {}

  private final List<Silence> silences = new ArrayList<>();

  private Suppressions() {}

  static Suppressions of(SourceTree tree) {
    Suppressions suppressions = new Suppressions();
    for (AnnotationTree annotation : tree.all(Tree.Kind.ANNOTATION, AnnotationTree.class)) {
      if (annotation.getAnnotationType().toString().endsWith("SuppressWarnings")) {
        suppressions.add(tree, annotation);
      }
    }
    return suppressions;
  }

  boolean silence(Finding finding) {
    return silences.stream()
        .filter(
            silence ->
                silence.start() <= finding.span().start()
                    && finding.span().start() <= silence.end())
        .anyMatch(silence -> names(finding.rule(), silence.names()));
  }

  private static boolean names(Rule rule, Set<String> names) {
    return names.contains("lastcall") || names.contains(rule.id()) || names.contains(rule.name());
  }

  private void add(SourceTree tree, AnnotationTree annotation) {
    Set<String> names = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
        if (literal.getValue() instanceof String name) {
          names.add(name.startsWith("lastcall:") ? name.substring("lastcall:".length()) : name);
        }
        return null;
      }
    }.scan(annotation, null);
    declaration(tree, annotation)
        .map(tree::span)
        .ifPresent(span -> silences.add(new Silence(span.start(), span.end(), names)));
  }

  private static Optional<Tree> declaration(SourceTree tree, AnnotationTree annotation) {
    return tree.parent(annotation)
        .filter(ModifiersTree.class::isInstance)
        .flatMap(tree::parent)
        .filter(
            owner ->
                owner instanceof ClassTree
                    || owner instanceof MethodTree
                    || owner instanceof VariableTree);
  }
}
