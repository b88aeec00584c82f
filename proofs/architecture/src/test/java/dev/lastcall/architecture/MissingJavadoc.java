package dev.lastcall.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Finds public types, methods and constructors without a Javadoc comment.
 *
 * <p>Overriding methods inherit theirs, and the constructor of a record has that of the record.
 * Whether a comment is right is checked by the compiler ({@code -Xdoclint}).
 */
final class MissingJavadoc extends TreePathScanner<Void, List<String>> {
  private final DocTrees trees;

  private MissingJavadoc(DocTrees trees) {
    this.trees = trees;
  }

  /** One line for each undocumented type or method. */
  static List<String> offences(List<Path> sources) throws IOException {
    List<String> found = new ArrayList<>();
    Sources.parse(sources, (unit, trees) -> new MissingJavadoc(trees).scan(unit, found));
    return found;
  }

  @Override
  public Void visitClass(ClassTree type, List<String> found) {
    if (!isPublic(type.getModifiers())) {
      return null;
    }
    report(type.getSimpleName().toString(), found);
    return super.visitClass(type, found);
  }

  @Override
  public Void visitMethod(MethodTree method, List<String> found) {
    boolean inherits =
        method.getModifiers().getAnnotations().stream()
            .map(AnnotationTree::getAnnotationType)
            .anyMatch(annotation -> annotation.toString().equals("Override"));
    boolean buildsRecord =
        method.getReturnType() == null && enclosing().getKind() == Tree.Kind.RECORD;
    if (isPublic(method.getModifiers()) && !inherits && !buildsRecord) {
      report(enclosing().getSimpleName() + "." + method.getName(), found);
    }
    return null;
  }

  private void report(String name, List<String> found) {
    if (trees.getDocComment(getCurrentPath()) == null) {
      found.add(
          getCurrentPath().getCompilationUnit().getSourceFile().getName()
              + ": "
              + name
              + " is public and has no Javadoc");
    }
  }

  /** Said so, or a member of an interface that does not say otherwise. */
  private boolean isPublic(ModifiersTree modifiers) {
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    boolean inInterface =
        parent.getKind() == Tree.Kind.INTERFACE || parent.getKind() == Tree.Kind.ANNOTATION_TYPE;
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || (inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE));
  }

  private ClassTree enclosing() {
    return (ClassTree) getCurrentPath().getParentPath().getLeaf();
  }
}
