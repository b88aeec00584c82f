package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import dev.lastcall.source.SourceUnit;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Collects the fields and variables that are named. */
final class Names extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final SourceUnit unit;
  private final Set<Element> found;

  Names(SourceUnit unit, Set<Element> found) {
    this.unit = unit;
    this.found = found;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree node, @Nullable Void nothing) {
    add(node);
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Void nothing) {
    add(node);
    return super.visitMemberSelect(node, null);
  }

  private void add(ExpressionTree node) {
    unit.values()
        .root(node)
        .filter(name -> !name.getSimpleName().contentEquals("this"))
        .ifPresent(found::add);
  }
}
